from datetime import timedelta

import pytest

from delivery import percobaan
from delivery.percobaan import Batas, Reserved, Throttled
from tests.delivery.dunia import START, Clock

BATAS = Batas(3, timedelta(minutes=10), timedelta(minutes=15))
pytestmark = pytest.mark.usefixtures("basis_data")


async def miss(clock: Clock, kunci: str = "k") -> Reserved | Throttled:
    reserved = await percobaan.reserve(kunci, BATAS, now=clock())
    if isinstance(reserved, Reserved):
        await percobaan.fail(kunci, BATAS, now=clock())
    return reserved


async def test_the_last_failure_shuts_the_door_and_tells_so_once(clock: Clock) -> None:
    shut = []
    for _ in range(3):
        await percobaan.reserve("k", BATAS, now=clock())
        shut.append(await percobaan.fail("k", BATAS, now=clock()))
    assert shut == [False, False, True]
    assert await miss(clock) == Throttled(START + timedelta(minutes=15))
    assert await percobaan.fail("k", BATAS, now=clock()) is False


async def test_another_door_stays_open(clock: Clock) -> None:
    for _ in range(4):
        await miss(clock)
    assert await miss(clock, "another") == Reserved(sisa=2)


async def test_failures_are_forgotten_with_their_window(clock: Clock) -> None:
    await miss(clock)
    await miss(clock)
    clock.forward(minutes=10)
    assert await miss(clock) == Reserved(sisa=2)


async def test_the_door_opens_again_when_the_lock_is_over(clock: Clock) -> None:
    for _ in range(3):
        await miss(clock)
    clock.forward(minutes=14, seconds=59)
    assert isinstance(await miss(clock), Throttled)
    clock.forward(seconds=1)
    assert await miss(clock) == Reserved(sisa=2)


async def test_a_refund_takes_one_failure_back_and_a_clear_takes_all(clock: Clock) -> None:
    await miss(clock)
    await miss(clock)
    await percobaan.refund("k")
    assert await miss(clock) == Reserved(sisa=1)
    await percobaan.clear("k")
    assert await miss(clock) == Reserved(sisa=2)
    await percobaan.refund("nobody")


async def test_attempts_that_never_came_back_stay_counted(clock: Clock) -> None:
    for _ in range(3):
        await percobaan.reserve("k", BATAS, now=clock())
    assert await miss(clock) == Throttled(START + timedelta(minutes=10))


async def test_s06_a_clock_set_back_opens_nothing(clock: Clock) -> None:
    for _ in range(3):
        await miss(clock)
    clock.forward(hours=-2)
    assert isinstance(await miss(clock), Throttled)
