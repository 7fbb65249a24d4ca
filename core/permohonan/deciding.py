"""What an officer does with a case: take, check, note, decide. Only who holds it decides it."""

from collections.abc import Mapping
from dataclasses import replace

from core.permohonan.book import Putusan
from core.permohonan.changes import Changes, Kalah
from core.permohonan.models import Permohonan
from core.permohonan.pelaku import SISTEM, by_officer
from core.permohonan.pratinjau import KeadaanPratinjau
from core.permohonan.status import StatusPermohonan
from core.store import unit_of_work

S = StatusPermohonan


class Deciding(Changes):
    """The officer's verbs. Each is a unit of work."""

    @unit_of_work
    async def take(self, row: Permohonan, *, by: int) -> Permohonan | Kalah:
        """Give a waiting case to one officer."""
        return await self._move(row, S.DIPERIKSA, "diambil", by_officer(by), petugas=by)

    @unit_of_work
    async def release(self, row: Permohonan, *, by: int) -> Permohonan | Kalah:
        """Put a case back into the queue. The ticks go: they were this officer's word."""
        return await self._decide(row, S.DIAJUKAN, "dilepas", by, petugas=None, periksa="")

    @unit_of_work
    async def tick(self, row: Permohonan, kode: str, *, by: int) -> Permohonan | Kalah:
        """Tick or untick a line of the checklist."""
        ticked = ",".join(sorted(ticks(row) ^ {kode}))
        return await self._amend(row, "dicentang", by, {"kode": kode}, periksa=ticked)

    @unit_of_work
    async def note(self, row: Permohonan, putusan: Putusan, *, by: int) -> Permohonan | Kalah:
        """Keep what the officer has added so far."""
        sealed = self.book.seal_putusan(row.id, putusan)
        return await self._amend(row, "dilengkapi", by, {}, putusan=sealed)

    @unit_of_work
    async def send_back(
        self, row: Permohonan, isian: str, putusan: Putusan, *, by: int, versi: int | None = None
    ) -> Permohonan | Kalah:
        """Ask the citizen again for exactly what is wrong; the clock stops meanwhile.

        `versi`: that of the form, if the case was carried over to another one.
        """
        return await self._decide(
            row,
            S.PERLU_PERBAIKAN,
            "dikembalikan",
            by,
            isian=self.book.seal_isian(row.id, isian),
            versi=versi or row.versi,
            putusan=self.book.seal_putusan(row.id, putusan),
            petugas=None,
            periksa="",
            batas_at=None,
            diingatkan_at=None,
        )

    @unit_of_work
    async def approve(
        self, row: Permohonan, putusan: Putusan, *, by: int, pratinjau: bool = False
    ) -> Permohonan | Kalah:
        """Approve a case; issuing starts after this has been committed.

        With `pratinjau` the applicant is shown the pages first, and issuing waits for his word.
        """
        look = KeadaanPratinjau.DIMINTA if pratinjau else KeadaanPratinjau.TIADA
        return await self._end(row, S.DISETUJUI, "disetujui", by, putusan, pratinjau=look.value)

    @unit_of_work
    async def reject(self, row: Permohonan, alasan: str, *, by: int) -> Permohonan | Kalah:
        """Reject a case with a reason that the citizen will read."""
        putusan = replace(self.book.putusan(row), alasan=(alasan,))
        return await self._end(row, S.DITOLAK, "ditolak", by, putusan)

    @unit_of_work
    async def attended(self, row: Permohonan, *, by: int) -> Permohonan | Kalah:
        """End a scheduled case: the citizen came and was served."""
        return await self._end_at_counter(row, S.SELESAI, "hadir", by)

    @unit_of_work
    async def missed(self, row: Permohonan, *, by: int) -> Permohonan | Kalah:
        """End a scheduled case: the citizen did not come."""
        return await self._end_at_counter(row, S.KEDALUWARSA, "tidak_datang", by)

    @unit_of_work
    async def close_unmarked(self, row: Permohonan) -> Permohonan | Kalah:
        """End a scheduled case of which nobody noted whether the citizen came."""
        if row.status != S.TERJADWAL:
            # The road from DRAF is that of what lies silent.
            return await self._lost(row)
        return await self._move(row, S.KEDALUWARSA, "kedaluwarsa", SISTEM, diputus_at=self._now())

    @unit_of_work
    async def tell(self, row: Permohonan, aksi: str, *, by: int) -> None:
        """Write down an officer's act that changes nothing but must be known."""
        await self._tell(row, aksi, by_officer(by), {})

    async def _end_at_counter(
        self, row: Permohonan, to: StatusPermohonan, aksi: str, by: int
    ) -> Permohonan | Kalah:
        if row.status != S.TERJADWAL:
            # Other roads lead there too: that of the clock, and that of issuing.
            return await self._lost(row)
        return await self._move(row, to, aksi, by_officer(by), diputus_at=self._now())

    async def _end(
        self,
        row: Permohonan,
        to: StatusPermohonan,
        aksi: str,
        by: int,
        putusan: Putusan,
        **changes: object,
    ) -> Permohonan | Kalah:
        sealed = self.book.seal_putusan(row.id, putusan)
        return await self._decide(
            row, to, aksi, by, putusan=sealed, diputus_at=self._now(), **changes
        )

    async def _decide(
        self, row: Permohonan, to: StatusPermohonan, aksi: str, by: int, **changes: object
    ) -> Permohonan | Kalah:
        if not _holds(by, row):
            return await self._lost(row)
        return await self._move(row, to, aksi, by_officer(by), **changes)

    async def _amend(
        self, row: Permohonan, aksi: str, by: int, rincian: Mapping[str, str], **changes: object
    ) -> Permohonan | Kalah:
        if not _holds(by, row):
            return await self._lost(row)
        changed = await self._change(row, **changes)
        if isinstance(changed, Permohonan):
            await self._tell(row, aksi, by_officer(by), rincian)
        return changed


def ticks(row: Permohonan) -> set[str]:
    """Return the checklist codes that are ticked."""
    return set(row.periksa.split(",")) - {""}


def _holds(petugas: int, row: Permohonan) -> bool:
    return row.status == S.DIPERIKSA and row.petugas == petugas
