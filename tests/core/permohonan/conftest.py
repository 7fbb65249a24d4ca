"""Fixtures of the desk of cases."""

from collections.abc import AsyncIterator

import pytest

from core.store import Database, opened
from tests.core.permohonan.dunia import MODELS, Dunia


@pytest.fixture
async def basis_data(database_url: str) -> AsyncIterator[Database]:
    async with opened(Database(database_url, MODELS)) as database:
        yield database


@pytest.fixture
def dunia(basis_data: Database) -> Dunia:
    return Dunia()
