"""S03: a database that takes nothing in fails closed: an error, no half state, and it recovers."""

from collections.abc import Awaitable, Callable

import psycopg
import pytest
from psycopg import sql
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError, TransactionManagementError

from core.store import Database, outbox, riwayat, unit_of_work
from core.store.models import Outbox
from core.store.riwayat import Utuh
from sandbox.postgres import name_of
from tests.core.store.bahan import NOW, keluar

Statement = Callable[[str], Awaitable[object]]


@unit_of_work
async def unit(kunci: str) -> None:
    row = keluar(kunci)
    await outbox.put(row)
    await riwayat.write("dikirim", row.id, pelaku="warga", now=NOW, rincian={"jalur": "a" * 60})


async def fill_up() -> int:
    """Work until the disk is full; return how many units of work went in."""
    for number in range(10_000):
        try:
            await unit(f"kunci-{number}")
        except OperationalError as cause:
            return number if "full" in str(cause) else -1
    raise AssertionError("the disk never filled")


async def is_whole(count: int) -> None:
    """As many messages as lines of history, and the chain holds."""
    found = await riwayat.verify()
    assert isinstance(found, Utuh)
    assert (found.kepala.urut, await Outbox.all().count()) == (count, count)


@pytest.fixture
async def execute(basis_data: object) -> Statement:
    return get_connection("default").execute_query


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_s03_a_full_disk_leaves_whole_units_of_work_only(execute: Statement) -> None:
    await execute("PRAGMA max_page_count = 1")  # no more pages than there are now
    count = await fill_up()
    await is_whole(count)
    await execute("PRAGMA max_page_count = 1000000")
    await unit("setelah")
    await is_whole(count + 1)


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_s03_a_read_only_file_refuses_whole_units_of_work(execute: Statement) -> None:
    await unit("sebelum")
    await execute("PRAGMA query_only = ON")
    with pytest.raises(OperationalError, match="readonly"):
        await unit("selagi")
    await is_whole(1)
    await execute("PRAGMA query_only = OFF")
    await unit("setelah")
    await is_whole(2)


@pytest.mark.parametrize("kind", ["postgres"])
async def test_s03_a_read_only_server_refuses_whole_units_of_work(basis_data: Database) -> None:
    await unit("sebelum")
    set_read_only(basis_data.url, "on")
    await get_connection("default")._expire_connections()  # type: ignore[attr-defined]
    with pytest.raises(TransactionManagementError, match="read-only"):
        await unit("selagi")
    await is_whole(1)
    set_read_only(basis_data.url, "off")
    await get_connection("default")._expire_connections()  # type: ignore[attr-defined]
    await unit("setelah")
    await is_whole(2)


def set_read_only(url: str, value: str) -> None:
    """Close a database for writing, or open it again."""
    name = sql.Identifier(name_of(url))
    statement = sql.SQL("ALTER DATABASE {} SET default_transaction_read_only = {}")
    options = "-c default_transaction_read_only=off"
    with psycopg.connect(url, options=options) as base:
        base.execute(statement.format(name, sql.Literal(value)))
