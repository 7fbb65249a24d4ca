"""An SQLite file with the tables of the ground; the live engine, WAL and all."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tortoise import Tortoise

from core.store import Database, opened


@pytest.fixture
async def berkas_db(tmp_path: Path) -> AsyncIterator[Path]:
    file = tmp_path / "adminduk.sqlite3"
    async with opened(Database(f"sqlite:{file}", ["core.store.models"])):
        await Tortoise.generate_schemas()
        yield file
