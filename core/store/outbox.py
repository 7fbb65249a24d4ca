"""What must leave the house: put down with the change that caused it, sent afterwards, in order per lane."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from core.store.models import Outbox

_LOOK_AHEAD = 400


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


_WAITING = (KeadaanKeluar.ANTRE, KeadaanKeluar.AMPLOP)


def lane(row: Outbox) -> str:
    """Return the lane of a message."""
    return row.jalur


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


async def put(message: Keluar) -> bool:
    """Put a message down in the caller's unit of work; False if its key was already used."""
    if await Outbox.exists(kunci=message.kunci):
        return False
    await Outbox.create(
        id=message.id,
        jenis=message.jenis.value,
        jalur=message.jalur,
        kunci=message.kunci,
        muatan=message.muatan,
        kartu_id=message.kartu_id,
        subjek=message.subjek,
        mulai_at=message.mulai_at,
        dibuat_at=message.mulai_at,
    )
    return True


async def next_due(jenis: JenisKeluar, *, now: datetime, busy: Collection[str]) -> Outbox | None:
    """Return the oldest message that heads its lane, is due, and whose lane is not busy."""
    rows = (
        await Outbox.filter(jenis=jenis.value, keadaan__in=[s.value for s in _WAITING])
        .order_by("id")
        .limit(_LOOK_AHEAD)
    )
    seen: set[str] = set(busy)
    for row in rows:
        if row.jalur not in seen and row.mulai_at <= now:
            return row
        seen.add(row.jalur)
    return None


async def settle(row: Outbox, keadaan: KeadaanKeluar, *, now: datetime, sebab: str = "") -> None:
    """Close a message and erase its payload, except where doubt means that it may be needed again."""
    await Outbox.filter(id=row.id).update(
        keadaan=keadaan.value,
        sebab=sebab,
        selesai_at=now,
        muatan=row.muatan if keadaan is KeadaanKeluar.RAGU else None,
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


async def doubt_interrupted() -> int:
    """On start: a mail that was in phase `data` may have been accepted; call it `ragu`."""
    return await Outbox.filter(
        jenis=JenisKeluar.EMAIL.value, keadaan=KeadaanKeluar.DATA.value
    ).update(keadaan=KeadaanKeluar.RAGU.value, sebab="terputus saat mengirim")
