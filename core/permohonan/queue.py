"""How many cases stand where, and since when an approved one waits for its document."""

from collections.abc import Mapping
from datetime import UTC, datetime

from tortoise.expressions import Q
from tortoise.functions import Count

from core.permohonan.models import Permohonan
from core.permohonan.pratinjau import HELD, KeadaanPratinjau
from core.permohonan.status import OPEN, StatusPermohonan, StatusProduk


async def oldest_unissued() -> datetime | None:
    """Return since when the oldest case may be issued of which something is still to be.

    One that waits for its applicant's look does not count, and later counts from its end.
    """
    approved = StatusPermohonan.DISETUJUI.value
    open_ = Permohonan.filter(status=approved, produk__status=StatusProduk.MENUNGGU.value)
    never, waiting = KeadaanPratinjau.TIADA.value, [one.value for one in HELD]
    first = [
        await open_.filter(pratinjau=never).order_by("diputus_at").first(),
        await open_.exclude(pratinjau__in=[never, *waiting]).order_by("diubah_at").first(),
    ]
    moments = [issuable_since(one) for one in first if one is not None]
    return min((one for one in moments if one is not None), default=None)


def issuable_since(row: Permohonan) -> datetime | None:
    """Return since when an approved case may be issued: not while its applicant was asked."""
    return row.diubah_at if row.pratinjau else row.diputus_at


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


async def ahead_of(case: Permohonan) -> int:
    """Return how many cases the officers come to before this one; the oldest comes first."""
    waits = Permohonan.filter(
        status__in=[StatusPermohonan.DIAJUKAN.value, StatusPermohonan.DIPERIKSA.value]
    )
    earlier = Q(diajukan_at__lt=case.diajukan_at) | Q(diajukan_at=case.diajukan_at, id__lt=case.id)
    return await waits.filter(earlier).count()


async def decided_since(moment: datetime) -> int:
    """Return how many examined cases were decided since a moment: the officers' recent pace.

    What was given at the counter has no deadline, and no part in this queue.
    """
    decided = Permohonan.filter(diputus_at__gte=moment.astimezone(UTC), batas_at__isnull=False)
    return await decided.count()
