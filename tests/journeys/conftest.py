"""One running office for all journeys: sandbox, bot and site as in the demo, over real sockets."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.demo.house import opened_house
from sandbox import Klien
from tests.journeys.dunia import Dunia


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def dunia(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Dunia]:
    """The office of the demo. Its two processes live as long as the session."""
    folder = tmp_path_factory.mktemp("kantor")
    async with opened_house(folder) as house, Klien(house.sandbox.url) as klien:
        yield await Dunia.opened(house, klien)
