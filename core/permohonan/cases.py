"""Every change of a case: check the road, change by compare-and-set, write the history, return the case.

Exactly one of two people who act at once wins; the other is told who did (`Kalah`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from core.permohonan.book import Book, Putusan
from core.permohonan.models import Permohonan, Produk
from core.permohonan.status import (
    EDITABLE,
    OPEN,
    JalanKeluar,
    StatusPermohonan,
    StatusProduk,
    allowed,
)
from core.store import new_id, riwayat, unit_of_work

S = StatusPermohonan
WARGA = "warga"
SISTEM = "sistem"


@dataclass(frozen=True)
class Kalah:
    """The case changed meanwhile: its status now, and who holds it."""

    status: StatusPermohonan
    petugas: int | None


@dataclass(frozen=True)
class ProdukBaru:
    """A product to be made when a case is filed."""

    jenis: str
    nama: str
    jalan: JalanKeluar
    alamat: str | None


def by_officer(petugas: int) -> str:
    """Name an officer in the history."""
    return f"petugas:{petugas}"


class Cases:
    """The desk of cases. Every verb is a unit of work."""

    def __init__(
        self,
        book: Book,
        *,
        digest: Callable[[str], str],
        now: Callable[[], datetime],
        today: Callable[[], date],
        awalan: str,
    ) -> None:
        self.book = book
        self._digest = digest
        self._now = now
        self._today = today
        self._awalan = awalan

    def warga(self, chat_id: int) -> str:
        """Return the keyed digest by which the cases of a chat are found."""
        return self._digest(f"chat|{chat_id}")

    async def find(self, case_id: UUID) -> Permohonan | None:
        """Return a case."""
        return await Permohonan.get_or_none(id=case_id)

    async def drafts(self, warga: str) -> list[Permohonan]:
        """Return what a citizen may still fill in: drafts, and cases sent back; newest first."""
        return await Permohonan.filter(
            warga=warga, status__in=[s.value for s in EDITABLE]
        ).order_by("-id")

    async def filed(self, warga: str) -> list[Permohonan]:
        """Return the cases a citizen has filed, newest first."""
        return await Permohonan.filter(warga=warga, nomor__isnull=False).order_by("-id").limit(10)

    async def waiting(self) -> list[Permohonan]:
        """Return the open cases of the office, oldest first."""
        return await Permohonan.filter(status__in=[s.value for s in OPEN]).order_by("diajukan_at")

    async def products(self, case_id: UUID) -> list[Produk]:
        """Return the products of a case in their order."""
        return await Produk.filter(permohonan_id=case_id).order_by("urutan")

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
        await riwayat.write("dibuka", case_id, pelaku=WARGA, now=now, rincian={"layanan": layanan})
        return row

    @unit_of_work
    async def keep(self, row: Permohonan, isian: str) -> Permohonan | Kalah:
        """Keep an answer. No history line: a draft is the citizen's own until it is filed."""
        return await self._change(row, isian=self.book.seal_isian(row.id, isian))

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
        """File a draft, or file again what was sent back; numbers and products are made once."""
        first = row.nomor is None
        moved = await self._move(
            row,
            S.DIAJUKAN,
            "diajukan" if first else "diperbaiki",
            WARGA,
            isian=self.book.seal_isian(row.id, isian),
            desa=desa,
            nomor=row.nomor or await self._next_number(),
            diajukan_at=row.diajukan_at or self._now(),
            batas_at=batas_at,
            petugas=None,
            periksa="",
        )
        if isinstance(moved, Permohonan):
            await Produk.filter(permohonan_id=row.id).delete()
            for order, one in enumerate(produk):
                await self._add_product(moved, order, one)
        return moved

    @unit_of_work
    async def withdraw(self, row: Permohonan) -> Permohonan | Kalah:
        """Let a citizen withdraw; the answers of a draft are erased at once."""
        return await self._move(
            row, S.DIBATALKAN, "dibatalkan", WARGA, isian=self.book.seal_isian(row.id, "{}")
        )

    @unit_of_work
    async def take(self, row: Permohonan, *, by: int) -> Permohonan | Kalah:
        """Give a waiting case to one officer."""
        return await self._move(row, S.DIPERIKSA, "diambil", by_officer(by), petugas=by)

    @unit_of_work
    async def release(self, row: Permohonan, *, by: int) -> Permohonan | Kalah:
        """Put a case back into the queue."""
        return await self._move(row, S.DIAJUKAN, "dilepas", by_officer(by), petugas=None)

    @unit_of_work
    async def tick(self, row: Permohonan, kode: str, *, by: int) -> Permohonan | Kalah:
        """Tick or untick a line of the checklist."""
        ticked = ticks(row) ^ {kode}
        changed = await self._change(row, periksa=",".join(sorted(ticked)))
        if isinstance(changed, Permohonan):
            await self._tell(row, "dicentang", by_officer(by), {"kode": kode})
        return changed

    @unit_of_work
    async def note(self, row: Permohonan, putusan: Putusan, *, by: int) -> Permohonan | Kalah:
        """Keep what the officer has added so far."""
        changed = await self._change(row, putusan=self.book.seal_putusan(row.id, putusan))
        if isinstance(changed, Permohonan):
            await self._tell(row, "dilengkapi", by_officer(by), {})
        return changed

    @unit_of_work
    async def send_back(
        self, row: Permohonan, isian: str, putusan: Putusan, *, by: int
    ) -> Permohonan | Kalah:
        """Ask the citizen again for exactly what is wrong; the clock stops meanwhile."""
        return await self._move(
            row,
            S.PERLU_PERBAIKAN,
            "dikembalikan",
            by_officer(by),
            isian=self.book.seal_isian(row.id, isian),
            putusan=self.book.seal_putusan(row.id, putusan),
            petugas=None,
            periksa="",
            batas_at=None,
        )

    @unit_of_work
    async def approve(self, row: Permohonan, putusan: Putusan, *, by: int) -> Permohonan | Kalah:
        """Approve a case; issuing starts after this has been committed."""
        return await self._move(
            row,
            S.DISETUJUI,
            "disetujui",
            by_officer(by),
            putusan=self.book.seal_putusan(row.id, putusan),
            diputus_at=self._now(),
        )

    @unit_of_work
    async def reject(self, row: Permohonan, alasan: str, *, by: int) -> Permohonan | Kalah:
        """Reject a case with a reason that the citizen will read."""
        putusan = replace(self.book.putusan(row), alasan=(alasan,))
        return await self._move(
            row,
            S.DITOLAK,
            "ditolak",
            by_officer(by),
            putusan=self.book.seal_putusan(row.id, putusan),
            diputus_at=self._now(),
        )

    @unit_of_work
    async def close(self, row: Permohonan) -> Permohonan | Kalah:
        """End an approved case whose products have all reached the citizen."""
        return await self._move(row, S.SELESAI, "selesai", SISTEM)

    @unit_of_work
    async def tell(self, row: Permohonan, aksi: str, *, by: int) -> None:
        """Write down an officer's act that changes nothing but must be known."""
        await self._tell(row, aksi, by_officer(by), {})

    async def _add_product(self, row: Permohonan, order: int, new: ProdukBaru) -> None:
        produk_id = new_id()
        await Produk.create(
            id=produk_id,
            permohonan_id=row.id,
            urutan=order,
            jenis=new.jenis,
            nama=new.nama,
            status=StatusProduk.MENUNGGU.value,
            jalan=new.jalan.value,
            alamat=self.book.seal_alamat(produk_id, new.alamat) if new.alamat else None,
            diubah_at=self._now(),
        )

    async def _next_number(self) -> str:
        """Number the cases of a day in order; the unique column refuses a double."""
        stem = f"{self._awalan}-{self._today():%Y%m%d}-"
        last = await Permohonan.filter(nomor__startswith=stem).order_by("-nomor").first()
        count = int(last.nomor[len(stem) :]) if last and last.nomor else 0
        return f"{stem}{count + 1:04d}"

    async def _move(
        self, row: Permohonan, to: StatusPermohonan, aksi: str, pelaku: str, **changes: object
    ) -> Permohonan | Kalah:
        if not allowed(S(row.status), to):
            return await self._lost(row)
        moved = await self._change(row, status=to.value, **changes)
        if isinstance(moved, Permohonan):
            await self._tell(row, aksi, pelaku, {"revisi": moved.revisi})
        return moved

    async def _change(self, row: Permohonan, **changes: object) -> Permohonan | Kalah:
        changed = await Permohonan.filter(id=row.id, revisi=row.revisi, status=row.status).update(
            revisi=row.revisi + 1, diubah_at=self._now(), **changes
        )
        return await Permohonan.get(id=row.id) if changed else await self._lost(row)

    async def _lost(self, row: Permohonan) -> Kalah:
        current = await Permohonan.get(id=row.id)
        return Kalah(S(current.status), current.petugas)

    async def _tell(
        self, row: Permohonan, aksi: str, pelaku: str, rincian: dict[str, str | int]
    ) -> None:
        await riwayat.write(aksi, row.id, pelaku=pelaku, now=self._now(), rincian=rincian)


def ticks(row: Permohonan) -> set[str]:
    """Return the checklist codes that are ticked."""
    return set(row.periksa.split(",")) - {""}
