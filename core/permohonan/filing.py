"""What a citizen does with a case: begin, answer, file, mend and file again, withdraw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.permohonan.book import Book
from core.permohonan.changes import Changes, Kalah
from core.permohonan.models import Permohonan, Produk
from core.permohonan.nomor import next_number
from core.permohonan.pelaku import WARGA
from core.permohonan.status import EDITABLE, JalanKeluar, StatusPermohonan, StatusProduk
from core.store import new_id, riwayat, unit_of_work

S = StatusPermohonan


@dataclass(frozen=True)
class ProdukBaru:
    """A product to be made when a case is filed."""

    jenis: str
    nama: str
    jalan: JalanKeluar
    alamat: str | None


class Filing(Changes):
    """The citizen's verbs. Each is a unit of work."""

    def __init__(
        self,
        book: Book,
        *,
        digest: Callable[[str], str],
        now: Callable[[], datetime],
        today: Callable[[], date],
        awalan: str,
    ) -> None:
        super().__init__(book, now=now)
        self._digest = digest
        self._today = today
        self._awalan = awalan

    def warga(self, chat_id: int) -> str:
        """Return the keyed digest by which the cases of a chat are found."""
        return self._digest(f"chat|{chat_id}")

    @unit_of_work
    async def open(
        self, chat_id: int, *, layanan: str, versi: int, isian: str, persetujuan: str
    ) -> Permohonan:
        """Begin a draft for a citizen who has read and accepted the privacy notice."""
        case_id, now = new_id(), self._now()
        row = await Permohonan.create(
            id=case_id,
            layanan=layanan,
            versi=versi,
            status=S.DRAF.value,
            warga=self.warga(chat_id),
            chat=self.book.seal_chat(case_id, chat_id),
            isian=self.book.seal_isian(case_id, isian),
            persetujuan=persetujuan,
            dibuat_at=now,
            diubah_at=now,
        )
        agreed = {"layanan": layanan, "persetujuan": persetujuan}
        await riwayat.write("dibuka", case_id, pelaku=WARGA, now=now, rincian=agreed)
        return row

    @unit_of_work
    async def keep(
        self, row: Permohonan, isian: str, *, versi: int | None = None
    ) -> Permohonan | Kalah:
        """Keep an answer. No history line: a draft is the citizen's own until it is filed.

        It breaks the silence: he may be reminded again, and loses nothing on an older warning.

        `versi`: that of the form, if the draft was carried over to another one.
        """
        if row.status not in EDITABLE:
            return await self._lost(row)
        sealed = self.book.seal_isian(row.id, isian)
        return await self._change(row, isian=sealed, versi=versi or row.versi, diingatkan_at=None)

    @unit_of_work
    async def submit(
        self,
        row: Permohonan,
        isian: str,
        *,
        desa: str,
        produk: Sequence[ProdukBaru],
        batas_at: datetime,
    ) -> Permohonan | Kalah:
        """File a draft, or file again what was sent back: same number, products made anew."""
        if row.status not in EDITABLE:
            # The road from DIPERIKSA to DIAJUKAN is the officer's, who releases the case.
            return await self._lost(row)
        moved = await self._move(
            row,
            S.DIAJUKAN,
            "diperbaiki" if row.nomor else "diajukan",
            WARGA,
            isian=self.book.seal_isian(row.id, isian),
            desa=desa,
            nomor=row.nomor or await next_number(self._awalan, self._today()),
            diajukan_at=row.diajukan_at or self._now(),
            batas_at=batas_at,
            petugas=None,
            periksa="",
        )
        if isinstance(moved, Permohonan):
            await self._make_products(moved, produk)
        return moved

    @unit_of_work
    async def schedule(self, row: Permohonan, isian: str, *, desa: str) -> Permohonan | Kalah:
        """File a draft of a service that is given in person: it waits for its appointment."""
        return await self._move(
            row,
            S.TERJADWAL,
            "dijadwalkan",
            WARGA,
            isian=self.book.seal_isian(row.id, isian),
            desa=desa,
            nomor=row.nomor or await next_number(self._awalan, self._today()),
            diajukan_at=self._now(),
        )

    @unit_of_work
    async def withdraw(self, row: Permohonan) -> Permohonan | Kalah:
        """Let a citizen withdraw; his answers are erased at once."""
        return await self._move(
            row, S.DIBATALKAN, "dibatalkan", WARGA, isian=self.book.seal_isian(row.id, "{}")
        )

    async def _make_products(self, row: Permohonan, wanted: Sequence[ProdukBaru]) -> None:
        await Produk.filter(permohonan_id=row.id).delete()
        for order, one in enumerate(wanted):
            produk_id = new_id()
            await Produk.create(
                id=produk_id,
                permohonan_id=row.id,
                urutan=order,
                jenis=one.jenis,
                nama=one.nama,
                status=StatusProduk.MENUNGGU.value,
                jalan=one.jalan.value,
                alamat=self.book.seal_alamat(produk_id, one.alamat) if one.alamat else None,
                diubah_at=self._now(),
            )
