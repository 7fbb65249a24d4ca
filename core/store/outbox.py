"""What must leave the house: put down with its cause, sent afterwards, in order per lane."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tortoise.expressions import RawSQL

from core.store.models import Outbox
from core.store.transaction import unit_of_work


class JenisKeluar(StrEnum):
    """By which door a message leaves."""

    TELEGRAM = "telegram"
    EMAIL = "email"
    PERISTIWA = "peristiwa"


class KeadaanKeluar(StrEnum):
    """Where a message stands. A mail goes antre -> amplop -> data -> terkirim (two phases)."""

    ANTRE = "antre"
    AMPLOP = "amplop"
    DATA = "data"
    TERKIRIM = "terkirim"
    RAGU = "ragu"
    GAGAL = "gagal"


# A mail that was interrupted in phase `amplop` was not taken by anybody: it is sent again.
_WAITING = (KeadaanKeluar.ANTRE.value, KeadaanKeluar.AMPLOP.value)
_AHEAD = RawSQL(
    "(SELECT COUNT(*) FROM outbox AS depan WHERE depan.jalur = outbox.jalur"
    " AND depan.jenis = outbox.jenis AND depan.keadaan IN ('antre', 'amplop')"
    " AND depan.id < outbox.id)"
)


@dataclass(frozen=True)
class Keluar:
    """A message to be sent. `muatan` is sealed by the caller, bound to `id`."""

    id: UUID
    jenis: JenisKeluar
    jalur: str
    kunci: str
    muatan: bytes
    mulai_at: datetime
    kartu_id: UUID | None = None
    subjek: UUID | None = None


def lane(row: Outbox) -> str:
    """Return the lane of a message."""
    return row.jalur


@unit_of_work
async def put(message: Keluar) -> bool:
    """Put a message down in the caller's unit of work; False if its key was already used."""
    row = Outbox(
        id=message.id,
        jenis=message.jenis.value,
        jalur=message.jalur,
        kunci=message.kunci,
        muatan=message.muatan,
        kartu_id=message.kartu_id,
        subjek=message.subjek,
        keadaan=KeadaanKeluar.ANTRE.value,
        mulai_at=message.mulai_at,
    )
    await Outbox.bulk_create([row], ignore_conflicts=True)
    return await Outbox.exists(id=message.id)


async def next_due(jenis: JenisKeluar, *, now: datetime, busy: Collection[str]) -> Outbox | None:
    """Return the oldest message that heads its lane, is due, and whose lane is not busy."""
    due = Outbox.filter(
        jenis=jenis.value, keadaan__in=_WAITING, mulai_at__lte=now, jalur__not_in=list(busy)
    )
    return await due.annotate(ahead=_AHEAD).filter(ahead=0).order_by("id").first()


async def settle(row: Outbox, keadaan: KeadaanKeluar, *, now: datetime, sebab: str = "") -> None:
    """Close a message and erase its payload. One in doubt stays open: it may be needed again."""
    if keadaan is KeadaanKeluar.RAGU:
        await Outbox.filter(id=row.id).update(keadaan=keadaan.value, sebab=sebab)
        return
    await Outbox.filter(id=row.id).update(
        keadaan=keadaan.value, sebab=sebab, selesai_at=now, muatan=None
    )


async def advance(row: Outbox, keadaan: KeadaanKeluar) -> None:
    """Commit the phase that a mail is about to enter."""
    await Outbox.filter(id=row.id).update(keadaan=keadaan.value)


async def postpone(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Try again later; the lane waits with it, so that order is kept."""
    await Outbox.filter(id=row.id).update(
        keadaan=KeadaanKeluar.ANTRE.value,
        percobaan=row.percobaan + 1,
        mulai_at=until,
        sebab=sebab,
    )


@unit_of_work
async def doubt_interrupted() -> list[Outbox]:
    """On start: a mail in phase `data` may have been accepted; call it `ragu` and return it."""
    found = await Outbox.filter(
        jenis=JenisKeluar.EMAIL.value, keadaan=KeadaanKeluar.DATA.value
    ).order_by("id")
    await Outbox.filter(id__in=[row.id for row in found]).update(
        keadaan=KeadaanKeluar.RAGU.value, sebab="terputus saat mengirim"
    )
    return found
