"""A round of house-keeping."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from core.store import Database, JenisKeluar, KeadaanKeluar, Keluar, inbox, new_id, opened, outbox
from core.store.models import Inbox, Outbox
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


async def test_what_a_citizen_never_came_back_for_is_given_up_after_a_month(base: None) -> None:
    for days in (29, 31):
        row_id = new_id()
        await outbox.put(
            Keluar(
                id=row_id,
                jenis=JenisKeluar.TELEGRAM,
                jalur="jalur",
                kunci=str(days),
                muatan=b"isi",
                mulai_at=NOW - timedelta(days=days),
            )
        )
        await outbox.hold(await Outbox.get(id=row_id), sebab="diblokir")
        await Outbox.filter(id=row_id).update(mulai_at=NOW - timedelta(days=days))
    await HouseKeeping(Shelf(0), now=lambda: NOW).tidy()
    assert {one.kunci: one.keadaan for one in await Outbox.all()} == {
        "29": "tertahan",
        "31": "gagal",
    }


async def test_messages_are_forgotten_after_three_months_and_letters_are_not(base: None) -> None:
    for jenis in JenisKeluar:
        for days in (89, 91):
            row_id, moment = new_id(), NOW - timedelta(days=days)
            await outbox.put(Keluar(row_id, jenis, "jalur", f"{jenis}{days}", b"isi", moment))
            row = await Outbox.get(id=row_id)
            await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=moment)
    await HouseKeeping(Shelf(0), now=lambda: NOW).tidy()
    left = {one.kunci for one in await Outbox.all()}
    assert left == {"telegram89", "peristiwa89", "email89", "email91"}
