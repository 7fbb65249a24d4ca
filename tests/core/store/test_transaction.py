import asyncio

import pytest

from core.store import outbox, unit_of_work
from core.store.models import Outbox
from core.store.transaction import StrayTask
from tests.core.store.bahan import keluar

pytestmark = pytest.mark.usefixtures("basis_data")


async def keys() -> set[str]:
    return {row.kunci for row in await Outbox.all()}


@unit_of_work
async def put(*kunci: str, then: BaseException | None = None) -> None:
    for one in kunci:
        await outbox.put(keluar(one))
    if then is not None:
        raise then


async def test_everything_in_a_unit_of_work_commits_together() -> None:
    await put("a", "b")
    assert await keys() == {"a", "b"}


async def test_an_exception_takes_everything_back() -> None:
    with pytest.raises(LookupError):
        await put("a", "b", then=LookupError())
    assert await keys() == set()


async def test_a_unit_of_work_inside_another_is_taken_back_with_it() -> None:
    @unit_of_work
    async def outer() -> None:
        await put("dalam")
        raise LookupError

    with pytest.raises(LookupError):
        await outer()
    assert await keys() == set()


async def test_a_unit_of_work_sees_what_the_one_around_it_wrote() -> None:
    @unit_of_work
    async def inner() -> set[str]:
        return await keys()

    @unit_of_work
    async def outer() -> set[str]:
        await put("luar")
        return await inner()

    assert await outer() == {"luar"}


async def test_one_unit_of_work_after_the_other_are_two() -> None:
    await put("a")
    with pytest.raises(LookupError):
        await put("b", then=LookupError())
    assert await keys() == {"a"}


async def test_a_cancelled_caller_leaves_a_whole_unit_of_work() -> None:
    inside = asyncio.Event()

    @unit_of_work
    async def work() -> None:
        await put("a")
        inside.set()
        await asyncio.sleep(0)
        await put("b")

    task = asyncio.create_task(work())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await keys() == {"a", "b"}


async def test_after_a_hundred_cancelled_transactions_the_database_still_works() -> None:
    for turns in range(100):
        task = asyncio.create_task(put(f"{turns}"))
        for _ in range(turns % 12):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(5):
        await put("terakhir")
    assert "terakhir" in await keys()


async def test_a_task_begun_inside_does_not_get_the_transaction() -> None:
    @unit_of_work
    async def outer() -> None:
        await asyncio.create_task(put("liar"))

    with pytest.raises(StrayTask, match="put was called in a task begun in a unit of work"):
        await outer()
    assert await keys() == set()


class Deadlock(Exception):
    """As asyncpg tells it."""

    sqlstate = "40P01"


class Unlucky:
    """A unit of work that the database sacrifices a few times."""

    def __init__(self, times: int, cause: Exception) -> None:
        self.left, self.cause, self.runs = times, cause, 0

    @unit_of_work
    async def work(self) -> None:
        self.runs += 1
        await outbox.put(keluar("a"))
        if self.left:
            self.left -= 1
            raise self.cause


@pytest.mark.parametrize("cause", [Deadlock(), RuntimeError(Deadlock())])
async def test_a_transaction_that_postgresql_sacrificed_runs_again(cause: Exception) -> None:
    unlucky = Unlucky(2, cause)
    await unlucky.work()
    assert (unlucky.runs, await keys()) == (3, {"a"})


async def test_it_is_given_up_after_six_times() -> None:
    unlucky = Unlucky(99, Deadlock())
    with pytest.raises(Deadlock):
        await unlucky.work()
    assert (unlucky.runs, await keys()) == (6, set())


async def test_any_other_failure_is_not_repeated() -> None:
    unlucky = Unlucky(1, LookupError())
    with pytest.raises(LookupError):
        await unlucky.work()
    assert unlucky.runs == 1
