"""How a case changes: check the road, compare and set, write the history, return the case.

Exactly one of two people who act at once wins; the other is told who did (`Kalah`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.permohonan.book import Book
from core.permohonan.models import Permohonan
from core.permohonan.status import StatusPermohonan, allowed
from core.store import riwayat


@dataclass(frozen=True)
class Kalah:
    """The case changed meanwhile: its status now, and who holds it."""

    status: StatusPermohonan
    petugas: int | None


class Changes:
    """What every verb of a case is made of. Always inside the verb's unit of work."""

    def __init__(self, book: Book, *, now: Callable[[], datetime]) -> None:
        self.book = book
        self._now = now

    async def _move(
        self, row: Permohonan, to: StatusPermohonan, aksi: str, pelaku: str, **changes: object
    ) -> Permohonan | Kalah:
        """Take a listed road; what is not listed is lost."""
        if not allowed(StatusPermohonan(row.status), to):
            return await self._lost(row)
        moved = await self._change(row, status=to.value, **changes)
        if isinstance(moved, Permohonan):
            await self._tell(row, aksi, pelaku, {"revisi": moved.revisi})
        return moved

    async def _change(self, row: Permohonan, **changes: object) -> Permohonan | Kalah:
        """Change the case if it still is as `row` says."""
        same = Permohonan.filter(id=row.id, revisi=row.revisi, status=row.status)
        changed = await same.update(revisi=row.revisi + 1, diubah_at=self._now(), **changes)
        return await Permohonan.get(id=row.id) if changed else await self._lost(row)

    async def _lost(self, row: Permohonan) -> Kalah:
        current = await Permohonan.get(id=row.id)
        return Kalah(StatusPermohonan(current.status), current.petugas)

    async def _tell(
        self, row: Permohonan, aksi: str, pelaku: str, rincian: Mapping[str, str | int]
    ) -> None:
        await riwayat.write(aksi, row.id, pelaku=pelaku, now=self._now(), rincian=rincian)
