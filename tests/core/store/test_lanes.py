import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection

import pytest

from core.store import Lanes, Locks

FOREVER = 3600.0


class Desk:
    """Rows named LANE-NUMBER; each act waits until the test lets it go on."""

    def __init__(self, *rows: str) -> None:
        self.rows = list(rows)
        self.acting: list[str] = []
        self.done: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.failing: set[str] = set()
        self.done_elsewhere: set[str] = set()
        self.looks = 0
        self.changed = asyncio.Condition()

    async def take(self, busy: Collection[str]) -> str | None:
        self.looks += 1
        free = (row for row in self.rows if self.lane(row) not in busy)
        row = next(free, None)
        if row is not None:
            self.rows.remove(row)
        return row

    async def again(self, row: str) -> str | None:
        return None if row in self.done_elsewhere else row

    async def act(self, row: str) -> None:
        await self._tell(self.acting.append, row)
        await self.gates.setdefault(row, asyncio.Event()).wait()
        self.acting.remove(row)
        if row in self.failing:
            raise LookupError(row)
        await self._tell(self.done.append, row)

    def lane(self, row: str) -> str:
        return row.partition("-")[0]

    def let(self, *rows: str) -> None:
        for row in rows:
            self.gates.setdefault(row, asyncio.Event()).set()

    async def until(self, *, acting: set[str] | None = None, done: set[str] | None = None) -> None:
        async with asyncio.timeout(5), self.changed:
            await self.changed.wait_for(
                lambda: (
                    (acting is None or set(self.acting) == acting)
                    and (done is None or set(self.done) >= done)
                )
            )

    async def _tell(self, note: object, row: str) -> None:
        async with self.changed:
            note(row)  # type: ignore[operator]
            self.changed.notify_all()


class Rival:
    """Another replica: the lanes that it works on, and those that were locked against it."""

    alone = False

    def __init__(self, *lanes: str) -> None:
        self.works_on = {f"meja|{lane}" for lane in lanes}
        self.shut_out: set[str] = set()

    async def take(self, name: str) -> bool:
        if name in self.works_on:
            return False
        self.shut_out.add(name)
        return True

    async def give_back(self, name: str) -> None:
        self.shut_out.remove(name)

    async def watch(self) -> None:
        await asyncio.Event().wait()


@contextlib.asynccontextmanager
async def running(
    desk: Desk, *, width: int = 8, idle: float = FOREVER, locks: Locks | None = None
) -> AsyncIterator[Lanes[str]]:
    lanes: Lanes[str] = Lanes(
        "meja",
        desk.take,
        desk.act,
        lane=desk.lane,
        again=desk.again,
        locks=locks,
        width=width,
        idle_seconds=idle,
    )
    task = asyncio.create_task(lanes.run())
    yield lanes
    for gate in desk.gates.values():
        gate.set()
    await lanes.stop()
    await task


async def test_rows_of_one_lane_are_done_one_after_the_other() -> None:
    desk = Desk("a-1", "a-2")
    async with running(desk):
        await desk.until(acting={"a-1"})
        desk.let("a-1")
        await desk.until(acting={"a-2"}, done={"a-1"})


async def test_lanes_are_done_beside_each_other() -> None:
    desk = Desk("a-1", "b-1", "c-1")
    async with running(desk):
        await desk.until(acting={"a-1", "b-1", "c-1"})


async def test_no_more_than_the_width_is_done_at_once() -> None:
    desk = Desk("a-1", "b-1", "c-1")
    async with running(desk, width=2):
        await desk.until(acting={"a-1", "b-1"})
        desk.let("a-1")
        await desk.until(acting={"b-1", "c-1"})


async def test_a_wake_makes_it_look_at_once() -> None:
    desk = Desk("a-1")
    async with running(desk) as lanes:
        desk.let("a-1")
        await desk.until(done={"a-1"})
        desk.rows.append("b-1")
        desk.let("b-1")
        lanes.wake()
        await desk.until(done={"b-1"})


async def test_without_a_wake_it_looks_at_the_idle_tick() -> None:
    desk = Desk()
    async with running(desk, idle=0.01):
        desk.rows.append("a-1")
        desk.let("a-1")
        await desk.until(done={"a-1"})


