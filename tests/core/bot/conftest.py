"""Fixtures of the Telegram room."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from core.bot.pace import UNLIMITED, Limits
from tests.core.bot.bangku import Bench
from tests.core.bot.ruang import Ruang, opened_room


@pytest.fixture
async def ruang(database_url: str) -> AsyncIterator[Ruang]:
    async with opened_room(database_url) as room:
        yield room


@pytest.fixture
def limits() -> Limits:
    """The held clock would hold everybody back; tests of the pace ask for Telegram's limits."""
    return UNLIMITED


@pytest.fixture
async def bench(ruang: Ruang, limits: Limits) -> AsyncIterator[Bench]:
    made = Bench(ruang, limits)
    task = asyncio.create_task(made.sender.lanes.run())
    yield made
    await made.sender.lanes.stop()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
