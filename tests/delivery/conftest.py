"""Fixtures of delivery: a database, an office with one document, a browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.store import Database, opened
from tests.delivery.dunia import CHEAP, Clock, Dunia, Peramban, serve
from vault import Stretcher


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def basis_data(database_url: str) -> AsyncIterator[Database]:
    """An open database with delivery's tables; the live engines, WAL and all."""
    async with opened(Database(database_url, ["delivery.models"])) as database:
        yield database


@pytest.fixture
async def dunia(tmp_path: Path, clock: Clock, basis_data: Database) -> AsyncIterator[Dunia]:
    stretcher = Stretcher(CHEAP)
    yield Dunia(tmp_path, clock, stretcher)
    stretcher.close()


@pytest.fixture
async def peramban(dunia: Dunia) -> AsyncIterator[Peramban]:
    async with serve(dunia.situs()) as browser:
        yield browser
