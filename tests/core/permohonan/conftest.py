"""Fixtures of the desk of cases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tortoise import Tortoise

from core.store import Database, opened
from tests.core.permohonan.dunia import MODELS, Dunia


@pytest.fixture
async def berkas_db(tmp_path: Path) -> AsyncIterator[Path]:
    file = tmp_path / "adminduk.sqlite3"
    async with opened(Database(f"sqlite:{file}", MODELS)):
        await Tortoise.generate_schemas()
        yield file


@pytest.fixture
def dunia(berkas_db: Path) -> Dunia:
    return Dunia()
