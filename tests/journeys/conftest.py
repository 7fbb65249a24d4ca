"""One running office for all journeys: sandbox, bot and site as in the demo, over real sockets.

Once on SQLite and once on PostgreSQL. On PostgreSQL the journeys that touch every table are
walked by default, all of them with --long.
"""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from core.demo.house import opened_house
from sandbox import Klien
from tests.basis import KINDS, Rak
from tests.journeys.dunia import Dunia
from tests.journeys.rahasia import leaks_in

FOLDER = Path(__file__).parent
ALSO_ON_POSTGRES = {"test_hilang", "test_baru", "test_ambil", "test_perbaiki", "test_tatapmuka"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the rest of the journeys on PostgreSQL to --long."""
    for item in items:
        params = getattr(item, "callspec", None)
        if params is None or item.path.parent != FOLDER:
            continue
        if params.params.get("dunia") == "postgres" and item.path.stem not in ALSO_ON_POSTGRES:
            item.add_marker(pytest.mark.long)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def kantor(
    tmp_path_factory: pytest.TempPathFactory, rak: Rak
) -> AsyncIterator[Callable[[str], Awaitable[Dunia]]]:
    """Open an office on a kind of database, once. Its two processes live as long as the session.

    Whatever was played, in the end neither the group's chat nor the log may name anybody.
    """
    running: dict[str, Dunia] = {}
    async with contextlib.AsyncExitStack() as stack:

        async def of(kind: str) -> Dunia:
            if kind not in running:
                url = ""
                if kind == "postgres":
                    url = stack.enter_context(rak.fresh("postgres", migrated=False))
                folder = tmp_path_factory.mktemp("kantor")
                house = await stack.enter_async_context(opened_house(folder, basis_data=url))
                klien = await stack.enter_async_context(Klien(house.sandbox.url))
                running[kind] = await Dunia.opened(house, klien)
            return running[kind]

        yield of
        for dunia in running.values():
            group = "\n".join(one.teks for one in await dunia.group_messages())
            assert leaks_in(group) == []
            assert leaks_in(dunia.log.read_text("utf-8")) == []


@pytest_asyncio.fixture(loop_scope="session", params=KINDS)
async def dunia(
    request: pytest.FixtureRequest, kantor: Callable[[str], Awaitable[Dunia]]
) -> Dunia:
    """The office of the demo, on SQLite and on PostgreSQL."""
    return await kantor(request.param)
