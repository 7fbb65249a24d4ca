"""The queue of updates, alone."""

import asyncio

import pytest

from sandbox.updates import Conflict, StillWaiting, UnknownUpdate, Updates


def ids(found: list[dict[str, object]]) -> list[object]:
    return [update["update_id"] for update in found]


@pytest.fixture
def updates() -> Updates:
    queue = Updates(first_id=10)
    for letter in "abc":
        queue.put("message", {"text": letter})
    return queue


async def test_an_update_comes_again_until_an_offset_confirms_it(updates: Updates) -> None:
    assert ids(await updates.poll(offset=0, limit=100, seconds=0)) == [10, 11, 12]
    assert ids(await updates.poll(offset=0, limit=100, seconds=0)) == [10, 11, 12]
    assert ids(await updates.poll(offset=11, limit=100, seconds=0)) == [11, 12]
    assert ids(await updates.poll(offset=0, limit=100, seconds=0)) == [11, 12]
    assert updates.pending == 2


async def test_a_limit_holds_back_without_losing(updates: Updates) -> None:
    assert ids(await updates.poll(offset=0, limit=2, seconds=0)) == [10, 11]
    assert ids(await updates.poll(offset=12, limit=2, seconds=0)) == [12]


async def test_a_negative_offset_keeps_only_the_last_ones(updates: Updates) -> None:
    assert ids(await updates.poll(offset=-1, limit=100, seconds=0)) == [12]
    assert updates.pending == 1


async def test_a_poll_waits_for_the_next_update() -> None:
    updates = Updates(first_id=1)
    waiting = asyncio.create_task(updates.poll(offset=0, limit=100, seconds=30))
    await asyncio.sleep(0)
    updates.put("message", {})
    assert ids(await waiting) == [1]


async def test_a_newer_poll_ends_the_older_one() -> None:
    updates = Updates(first_id=1)
    older = asyncio.create_task(updates.poll(offset=0, limit=100, seconds=30))
    await asyncio.sleep(0)
    newer = asyncio.create_task(updates.poll(offset=0, limit=100, seconds=30))
    with pytest.raises(Conflict):
        await older
    updates.put("message", {})
    assert ids(await newer) == [1]


async def test_closing_lets_a_waiting_poll_go() -> None:
    updates = Updates(first_id=1)
    waiting = asyncio.create_task(updates.poll(offset=0, limit=100, seconds=30))
    await asyncio.sleep(0)
    updates.close()
    assert await waiting == []


@pytest.mark.parametrize(
    ("allowed", "kind", "pending"),
    [
        ((), "message", 1),
        ((), "my_chat_member", 1),
        ((), "chat_member", 0),
        (("callback_query",), "message", 0),
        (("chat_member",), "chat_member", 1),
    ],
)
def test_only_the_allowed_kinds_are_kept(
    allowed: tuple[str, ...], kind: str, pending: int
) -> None:
    updates = Updates(first_id=1)
    updates.allow(frozenset(allowed))
    updates.put(kind, {})
    assert updates.pending == pending


async def test_an_update_is_handed_out_again_although_it_was_confirmed(updates: Updates) -> None:
    assert await updates.poll(offset=13, limit=100, seconds=0) == []
    updates.repeat(2, update_id=11)
    assert ids(await updates.poll(offset=13, limit=100, seconds=0)) == [11, 11]
    assert await updates.poll(offset=13, limit=100, seconds=0) == []


def test_without_an_id_the_newest_is_repeated(updates: Updates) -> None:
    assert updates.repeat(1).id == 12
    with pytest.raises(UnknownUpdate):
        updates.repeat(1, update_id=99)


@pytest.mark.parametrize("first", [1, 50_000])
async def test_ids_restart_and_the_offset_of_before_loses_nothing(first: int) -> None:
    updates = Updates(first_id=1000)
    updates.put("message", {})
    with pytest.raises(StillWaiting):
        updates.restart_ids(first)
    assert await updates.poll(offset=1001, limit=100, seconds=0) == []
    updates.restart_ids(first)
    updates.put("message", {})
    updates.put("message", {})
    assert ids(await updates.poll(offset=1001, limit=100, seconds=0)) == [first, first + 1]
    assert ids(await updates.poll(offset=first + 1, limit=100, seconds=0)) == [first + 1]


async def test_an_offset_in_the_future_confirms_nothing(updates: Updates) -> None:
    assert ids(await updates.poll(offset=1000, limit=100, seconds=0)) == [10, 11, 12]
