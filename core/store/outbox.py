"""What must leave the house: put down with its cause, sent afterwards, in order per lane."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
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
_OPEN = (*_WAITING, KeadaanKeluar.RAGU.value)
_AHEAD = RawSQL(
    "(CASE WHEN EXISTS (SELECT 1 FROM outbox AS depan WHERE depan.jalur = outbox.jalur"
    " AND depan.jenis = outbox.jenis AND depan.keadaan IN ('antre', 'amplop', 'data')"
    " AND depan.id < outbox.id) THEN 1 ELSE 0 END)"
)
# Nothing waits longer than this: what seems to, was put down before the clock was set back.
_LONGEST_WAIT = timedelta(hours=9)


class Overtaken(RuntimeError):
    """Somebody else has changed this message meanwhile: it is his to go on with."""


@dataclass(frozen=True)
class Keluar:
    """A message to be sent at once: `mulai_at` is now, and later only after a failure.

    `muatan` is sealed by the caller, bound to `id`.
    """

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
    # Put down for at once, whatever the clock said then.
    untried = Q(keadaan=KeadaanKeluar.ANTRE.value, percobaan=0, sebab="")
    time_come = Q(mulai_at__lte=now) | untried | Q(mulai_at__gt=now + _LONGEST_WAIT)
    kept = ~Q(keadaan=KeadaanKeluar.RAGU.value) | Q(muatan__isnull=False)
    due = Outbox.filter(
        time_come, kept, jenis=jenis.value, keadaan__in=_OPEN, jalur__not_in=list(busy)
    )
    return await due.annotate(ahead=_AHEAD).filter(ahead=0).order_by("id").first()


async def again(row: Outbox) -> Outbox | None:
    """Return a message as it is now, if it still waits as it did when `row` was read."""
    return await Outbox.get_or_none(
        id=row.id, keadaan=row.keadaan, percobaan=row.percobaan, mulai_at=row.mulai_at
    )


async def settle(row: Outbox, keadaan: KeadaanKeluar, *, now: datetime, sebab: str = "") -> None:
    """Close a message and erase its payload. That it was sent is true whoever says so."""
    changes = {"keadaan": keadaan.value, "sebab": sebab, "selesai_at": now, "muatan": None}
    if keadaan is KeadaanKeluar.TERKIRIM:
        await Outbox.filter(id=row.id).update(**changes)
    else:
        await _change(row, **changes)


async def doubt(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Nobody knows whether a mail was taken: keep it as it is, and look at it again later."""
    await _change(row, keadaan=KeadaanKeluar.RAGU.value, mulai_at=until, sebab=sebab)


async def advance(row: Outbox, keadaan: KeadaanKeluar) -> None:
    """Commit the phase that a mail is about to enter; Overtaken if it has left its last one."""
    await _change(row, keadaan=keadaan.value)
    row.keadaan = keadaan.value


async def postpone(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Try again later; the lane waits with it, so that order is kept."""
    await _change(
        row,
        keadaan=KeadaanKeluar.ANTRE.value,
        percobaan=row.percobaan + 1,
        mulai_at=until,
        sebab=sebab,
    )


async def delay(row: Outbox, *, until: datetime, sebab: str) -> None:
    """Try again later through no fault of the message: its tries are not counted."""
    await _change(row, mulai_at=until, sebab=sebab)


async def hold(row: Outbox, *, sebab: str) -> None:
    """Keep a message, payload and all, for when its chat is back; its lane goes on without it."""
    await _change(row, keadaan=KeadaanKeluar.TERTAHAN.value, sebab=sebab)


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


async def purge(*, before: datetime) -> int:
    """Forget messages and notices settled before an instant; letters stay, bounces come late."""
    settled = Outbox.filter(
        jenis__in=(JenisKeluar.TELEGRAM.value, JenisKeluar.PERISTIWA.value),
        keadaan__in=(KeadaanKeluar.TERKIRIM.value, KeadaanKeluar.GAGAL.value),
        selesai_at__lt=before,
    )
    return await settled.delete()


async def _change(row: Outbox, **changes: object) -> None:
    """Change a message that still stands where `row` says; Overtaken if it does not."""
    if not await Outbox.filter(id=row.id, keadaan=row.keadaan).update(**changes):
        raise Overtaken(f"outbox {row.id} was changed by another")
