"""Every change of a product: check the road, change by compare-and-set, write the history."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from core.permohonan.models import Produk
from core.permohonan.pelaku import SISTEM, by_officer
from core.permohonan.status import ARRIVED, StatusProduk, allowed_produk
from core.store import new_id, riwayat, unit_of_work

P = StatusProduk


class Products:
    """The desk of products. Moving to where a product already is changes nothing (False)."""

    def __init__(self, *, now: Callable[[], datetime]) -> None:
        self._now = now

    async def find(self, produk_id: UUID) -> Produk | None:
        """Return a product."""
        return await Produk.get_or_none(id=produk_id)

    async def of_document(self, dokumen_id: UUID) -> Produk | None:
        """Return the product that a document was issued for."""
        return await Produk.get_or_none(dokumen_id=dokumen_id)

    @unit_of_work
    async def fix_document(self, row: Produk) -> UUID:
        """Fix the id of the document that will be issued; the first one stays."""
        await Produk.filter(id=row.id, dokumen_id__isnull=True).update(dokumen_id=new_id())
        fixed = (await Produk.get(id=row.id)).dokumen_id
        if fixed is None:
            raise LookupError(f"produk {row.id} has no document")
        return fixed

    @unit_of_work
    async def move(self, row: Produk, to: StatusProduk, *, pelaku: str = SISTEM) -> bool:
        """Move a product along a listed road; False if it is closed or somebody was faster."""
        return await self._move(row, to, pelaku)

    @unit_of_work
    async def hand_over(self, row: Produk, penerima: bytes, *, by: int) -> bool:
        """Record that a print was handed over, and to whom (sealed by the book)."""
        return await self._move(row, P.DISERAHKAN, by_officer(by), penerima=penerima)

    async def all_arrived(self, permohonan_id: UUID) -> bool:
        """Tell whether every product of a case has reached the citizen."""
        rows = await Produk.filter(permohonan_id=permohonan_id)
        return bool(rows) and all(P(row.status) in ARRIVED for row in rows)

    async def _move(self, row: Produk, to: StatusProduk, pelaku: str, **changes: object) -> bool:
        if not allowed_produk(P(row.status), to):
            return False
        now = self._now()
        moved = await Produk.filter(id=row.id, status=row.status).update(
            status=to.value, diubah_at=now, **changes
        )
        if moved:
            await riwayat.write(f"produk_{to.value}", row.id, pelaku=pelaku, now=now)
        return bool(moved)
