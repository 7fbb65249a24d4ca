"""What must leave the house: put down with its cause, sent afterwards, in order per lane."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tortoise.expressions import Q, RawSQL

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
    TERTAHAN = "tertahan"  # its chat has blocked us: kept until the chat is back


# A mail that was interrupted in phase `amplop` was not taken by anybody: it is sent again. One in
# phase `data` that nobody is sending was interrupted too, and whoever takes it must doubt it.
_WAITING = (KeadaanKeluar.ANTRE.value, KeadaanKeluar.AMPLOP.value, KeadaanKeluar.DATA.value)
_AHEAD = RawSQL(
    "(SELECT COUNT(*) FROM outbox AS depan WHERE depan.jalur = outbox.jalur"
    " AND depan.jenis = outbox.jenis AND depan.keadaan IN ('antre', 'amplop', 'data')"
    " AND depan.id < outbox.id)"
)


class Overtaken(RuntimeError):
    """Somebody else has changed this message meanwhile: it is his to go on with."""


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
    """Return the oldest message that heads its lane, is due, and whose lane is not busy.

    One in doubt is due again once its time has come; it holds nobody of its lane back.
    """
    waits = Q(keadaan__in=_WAITING) | Q(keadaan=KeadaanKeluar.RAGU.value, muatan__isnull=False)
    due = Outbox.filter(waits, jenis=jenis.value, mulai_at__lte=now, jalur__not_in=list(busy))
    return await due.annotate(ahead=_AHEAD).filter(ahead=0).order_by("id").first()


async def again(row: Outbox) -> Outbox | None:
    """Return a message as it is now, if it still waits as it did when `row` was read."""
    return await Outbox.get_or_none(
        id=row.id, keadaan=row.keadaan, percobaan=row.percobaan, mulai_at=row.mulai_at
    )


async def settle(row: Outbox, keadaan: KeadaanKeluar, *, now: datetime, sebab: str = "") -> None:
    """Close a message and erase its payload."""
    await Outbox.filter(id=row.id).update(
        keadaan=keadaan.value, sebab=sebab, selesai_at=now, muatan=None
    )


async def doubt(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Nobody knows whether a mail was taken: keep it as it is, and look at it again later."""
    await Outbox.filter(id=row.id).update(
        keadaan=KeadaanKeluar.RAGU.value, mulai_at=until, sebab=sebab
    )


async def advance(row: Outbox, keadaan: KeadaanKeluar) -> None:
    """Commit the phase that a mail is about to enter; Overtaken if it has left its last one."""
    same = Outbox.filter(id=row.id, keadaan=row.keadaan)
    if not await same.update(keadaan=keadaan.value):
        raise Overtaken(f"outbox {row.id} was changed by another")
    row.keadaan = keadaan.value


async def postpone(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Try again later; the lane waits with it, so that order is kept."""
    await Outbox.filter(id=row.id).update(
        keadaan=KeadaanKeluar.ANTRE.value,
        percobaan=row.percobaan + 1,
        mulai_at=until,
        sebab=sebab,
    )


async def delay(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Try again later through no fault of the message: its tries are not counted."""
    await Outbox.filter(id=row.id).update(mulai_at=until, sebab=sebab)


async def hold(row: Outbox, *, sebab: str) -> None:
    """Keep a message, payload and all, for when its chat is back; its lane goes on without it."""
    await Outbox.filter(id=row.id).update(keadaan=KeadaanKeluar.TERTAHAN.value, sebab=sebab)


async def release(lane: str, *, now: datetime) -> int:
    """Let what was held for a lane leave now, in its old order; return how many there were."""
    held = Outbox.filter(jalur=lane, keadaan=KeadaanKeluar.TERTAHAN.value)
    return await held.update(keadaan=KeadaanKeluar.ANTRE.value, mulai_at=now, percobaan=0)


async def drop_held(*, before: datetime, now: datetime) -> int:
    """Give up what has been held since before an instant; return how many there were."""
    held = Outbox.filter(keadaan=KeadaanKeluar.TERTAHAN.value, mulai_at__lt=before)
    return await held.update(
        keadaan=KeadaanKeluar.GAGAL.value,
        sebab="terlalu lama tertahan",
        selesai_at=now,
        muatan=None,
    )
