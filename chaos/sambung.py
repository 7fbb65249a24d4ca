"""How long issuing stood still when the process that did it was killed in the middle."""

from datetime import UTC, datetime
from uuid import UUID

from chaos.medan import Medan
from core.permohonan import Produk
from delivery.models import Tautan


async def gaps(medan: Medan) -> list[float]:
    """Return, for each kill inside a step that names its case, the seconds until the link lay."""
    found = []
    for kill in medan.marked():
        produk = await Produk.get_or_none(permohonan_id=UUID(kill.tanda))
        link = await Tautan.get_or_none(dokumen_id=produk.dokumen_id) if produk else None
        if link is not None:
            killed = datetime.fromtimestamp(kill.saat_ns / 1e9, tz=UTC)
            found.append((link.terbit_at - killed).total_seconds())
    return found
