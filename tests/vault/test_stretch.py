import asyncio
import threading

import pytest

from vault import STRONG, Busy, Cost, Stretcher, stretch

CHEAP = Cost(memory_kib=8, rounds=1, lanes=1)


async def test_the_same_secret_and_salt_give_the_same_32_bytes() -> None:
    stretcher = Stretcher(CHEAP)
    first = await stretcher.stretch("AZHRM7X07H5Y", bytes(16))
    assert first == await stretcher.stretch("AZHRM7X07H5Y", bytes(16))
    assert first != await stretcher.stretch("AZHRM7X07H5Y", b"\x01" + bytes(15))
    assert len(first) == 32
    stretcher.close()


def test_the_strong_cost_is_the_promised_one() -> None:
    assert Cost(memory_kib=65536, rounds=3, lanes=1) == STRONG


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Argon2 that runs until the test lets it."""
    opened = threading.Event()

    def wait(*_: object) -> bytes:
        opened.wait(10)
        return bytes(32)

    monkeypatch.setattr(stretch, "_argon2id", wait)
    return opened


async def test_who_finds_the_queue_full_is_turned_away_at_once(gate: threading.Event) -> None:
    stretcher = Stretcher(CHEAP, workers=1, queue=1, wait=5)
    running = asyncio.create_task(stretcher.stretch("a", bytes(16)))
    waiting = asyncio.create_task(stretcher.stretch("b", bytes(16)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    with pytest.raises(Busy):
        await stretcher.stretch("c", bytes(16))
    gate.set()
    assert await running == await waiting == bytes(32)
    stretcher.close()


async def test_who_waits_too_long_is_turned_away(gate: threading.Event) -> None:
    stretcher = Stretcher(CHEAP, workers=1, queue=5, wait=0.01)
    running = asyncio.create_task(stretcher.stretch("a", bytes(16)))
    await asyncio.sleep(0)
    with pytest.raises(Busy):
        await stretcher.stretch("b", bytes(16))
    gate.set()
    await running
    assert await stretcher.stretch("b", bytes(16)) == bytes(32)
    stretcher.close()


async def test_a_caller_that_left_keeps_its_slot_until_the_thread_is_done(
    gate: threading.Event,
) -> None:
    stretcher = Stretcher(CHEAP, workers=1, queue=5, wait=0.01)
    left = asyncio.create_task(stretcher.stretch("a", bytes(16)))
    await asyncio.sleep(0)
    left.cancel()
    with pytest.raises(asyncio.CancelledError):
        await left
    with pytest.raises(Busy):
        await stretcher.stretch("b", bytes(16))
    gate.set()
    stretcher.close()
