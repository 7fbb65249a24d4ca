"""Locks between replicas, on a real PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import asyncpg
import pytest

from core.store import LocksLost, open_locks
from core.store.locks import NoRivals, SharedLocks
from sandbox.postgres import Postgres

DEADLINE = 15.0


@pytest.fixture
async def pair(pg_url: str) -> AsyncIterator[tuple[SharedLocks, SharedLocks]]:
    one, other = await SharedLocks.open(pg_url), await SharedLocks.open(pg_url)
    yield one, other
    await one.close()
    await other.close()


async def until(true: Callable[[], Any]) -> None:
    async with asyncio.timeout(DEADLINE):
        while not await true():  # noqa: ASYNC110  the server tells nobody
            await asyncio.sleep(0.01)


async def test_a_lock_has_one_holder_until_it_is_given_back(
    pair: tuple[SharedLocks, SharedLocks],
) -> None:
    one, other = pair
    assert await one.take("a")
    assert not await other.take("a")
    assert await other.take("b")
    await one.give_back("a")
    assert await other.take("a")


async def test_the_locks_of_a_dead_process_are_free_at_once(
    pair: tuple[SharedLocks, SharedLocks],
) -> None:
    one, other = pair
    await one.take("a")
    one._connection.terminate()  # what the kernel does to the connections of a killed process
    await until(lambda: other.take("a"))


async def test_whoever_loses_his_connection_is_told_and_gets_no_lock_any_more(
    pair: tuple[SharedLocks, SharedLocks], pg_url: str
) -> None:
    one, _ = pair
    watching = asyncio.create_task(one.watch())
    await asyncio.sleep(0)
    assert not watching.done()
    administrator = await asyncpg.connect(pg_url)
    pid = one._connection.get_server_pid()
    await administrator.execute("SELECT pg_terminate_backend($1)", pid)
    await administrator.close()
    async with asyncio.timeout(DEADLINE):
        with pytest.raises(LocksLost):
            await watching
    with pytest.raises(LocksLost):
        await one.take("a")


async def test_on_sqlite_every_lock_is_free() -> None:
    locks = await open_locks("sqlite:adminduk.sqlite3")
    assert isinstance(locks, NoRivals)
    assert await locks.take("a")
    assert await locks.take("a")


async def test_many_names_are_asked_for_at_once(pair: tuple[SharedLocks, SharedLocks]) -> None:
    one, _ = pair
    assert all(await asyncio.gather(*(one.take(str(number)) for number in range(50))))


def test_the_fixture_is_a_server_of_its_own(pg_server: Postgres, pg_url: str) -> None:
    assert pg_url.startswith(pg_server.url.rpartition("/")[0])


async def test_a_process_that_hangs_loses_its_locks_and_one_that_is_well_keeps_them(
    pg_url: str,
) -> None:
    hung = await SharedLocks.open(pg_url, hung_seconds=1.0)
    well = await SharedLocks.open(pg_url, hung_seconds=1.0)
    await hung.take("a")
    await well.take("b")
    hung._heart.cancel()  # what SIGSTOP does to it
    third = await SharedLocks.open(pg_url)
    await until(lambda: third.take("a"))
    assert not await third.take("b")
    with pytest.raises(LocksLost):
        await hung.watch()
    for one in (well, third):
        await one.close()
