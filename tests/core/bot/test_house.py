"""The room as a whole: what dies is noticed, what is stopped ends quietly."""

import asyncio

import pytest

from core.bot import TelegramRoom
from core.store import Locks, NoRivals
from core.store.models import Inbox
from tests.core.bot.ruang import BUDI, Ruang

PATIENCE = 20.0


class NeverOurs(NoRivals):
    """Another process speaks with Telegram."""

    alone = False

    async def take(self, name: str) -> bool:
        return name != "telegram"


async def _room(ruang: Ruang, locks: Locks | None = None) -> TelegramRoom:
    await ruang.bot.initialize()
    return TelegramRoom(ruang.bot, ruang.alat, ruang.blob, locks=locks, pace=ruang.pace())


@pytest.mark.parametrize("which", ["intake", "tidings", "_sender"])
async def test_a_task_that_dies_is_raised_to_whoever_watches(ruang: Ruang, which: str) -> None:
    room = await _room(ruang)

    async def dies() -> None:
        raise ZeroDivisionError

    getattr(room, which).lanes.run = dies
    room.start()
    with pytest.raises((ZeroDivisionError, ExceptionGroup)):
        async with asyncio.timeout(PATIENCE):
            await room.watch()
    await room.stop()


async def test_a_polling_that_dies_is_raised_as_well(ruang: Ruang) -> None:
    room = await _room(ruang)

    async def dies() -> None:
        raise ZeroDivisionError

    room.intake.poll = dies  # type: ignore[method-assign]
    room.start()
    with pytest.raises((ZeroDivisionError, ExceptionGroup)):
        async with asyncio.timeout(PATIENCE):
            await room.watch()
    await room.stop()


async def test_nobody_is_alarmed_while_all_is_well(ruang: Ruang) -> None:
    room = await _room(ruang)
    room.start()
    watching = asyncio.create_task(room.watch())
    await ruang.klien.mulai(BUDI)
    await ruang.klien.tunggu(BUDI, batas=PATIENCE)
    assert not watching.done()
    watching.cancel()
    async with asyncio.timeout(PATIENCE):
        await room.stop()


async def test_who_does_not_lead_neither_polls_nor_sends(ruang: Ruang) -> None:
    room = await _room(ruang, NeverOurs())
    before = len(await ruang.klien.panggilan("getUpdates"))
    room.start()
    await room.intake.receive(
        {
            "update_id": 1,
            "message": {
                "message_id": 1,
                "date": 1,
                "chat": {"id": BUDI, "type": "private", "first_name": "Budi"},
                "from": {"id": BUDI, "is_bot": False, "first_name": "Budi"},
                "text": "/start",
            },
        }
    )
    async with asyncio.timeout(PATIENCE):
        while not await _handled():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    async with asyncio.timeout(PATIENCE):
        await room.stop()
    assert len(await ruang.klien.panggilan("getUpdates")) == before
    assert await ruang.klien.panggilan("sendMessage") == ()


async def _handled() -> bool:
    return await Inbox.filter(keadaan="selesai").exists()