async def test_an_act_that_fails_stops_neither_its_lane_nor_the_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk = Desk("a-rahasia", "a-2", "b-1")
    desk.failing = {"a-rahasia"}
    desk.let("a-rahasia", "a-2", "b-1")
    async with running(desk, idle=0.01):
        await desk.until(done={"a-2", "b-1"})
    assert "LookupError" in caplog.text
    assert "rahasia" not in caplog.text


async def test_a_look_that_fails_is_logged_and_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk = Desk("a-1")
    desk.let("a-1")
    take, failures = desk.take, iter([LookupError("rahasia")])

    async def broken(busy: Collection[str]) -> str | None:
        for failure in failures:
            raise failure
        return await take(busy)

    desk.take = broken  # type: ignore[method-assign]
    async with running(desk, idle=0.01):
        await desk.until(done={"a-1"})
    assert "LookupError" in caplog.text
    assert "rahasia" not in caplog.text


async def test_stop_waits_for_what_is_being_done_and_takes_nothing_new() -> None:
    desk = Desk("a-1", "a-2")
    async with running(desk) as lanes:
        await desk.until(acting={"a-1"})
        stopping = asyncio.create_task(lanes.stop())
        await asyncio.sleep(0)
        assert not stopping.done()
        desk.let("a-1")
        await stopping
        assert (desk.done, desk.rows) == (["a-1"], ["a-2"])


async def test_a_row_that_was_being_looked_for_when_it_stopped_is_not_begun() -> None:
    desk = Desk()
    looking, answer = asyncio.Event(), asyncio.Event()

    async def slow(busy: Collection[str]) -> str | None:
        looking.set()
        await answer.wait()
        return "a-1"

    desk.take = slow  # type: ignore[method-assign]
    async with running(desk) as lanes:
        await looking.wait()
        await lanes.stop()
        answer.set()
        await asyncio.sleep(0)
    assert desk.acting == []


async def test_a_lane_that_another_replica_works_on_holds_nobody_up() -> None:
    desk = Desk("a-1", "b-1")
    desk.let("b-1")
    async with running(desk, locks=Rival("a")):
        await desk.until(done={"b-1"})
    assert desk.done == ["b-1"]


async def test_a_lane_is_locked_as_long_as_it_is_worked_on() -> None:
    desk, rival = Desk("a-1"), Rival()
    async with running(desk, locks=rival):
        await desk.until(acting={"a-1"})
        assert rival.shut_out == {"meja|a"}
    assert rival.shut_out == set()


async def test_what_another_replica_did_between_the_look_and_the_lock_is_not_done_again() -> None:
    desk = Desk("a-1", "b-1")
    desk.done_elsewhere = {"a-1"}
    desk.let("a-1", "b-1")
    async with running(desk, locks=Rival()):
        await desk.until(done={"b-1"})
    assert desk.done == ["b-1"]


async def test_a_run_that_was_closed_ends_only_when_what_was_begun_is_done() -> None:
    desk = Desk("a-1", "a-2")
    lanes: Lanes[str] = Lanes(
        "meja", desk.take, desk.act, lane=desk.lane, again=desk.again, idle_seconds=0.01
    )
    running_ = asyncio.create_task(lanes.run())
    await desk.until(acting={"a-1"})
    lanes.close()
    _, pending = await asyncio.wait({running_}, timeout=0.1)
    assert pending
    desk.let("a-1")
    async with asyncio.timeout(5):
        await running_
    assert (desk.done, desk.rows) == (["a-1"], ["a-2"])


async def test_lanes_that_fail_again_and_again_occupy_no_hand() -> None:
    bad = [f"buruk{number}-1" for number in range(8)]
    desk = Desk(*bad, "baik-1")
    desk.failing = set(bad)
    desk.let(*bad, "baik-1")
    fail = desk.act

    async def always(row: str) -> None:
        if row in desk.failing:
            desk.rows.insert(0, row)  # it still heads its lane
        await fail(row)

    desk.act = always  # type: ignore[method-assign]
    async with running(desk, width=8, idle=0.01):
        await desk.until(done={"baik-1"})
