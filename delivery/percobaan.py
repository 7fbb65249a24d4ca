"""Counts failed attempts per door and address. An attempt is reserved before it is judged, so
fifty parallel guesses get five answers; what crashes after reserving stays counted."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import F, Q

from core.store import new_id, unit_of_work
from delivery.models import Percobaan


@dataclass(frozen=True)
class Batas:
    """So many failures in a window, then the door is shut for a while."""

    maksimal: int
    jendela: timedelta
    kunci: timedelta


# SECURITY.md 6, tier A: link and address.
TAUTAN = Batas(5, timedelta(minutes=10), timedelta(minutes=15))
# SECURITY.md 3: the counter's page, per address and for everybody.
LOKET_ALAMAT = Batas(10, timedelta(hours=1), timedelta(minutes=15))
LOKET_SEMUA = Batas(100, timedelta(hours=1), timedelta(minutes=15))


@dataclass(frozen=True)
class Reserved:
    """The attempt may be judged; if it fails, this many remain."""

    sisa: int


@dataclass(frozen=True)
class Throttled:
    """No attempt is judged before this instant, not even a right one."""

    sampai: datetime


@unit_of_work
async def reserve(kunci: str, batas: Batas, *, now: datetime) -> Reserved | Throttled:
    """Count an attempt as failed in advance, unless the door is shut."""
    fresh = Percobaan(id=new_id(), kunci=kunci, jendela_mulai=now)
    await Percobaan.bulk_create([fresh], ignore_conflicts=True)
    over = Q(terkunci_sampai__isnull=True, jendela_mulai__lte=now - batas.jendela)
    unlocked = Q(terkunci_sampai__lte=now)
    await Percobaan.filter(over | unlocked, kunci=kunci).update(
        gagal=0, jendela_mulai=now, terkunci_sampai=None
    )
    taken = await Percobaan.filter(
        kunci=kunci, gagal__lt=batas.maksimal, terkunci_sampai__isnull=True
    ).update(gagal=F("gagal") + 1)
    row = await Percobaan.get(kunci=kunci)
    if taken:
        return Reserved(sisa=batas.maksimal - row.gagal)
    return Throttled(sampai=row.terkunci_sampai or row.jendela_mulai + batas.jendela)


@unit_of_work
async def refund(kunci: str) -> None:
    """Take back a reservation that turned out not to be a failure."""
    await Percobaan.filter(kunci=kunci, gagal__gt=0).update(gagal=F("gagal") - 1)


@unit_of_work
async def clear(kunci: str) -> None:
    """Forget the failures: the right answer was given."""
    await Percobaan.filter(kunci=kunci).update(gagal=0, terkunci_sampai=None)


@unit_of_work
async def fail(kunci: str, batas: Batas, *, now: datetime) -> bool:
    """Let the reserved failure stand; tell whether it was the one that shut the door."""
    return bool(
        await Percobaan.filter(
            kunci=kunci, gagal__gte=batas.maksimal, terkunci_sampai__isnull=True
        ).update(terkunci_sampai=now + batas.kunci)
    )
