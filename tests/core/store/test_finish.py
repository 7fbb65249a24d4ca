import asyncio

import pytest

from core.store.finish import finish


async def test_what_is_awaited_is_returned() -> None:
    async def work() -> int:
        return 7

    assert await finish(work()) == 7


async def test_what_fails_fails() -> None:
    async def work() -> None:
        raise LookupError("tidak ada")

    with pytest.raises(LookupError):
        await finish(work())


class Held:
    """Work that waits in its middle, and a task that waits for the work."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.begun, self.go_on, self.ended = asyncio.Event(), asyncio.Event(), False
        self.waiting = asyncio.create_task(finish(self._work(failure)))

    async def _work(self, failure: Exception | None) -> None:
        self.begun.set()
        await self.go_on.wait()
        if failure is not None:
            raise failure
        self.ended = True

    async def cancel_in_the_middle(self, times: int = 1) -> None:
        await self.begun.wait()
        for _ in range(times):
            self.waiting.cancel()
            await asyncio.sleep(0)
        self.go_on.set()


async def test_work_runs_to_its_end_although_the_waiting_task_is_cancelled() -> None:
    held = Held()
    await held.cancel_in_the_middle()
    with pytest.raises(asyncio.CancelledError):
        await held.waiting
    assert held.ended


async def test_a_second_cancellation_does_not_break_the_work_either() -> None:
    held = Held()
    await held.cancel_in_the_middle(times=3)
    with pytest.raises(asyncio.CancelledError):
        await held.waiting
    assert held.ended


async def test_work_that_fails_after_a_cancellation_is_told_as_its_cause() -> None:
    failure = LookupError("tidak ada")
    held = Held(failure)
    await held.cancel_in_the_middle()
    with pytest.raises(asyncio.CancelledError) as raised:
        await held.waiting
    assert raised.value.__cause__ is failure
