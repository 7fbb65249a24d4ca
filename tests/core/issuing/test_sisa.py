"""Previews that nobody sent are erased after days; those that may still be sent are not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from core.issuing import Leftovers
from core.issuing.sisa import made_at
from core.store import new_id
from vault import Blobs, SealedBlobs, Sealer


def id_of(moment: datetime) -> UUID:
    millis = int(moment.timestamp() * 1000)
    return UUID(int=millis << 80 | 0x7 << 76 | 0b10 << 62)


def test_an_id_tells_when_it_was_made() -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    assert before < made_at(new_id()) < before + timedelta(minutes=1)


async def test_only_previews_too_old_for_anybody_to_wait_for_are_erased(tmp_path: Path) -> None:
    blobs, now = SealedBlobs(Blobs(tmp_path), Sealer(bytes(range(32)))), datetime.now(UTC)
    hours = {hour: f"pratinjau/{id_of(now - timedelta(hours=hour))}" for hour in (1, 47, 49, 97)}
    other = f"resmi/{id_of(now - timedelta(days=99))}"
    for name in (*hours.values(), other):
        await blobs.put(name, b"gambar")
    long = Leftovers(blobs, jam=72, now=lambda: now)
    await long.erase()
    assert {one for one, name in hours.items() if await blobs.exists(name)} == {1, 47, 49}
    short = Leftovers(blobs, jam=4, now=lambda: now)
    await short.erase()
    await short.erase()
    assert {one for one, name in hours.items() if await blobs.exists(name)} == {1, 47}
    assert await blobs.exists(other)


async def test_where_no_preview_ever_lay_nothing_is_done(tmp_path: Path) -> None:
    blobs = SealedBlobs(Blobs(tmp_path), Sealer(bytes(range(32))))
    await Leftovers(blobs, jam=0, now=lambda: datetime.now(UTC)).erase()
