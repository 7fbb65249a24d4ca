"""What Telegram sent, kept until it is handled: in order per chat, chats beside each other."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tortoise.queryset import QuerySet

from core.store.models import Inbox
from core.store.transaction import unit_of_work

MAX_ATTEMPTS = 5


class KeadaanMasuk(StrEnum):
    """Where an update stands."""

    BARU = "baru"
    SELESAI = "selesai"
    DISISIHKAN = "disisihkan"


class AlreadyHandled(RuntimeError):
    """Somebody else has handled this update: what was done about it here must not be committed."""


@dataclass(frozen=True)
class Masuk:
    """An update to be stored: its sealed body is bound to `id`."""

    id: UUID
    update_id: int
    sidik: str
    jalur: str
    muatan: bytes


def lane(row: Inbox) -> str:
    """Return the lane of an update: its chat."""
    return row.jalur


@unit_of_work
async def store(batch: Iterable[Masuk], *, now: datetime) -> int:
    """Keep what is not kept yet; return how many were new. Confirm to Telegram only afterwards."""
    rows = [
        Inbox(
            id=one.id,
            update_id=one.update_id,
            sidik=one.sidik,
            jalur=one.jalur,
            muatan=one.muatan,
            keadaan=KeadaanMasuk.BARU.value,
            diterima_at=now,
        )
        for one in batch
    ]
    await Inbox.bulk_create(rows, ignore_conflicts=True)
    return await Inbox.filter(id__in=[row.id for row in rows]).count()


async def next_waiting(*, busy: Collection[str]) -> Inbox | None:
    """Return the oldest update whose lane is not busy."""
    waiting = Inbox.filter(keadaan=KeadaanMasuk.BARU.value, jalur__not_in=list(busy))
    return await waiting.order_by("id").first()


async def again(row: Inbox) -> Inbox | None:
    """Return an update as it is now, if it still waits."""
    return await _waiting(row).first()


async def mark_done(row: Inbox) -> None:
    """Settle an update in the unit of work that handled it, or raise AlreadyHandled.

    The body is erased; the id stays to recognise a repeat.
    """
    if not await _waiting(row).update(keadaan=KeadaanMasuk.SELESAI.value, muatan=None):
        raise AlreadyHandled(f"inbox {row.id} was settled by another")


async def mark_failed(row: Inbox) -> bool:
    """Count a failed attempt; True if that was the last one and the update is now set aside."""
    attempts = row.percobaan + 1
    aside = attempts >= MAX_ATTEMPTS
    state = KeadaanMasuk.DISISIHKAN if aside else KeadaanMasuk.BARU
    counted = await _waiting(row).update(percobaan=attempts, keadaan=state.value)
    return aside and bool(counted)


async def purge(*, before: datetime) -> int:
    """Forget settled updates that came in before an instant (48 hours ago); what waits stays."""
    settled = Inbox.filter(keadaan__not=KeadaanMasuk.BARU.value, diterima_at__lt=before)
    return await settled.delete()


def _waiting(row: Inbox) -> QuerySet[Inbox]:
    return Inbox.filter(id=row.id, keadaan=KeadaanMasuk.BARU.value)
