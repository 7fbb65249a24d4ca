"""One running office for all journeys: sandbox, bot and site as in the demo, over real sockets."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.demo.house import opened_house
from sandbox import Klien
from tests.journeys.dunia import Dunia
from tests.journeys.rahasia import leaks_in


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def dunia(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Dunia]:
    """The office of the demo. Its two processes live as long as the session.

    Whatever was played, in the end neither the group's chat nor the log may name anybody.
    """
    folder = tmp_path_factory.mktemp("kantor")
    async with opened_house(folder) as house, Klien(house.sandbox.url) as klien:
        opened = await Dunia.opened(house, klien)
        yield opened
        group = "\n".join(one.teks for one in await opened.group_messages())
        assert leaks_in(group) == []
        assert leaks_in(opened.log.read_text("utf-8")) == []
