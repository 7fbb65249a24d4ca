"""Fixtures of delivery: an SQLite file, an office with one document, a browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tortoise import Tortoise

from core.store import Database, opened
from tests.delivery.dunia import CHEAP, Clock, Dunia, Peramban, serve
from vault import Stretcher


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def basis_data(tmp_path: Path) -> AsyncIterator[Path]:
    """An SQLite file with delivery's tables; the live engine, WAL and all."""
    file = tmp_path / "adminduk.sqlite3"
    async with opened(Database(f"sqlite:{file}", ["delivery.models"])):
        await Tortoise.generate_schemas()
        yield file


@pytest.fixture
async def dunia(tmp_path: Path, clock: Clock, basis_data: Path) -> AsyncIterator[Dunia]:
    stretcher = Stretcher(CHEAP)
    yield Dunia(tmp_path, clock, stretcher)
    stretcher.close()


@pytest.fixture
async def peramban(dunia: Dunia) -> AsyncIterator[Peramban]:
    async with serve(dunia.situs()) as browser:
        yield browser
