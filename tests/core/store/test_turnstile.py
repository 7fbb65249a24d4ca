import asyncio

import pytest

from core.store import one_at_a_time, unit_of_work

pytestmark = pytest.mark.usefixtures("basis_data")


async def test_whoever_is_past_the_turnstile_is_there_alone_until_his_end() -> None:
    inside: list[int] = []
    crowd: list[int] = []

    @unit_of_work
    async def count(number: int) -> None:
        await one_at_a_time("hitung")
        inside.append(number)
        await asyncio.sleep(0)
        crowd.append(len(inside))
        inside.remove(number)

    await asyncio.gather(*[count(number) for number in range(10)])
    assert crowd == [1] * 10
