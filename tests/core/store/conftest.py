"""An open database; the live engines, WAL and all."""

from collections.abc import AsyncIterator

import pytest

from core.store import Database, opened


@pytest.fixture
async def basis_data(database_url: str) -> AsyncIterator[Database]:
    async with opened(Database(database_url, ["core.store.models"])) as database:
        yield database
