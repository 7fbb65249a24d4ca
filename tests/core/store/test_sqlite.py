import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from core.store import Database, opened, outbox, unit_of_work
from core.store.models import Outbox
from tests.core.store.bahan import keluar


@pytest.fixture
async def berkas(sqlite_url: str) -> AsyncIterator[Path]:
    async with opened(Database(sqlite_url, ["core.store.models"])) as database:
        assert database.file is not None
        yield database.file


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 30_000),
        ("secure_delete", 1),
    ],
)
@pytest.mark.usefixtures("berkas")
async def test_the_connection_is_set_for_durability(pragma: str, value: object) -> None:
    (row,) = await get_connection("default").execute_query_dict(f"PRAGMA {pragma}")
    assert next(iter(row.values())) == value


async def test_a_unit_of_work_holds_the_write_lock_before_it_reads(berkas: Path) -> None:
    stranger = sqlite3.connect(berkas, timeout=0, isolation_level=None)

    @unit_of_work
    async def work() -> None:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            stranger.execute("BEGIN IMMEDIATE")

    await work()
    stranger.close()


async def test_a_lock_that_is_not_to_be_had_fails_and_leaves_nothing_behind(
    berkas: Path,
) -> None:
    await get_connection("default").execute_query("PRAGMA busy_timeout=10")
    stranger = sqlite3.connect(berkas, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        await outbox.put(keluar("a"))
    stranger.execute("ROLLBACK")
    stranger.close()
    async with asyncio.timeout(5):
        assert await outbox.put(keluar("b"))


@pytest.mark.usefixtures("berkas")
async def test_a_transaction_cancelled_at_any_moment_gives_the_lock_back() -> None:
    async def work() -> None:
        async with in_transaction():
            await Outbox.exists(kunci="a")

    for turns in range(100):
        task = asyncio.create_task(work())
        for _ in range(turns % 10):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(5):
        await work()
