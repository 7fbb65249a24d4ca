"""Whatever Telegram answers to a fetch, listening goes on and nothing is lost."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Sequence

import pytest

from core.bot.polling import Polling
from tests.core.bot.ruang import BUDI, Ruang

PATIENCE = 20.0


class Store:
    """Keeps what was fetched, and fails as often as it is told to."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.failing = 0
        self.batches: list[Sequence[object]] = []

    async def __call__(self, batch: Sequence[object]) -> None:
        if self.failing:
            self.failing -= 1
            raise OSError("disk full")
        self.batches.append(batch)
        self.ids += [one["update_id"] for one in batch if isinstance(one, dict)]

    async def has(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while len(self.ids) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.01)


class Clock:
    """Seconds that stand still."""

    def __init__(self) -> None:
        self.instant = 0.0

    def __call__(self) -> float:
        return self.instant


@contextlib.asynccontextmanager
async def polling(ruang: Ruang, store: Store, clock: Clock) -> AsyncIterator[None]:
    loop = Polling(ruang.bot, store, first_pause=0.01, clock=clock)
    task = asyncio.create_task(loop.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _answered(ruang: Ruang, code: int, times: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            calls = await ruang.klien.panggilan("getUpdates")
            if sum(one.kode == code for one in calls) >= times:
                return
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("code", [500, 502, 429])
async def test_s10_an_outage_delays_and_loses_nothing(ruang: Ruang, code: int) -> None:
    store = Store()
    await ruang.klien.ganggu("getUpdates", code, kali=2, tunda=1)
    async with polling(ruang, store, Clock()):
        await ruang.klien.tulis(BUDI, "satu")
        await ruang.klien.tulis(BUDI, "dua")
        await store.has(2)
    assert store.ids == sorted(set(store.ids))


async def test_s10_a_line_that_drops_delays_and_loses_nothing(ruang: Ruang) -> None:
    store = Store()
    await ruang.klien.putus("getUpdates", kali=3)
    async with polling(ruang, store, Clock()):
        await ruang.klien.tulis(BUDI, "satu")
        await store.has(1)


async def test_what_could_not_be_stored_is_fetched_again(ruang: Ruang) -> None:
    store = Store()
    store.failing = 3
    await ruang.klien.tulis(BUDI, "satu")
    async with polling(ruang, store, Clock()):
        await store.has(1)
    offsets = [one.isi.get("offset") for one in await ruang.klien.panggilan("getUpdates")]
    assert offsets[:4] == [None] * 4, "nothing was confirmed before it was stored"


async def test_s11_a_foreign_poller_is_told_of_once_a_minute(
    ruang: Ruang, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()

    def told() -> int:
        return sum("409" in one.message for one in caplog.records)

    with caplog.at_level(logging.ERROR, logger="core.bot.polling"):
        await ruang.klien.ganggu("getUpdates", 409, kali=4)
        async with polling(ruang, Store(), clock):
            await _answered(ruang, 409, 4)
            assert told() == 1
            clock.instant = 61.0
            await ruang.klien.ganggu("getUpdates", 409, kali=3)
            await ruang.klien.tulis(BUDI, "lagi")
            await _answered(ruang, 409, 7)
    assert told() == 2


async def test_a_token_that_is_refused_is_named_and_never_shown(
    ruang: Ruang, caplog: pytest.LogCaptureFixture
) -> None:
    await ruang.klien.ganggu("getUpdates", 401)
    async with polling(ruang, Store(), Clock()):
        await _answered(ruang, 401, 1)
        await ruang.klien.tulis(BUDI, "satu")
        await _answered(ruang, 200, 1)
    assert any("menolak token" in one.message for one in caplog.records)
    assert ruang.sandbox.token not in caplog.text


async def test_an_update_that_the_library_cannot_read_stops_nobody(ruang: Ruang) -> None:
    """It is handed on as it came; PTB would have refused the whole batch, for ever."""
    store = Store()
    ruang.sandbox._store.updates.put("message", {"chat": "garbled"})
    async with polling(ruang, store, Clock()):
        await ruang.klien.tulis(BUDI, "satu")
        await store.has(2)
