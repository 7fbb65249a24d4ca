"""Fixtures of the Telegram room."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.core.bot.ruang import Ruang, opened_room


@pytest.fixture
async def ruang(tmp_path: Path) -> AsyncIterator[Ruang]:
    async with opened_room(tmp_path) as room:
        yield room
