"""How many cases stand where, and since when an approved one waits for its document."""

from collections.abc import Mapping
from datetime import datetime

from tortoise.functions import Count

from core.permohonan.models import Permohonan
from core.permohonan.status import OPEN, StatusPermohonan, StatusProduk


async def oldest_unissued() -> datetime | None:
    """Return when the oldest case was approved of which something is still to be issued."""
    approved = StatusPermohonan.DISETUJUI.value
    found = (
        await Permohonan.filter(status=approved, produk__status=StatusProduk.MENUNGGU.value)
        .order_by("diputus_at")
        .first()
    )
    return found.diputus_at if found else None


async def open_cases() -> Mapping[str, int]:
    """Return how many open cases stand in each status."""
    states = [one.value for one in OPEN]
    rows = await (
        Permohonan.filter(status__in=states)
        .annotate(banyak=Count("id"))
        .group_by("status")
        .values("status", "banyak")
    )
    return dict.fromkeys(states, 0) | {row["status"]: row["banyak"] for row in rows}
