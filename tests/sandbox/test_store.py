"""The store's bell: those who watch wake at a change, and at the end."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from sandbox.records import Body
from sandbox.store import Store
from tests.sandbox.conftest import BUDI, SITI, STAGE, HeldClock

EMPTY = Body()


@pytest.fixture
def store(clock: HeldClock) -> Store:
    return Store(STAGE, now=clock)


async def test_what_is_newer_already_needs_no_waiting(store: Store) -> None:
    async with asyncio.timeout(1):
        await store.changed_after(0, seconds=50)


@pytest.mark.parametrize("wake", [Store.touch, Store.close])
async def test_a_watcher_wakes(store: Store, wake: Callable[[Store], object]) -> None:
    watching = asyncio.create_task(store.changed_after(store.seq, seconds=50))
    await asyncio.sleep(0)
    assert not watching.done()
    wake(store)
    async with asyncio.timeout(1):
        await watching


async def test_without_a_change_the_wait_has_an_end(store: Store) -> None:
    await store.changed_after(store.seq, seconds=0.01)


def test_message_ids_count_up_in_each_chat(store: Store) -> None:
    ids = [
        store.post(store.chats[chat], chat, body).id
        for chat, body in ((101, EMPTY), (101, EMPTY), (102, EMPTY))
    ]
    assert ids == [1, 2, 1]


def test_numbers_begin_where_the_stage_says(clock: HeldClock) -> None:
    store = Store(replace(STAGE, nomor_awal=5001), now=clock)
    sent = [store.post(store.chats[SITI], SITI, EMPTY).id for _ in range(2)]
    assert (sent, store.number()) == ([5001, 5002], 5001)


def test_somebody_of_an_earlier_rehearsal_may_be_written_to(clock: HeldClock) -> None:
    stage = replace(STAGE, warga=(replace(STAGE.warga[0], mulai=True), STAGE.warga[1]))
    people = Store(stage, now=clock).people
    assert (people[SITI].started, people[BUDI].started) == (True, False)
