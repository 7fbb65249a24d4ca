"""Every update is handled once and in order, whatever happens in between."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime

import pytest
from telegram import Update

from core.bot.intake import Intake
from core.bot.turn import Act, ChangedMeanwhile, Turn
from core.store import inbox
from core.store.models import Inbox, Outbox
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, RINA, Ruang

POISON = "racun"


class Hall:
    """Takes updates in, and remembers what it was asked to plan."""

    def __init__(self, ruang: Ruang) -> None:
        self.ruang = ruang
        self.planned: list[str] = []
        self.handled: list[str] = []
        self.apologies: list[str] = []
        self.before: Callable[[str], None] = lambda text: None
        self._news = asyncio.Event()

    def open(self) -> Intake:
        """Return a fresh intake, as after a restart."""
        return Intake(
            self.ruang.bot,
            self.ruang.mint,
            self._plan,
            self._give_up,
            said=lambda: None,
            retry_seconds=0,
        )

    async def _plan(self, update: Update) -> Act:
        assert update.message is not None
        text = update.message.text or ""
        self.planned.append(text)
        if text == POISON:
            raise ValueError("no room can handle this")

        async def act(turn: Turn) -> None:
            self.before(text)
            await turn.say(BUDI, text)
            self.handled.append(text)
            self._news.set()

        return act

    def _give_up(self, update: Update) -> Act:
        async def act(turn: Turn) -> None:
            self.apologies.append(str(update.message and update.message.text))

        return act

    async def until(self, *texts: str) -> None:
        """Wait until these were handled, in this order."""
        async with asyncio.timeout(10):
            while self.handled != list(texts):
                self._news.clear()
                await self._news.wait()

    async def write(self, text: str, who: int = BUDI) -> Pesan:
        """Let somebody write."""
        return await self.ruang.klien.tulis(who, text)


@contextlib.asynccontextmanager
async def running(intake: Intake) -> AsyncIterator[Intake]:
    """Let an intake poll and handle until the block ends."""
    tasks = [asyncio.create_task(intake.lanes.run()), asyncio.create_task(intake.poll())]
    try:
        yield intake
    finally:
        tasks[1].cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await tasks[1]
        await intake.lanes.stop()
        await tasks[0]


@pytest.fixture
def hall(ruang: Ruang) -> Hall:
    return Hall(ruang)


async def test_messages_of_a_chat_are_handled_in_order(hall: Hall) -> None:
    async with running(hall.open()):
        for text in ("satu", "dua", "tiga"):
            await hall.write(text)
        await hall.until("satu", "dua", "tiga")
    assert await Inbox.filter(keadaan="selesai", muatan=None).count() == 3


async def test_a_poisoned_update_is_set_aside_with_an_apology_and_the_chat_goes_on(
    hall: Hall,
) -> None:
    async with running(hall.open()):
        await hall.write(POISON)
        await hall.write("sesudahnya")
        await hall.until("sesudahnya")
    assert hall.planned.count(POISON) == 5
    assert hall.apologies == [POISON]
    assert (await Inbox.get(keadaan="disisihkan")).percobaan == 5


async def test_what_was_delivered_twice_is_handled_once(hall: Hall) -> None:
    stored = hall.open()
    async with running(stored):
        await hall.write("satu")
        await hall.until("satu")
    # The confirmation of "satu" was never sent: a restart is given it again.
    async with running(hall.open()):
        await hall.write("dua")
        await hall.until("satu", "dua")
    assert hall.planned == ["satu", "dua"]


async def test_a_world_that_moved_in_between_is_planned_anew_and_is_no_failure(
    hall: Hall,
) -> None:
    left = [2]

    def moved(text: str) -> None:
        if left[0]:
            left[0] -= 1
            raise ChangedMeanwhile

    hall.before = moved
    async with running(hall.open()):
        await hall.write("satu")
        await hall.until("satu")
    assert hall.planned == ["satu"] * 3
    assert (await Inbox.get()).percobaan == 0
    assert await Outbox.all().count() == 1


async def test_half_an_act_is_no_act(hall: Hall) -> None:
    """What an act said before it failed is rolled back with it."""
    failing = [True]
    inner = hall._plan

    async def plan(update: Update) -> Act:
        act = await inner(update)

        async def half(turn: Turn) -> None:
            await act(turn)
            if failing.pop() if failing else False:
                raise ValueError

        return half

    hall._plan = plan  # type: ignore[method-assign]
    async with running(hall.open()):
        await hall.write("satu")
        await hall.until("satu", "satu")
    assert await Outbox.all().count() == 1


async def test_a_fault_of_our_own_storage_does_not_end_the_listening(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, failing = inbox.store, [True]

    async def sometimes(batch: Iterable[inbox.Masuk], *, now: datetime) -> int:
        if failing:
            failing.clear()
            raise OSError("disk full")
        return await store(batch, now=now)

    monkeypatch.setattr(inbox, "store", sometimes)
    async with running(hall.open()):
        await hall.write("satu")
        await hall.until("satu")


async def test_a_slow_chat_does_not_hold_up_another(hall: Hall) -> None:
    gate = asyncio.Event()
    inner = hall._plan

    async def plan(update: Update) -> Act:
        if update.effective_chat and update.effective_chat.id == BUDI:
            await gate.wait()
        return await inner(update)

    hall._plan = plan  # type: ignore[method-assign]
    async with running(hall.open()):
        await hall.write("lambat")
        await hall.write("cepat", RINA)
        await hall.until("cepat")
        gate.set()
        await hall.until("cepat", "lambat")
