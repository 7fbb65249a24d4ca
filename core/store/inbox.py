"""What Telegram sent, kept until it has been handled: in order per chat, chats beside each other."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.store.models import Inbox
from core.store.transaction import unit_of_work

MAX_ATTEMPTS = 5
_LOOK_AHEAD = 200


def lane(row: Inbox) -> str:
    """Return the lane of an update: its chat."""
    return row.jalur


@dataclass(frozen=True)
class Masuk:
    """An update to be stored: its sealed body is bound to `id`."""

    id: UUID
    update_id: int
    sidik: str
    jalur: str
    muatan: bytes


@unit_of_work
async def store(batch: Iterable[Masuk], *, now: datetime) -> int:
    """Keep what is not kept yet and return how many were new. Confirm to Telegram only afterwards."""
    stored = 0
    for one in batch:
        if await Inbox.exists(update_id=one.update_id, sidik=one.sidik):
            continue
        await Inbox.create(
            id=one.id,
            update_id=one.update_id,
            sidik=one.sidik,
            jalur=one.jalur,
            muatan=one.muatan,
            diterima_at=now,
        )
        stored += 1
    return stored


async def next_waiting(*, busy: Collection[str]) -> Inbox | None:
    """Return the oldest update whose lane is not busy."""
    rows = await Inbox.filter(keadaan="baru").order_by("id").limit(_LOOK_AHEAD)
    return next((row for row in rows if row.jalur not in busy), None)


async def mark_done(row: Inbox) -> None:
    """Settle an update; its body is erased, its id stays to recognise a repeat."""
    await Inbox.filter(id=row.id).update(keadaan="selesai", muatan=None)


async def mark_failed(row: Inbox) -> bool:
    """Count a failed attempt; after MAX_ATTEMPTS set the update aside. True if it was set aside."""
    attempts = row.percobaan + 1
    aside = attempts >= MAX_ATTEMPTS
    await Inbox.filter(id=row.id).update(
        percobaan=attempts, keadaan="disisihkan" if aside else "baru"
    )
    return aside


async def purge(*, before: datetime) -> int:
    """Forget handled updates that came in before an instant (48 hours ago)."""
    return await Inbox.filter(keadaan__not="baru", diterima_at__lt=before).delete()
