"""A round of house-keeping."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from core.store import Database, inbox, new_id, opened
from core.store.models import Inbox
from core.tenggat import HouseKeeping

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


class Shelf:
    """Papers that wait to be erased, in batches."""

    def __init__(self, waiting: int) -> None:
        self.waiting = waiting

    async def erase_discarded(self, *, limit: int = 100) -> int:
        gone = min(limit, self.waiting)
        self.waiting -= gone
        return gone


@pytest.fixture
async def base(database_url: str) -> AsyncIterator[None]:
    models = ["core.store.models", "delivery.models"]
    async with opened(Database(database_url, models)):
        yield


async def came_in(hours_ago: float, *, handled: bool) -> None:
    row_id = new_id()
    moment = NOW - timedelta(hours=hours_ago)
    one = inbox.Masuk(row_id, row_id.int % 10**9, str(row_id), "jalur", b"isi")
    await inbox.store([one], now=moment)
    if handled:
        await inbox.mark_done(await Inbox.get(id=row_id))


async def test_all_discarded_papers_are_erased(base: None) -> None:
    shelf = Shelf(250)
    await HouseKeeping(shelf, now=lambda: NOW).tidy()
    assert shelf.waiting == 0


async def test_a_handled_update_is_forgotten_after_two_days(base: None) -> None:
    await came_in(49, handled=True)
    await came_in(47, handled=True)
    await HouseKeeping(Shelf(0), now=lambda: NOW).tidy()
    assert await Inbox.all().count() == 1


async def test_an_update_that_waits_is_kept_however_old(base: None) -> None:
    await came_in(500, handled=False)
    await HouseKeeping(Shelf(0), now=lambda: NOW).tidy()
    assert await Inbox.all().count() == 1
