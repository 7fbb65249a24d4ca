"""How long the oldest one waits and how many stand where: cheap questions on indexes, no names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from tortoise.expressions import Q
from tortoise.functions import Count

from core.store.inbox import KeadaanMasuk
from core.store.models import Inbox, Outbox
from core.store.outbox import JenisKeluar, KeadaanKeluar

_K = KeadaanKeluar
_UNDER_WAY = (_K.ANTRE, _K.AMPLOP, _K.DATA)
# What has left is not counted here: nobody needs to know how many there ever were.
_OPEN = (*_UNDER_WAY, _K.RAGU, _K.GAGAL)


@dataclass(frozen=True)
class Antrean:
    """One queue: since when its oldest member waits, and how many stand in which state."""

    tertua: datetime | None
    jumlah: Mapping[str, int]


async def waiting_updates() -> Antrean:
    """Look at what came in and is not handled."""
    oldest = await Inbox.filter(keadaan=KeadaanMasuk.BARU.value).order_by("id").first()
    states = (KeadaanMasuk.BARU.value, KeadaanMasuk.DISISIHKAN.value)
    rows = await (
        Inbox.filter(keadaan__in=states)
        .annotate(banyak=Count("id"))
        .group_by("keadaan")
        .values("keadaan", "banyak")
    )
    return Antrean(
        oldest.diterima_at if oldest else None,
        dict.fromkeys(states, 0) | {row["keadaan"]: row["banyak"] for row in rows},
    )


async def waiting_messages(jenis: JenisKeluar, *, now: datetime) -> Antrean:
    """Look at what must leave. What was put down for later does not wait yet."""
    due = Outbox.filter(jenis=jenis.value, keadaan__in=[one.value for one in _UNDER_WAY])
    oldest = await due.filter(Q(mulai_at__lte=now) | Q(percobaan__gt=0)).order_by("id").first()
    rows = await (
        Outbox.filter(jenis=jenis.value, keadaan__in=[one.value for one in _OPEN])
        .annotate(banyak=Count("id"))
        .group_by("keadaan")
        .values("keadaan", "banyak")
    )
    return Antrean(
        born(oldest.id) if oldest else None,
        {one.value: 0 for one in _OPEN} | {row["keadaan"]: row["banyak"] for row in rows},
    )


def born(row_id: UUID) -> datetime:
    """Return when a row was made: its id begins with the milliseconds (core.store.ids)."""
    return datetime.fromtimestamp((row_id.int >> 80) / 1000, UTC)
