"""Every update is handled once and in order, whatever happens in between."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from typing import Any

import pytest
from telegram import Update
from telegram.error import TimedOut
from tortoise.exceptions import OperationalError

from core.bot import words
from core.bot.call import open_call
from core.bot.intake import Intake
from core.bot.turn import Act, ChangedMeanwhile, Turn, nothing
from core.store import inbox
from core.store.models import Inbox, Outbox
from core.store.patience import Patience
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, RINA, Ruang
from vault import Busy

POISON = "racun"


class Hall:
    """Takes updates in, and remembers what it was asked to plan."""

    def __init__(self, ruang: Ruang) -> None:
        self.ruang = ruang
        self.planned: list[str] = []
        self.handled: list[str] = []
        self.apologies: list[str] = []
        self.troubles: list[Exception] = []
        self.before: Callable[[str], None] = lambda text: None
        self.before_apology: Callable[[], None] = lambda: None
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
        if self.troubles:
            raise self.troubles.pop()

        async def act(turn: Turn) -> None:
            self.before(text)
            await turn.say(BUDI, text)
            self.handled.append(text)
            self._news.set()

        return act

    def _give_up(self, update: Update | None) -> Act:
        async def act(turn: Turn) -> None:
            self.before_apology()
            self.apologies.append(str(update.message and update.message.text) if update else "")

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


async def test_trouble_of_the_ground_is_waited_for_and_never_counted(hall: Hall) -> None:
    locked = sqlite3.OperationalError("database is locked")
    locked.sqlite_errorcode = sqlite3.SQLITE_BUSY
    hall.troubles = [OperationalError(locked), TimedOut(), ConnectionResetError(), Busy()] * 3
    async with running(hall.open()):
        await hall.write("satu")
        await hall.until("satu")
    assert len(hall.planned) == 13
    assert (await Inbox.get()).percobaan == 0
    assert hall.apologies == []


async def test_an_apology_that_fails_does_not_keep_the_chat_closed(hall: Hall) -> None:
    def fail() -> None:
        raise ValueError("no words")

    hall.before_apology = fail
    async with running(hall.open()):
        await hall.write(POISON)
        await hall.write("sesudahnya")
        await hall.until("sesudahnya")
    assert await Inbox.filter(keadaan="disisihkan").count() == 1
    said = [open_call(hall.ruang.mint, row) for row in await Outbox.all().order_by("id")]
    assert [(one.chat_id, one.params["text"]) for one in said] == [
        (BUDI, words.GANGGUAN_TOMBOL),
        (BUDI, "sesudahnya"),
    ]


async def test_a_chat_in_trouble_leaves_every_hand_to_the_others(hall: Hall) -> None:
    """As many troubled chats as there are hands, and one that is well."""
    intake, inner = hall.open(), hall._plan

    async def plan(update: Update) -> Act:
        if update.effective_chat and update.effective_chat.id != RINA:
            raise TimedOut
        return await inner(update)

    intake._plan = plan
    intake._patience = Patience(lambda: 0.0, first_seconds=30)
    async with running(intake):
        for number in range(12):
            await intake.receive(_message(number + 1, "macet", chat=1000 + number))
        await intake.receive(_message(99, "jalan", chat=RINA))
        await hall.until("jalan")


async def test_t16_an_update_that_comes_three_times_more_has_one_effect(hall: Hall) -> None:
    async with running(hall.open()):
        await hall.write("satu")
        await hall.until("satu")
        await hall.ruang.klien.ulangi(3)
        await hall.write("dua")
        await hall.until("satu", "dua")
    assert hall.planned == ["satu", "dua"]


async def test_ids_that_restart_lower_are_new_updates(hall: Hall) -> None:
    async with running(hall.open()):
        await hall.write("satu")
        await hall.until("satu")
        await _restarted(hall)
        await hall.write("dua")
        await hall.until("satu", "dua")
        await hall.write("tiga")
        await hall.until("satu", "dua", "tiga")


async def _restarted(hall: Hall) -> None:
    """Let the ids restart as soon as Telegram may: when nothing waits to be confirmed."""
    async with asyncio.timeout(10):
        while True:
            with contextlib.suppress(Exception):
                await hall.ruang.klien.nomor_baru(5)
                return
            await asyncio.sleep(0.01)


async def test_t22_an_update_of_a_kind_to_come_is_stored_and_waits_for_nobody(
    hall: Hall,
) -> None:
    intake = hall.open()
    kinds: list[Update] = []

    async def plan(update: Update) -> Act:
        kinds.append(update)
        return nothing

    intake._plan = plan
    async with running(intake):
        await intake.receive({"update_id": 7, "hologram": {"from": {"id": BUDI}, "size": [1, 2]}})
        await _settled(1)
    (known,) = kinds
    assert known.effective_chat is None


async def test_a_body_that_cannot_be_read_is_set_aside_and_those_after_it_are_handled(
    hall: Hall,
) -> None:
    async with running(hall.open()) as intake:
        await intake.receive({"update_id": 7, "message": {"chat": {"id": BUDI}, "date": "kapan"}})
        await intake.receive(_message(8, "sesudahnya"))
        await hall.until("sesudahnya")
    assert hall.apologies == [""]
    assert await Inbox.filter(keadaan="disisihkan").count() == 1


async def test_t17_an_edit_that_comes_before_its_message_harms_neither(hall: Hall) -> None:
    seen: list[str] = []
    intake = hall.open()

    async def plan(update: Update) -> Act:
        seen.append("pesan" if update.message else "suntingan")
        return nothing

    intake._plan = plan
    edited = _message(11, "sunting")
    edited["edited_message"] = edited.pop("message")
    async with running(intake):
        await intake.receive(edited)
        await intake.receive(_message(10, "asli"))
        await _settled(2)
    assert seen == ["suntingan", "pesan"]


@pytest.mark.parametrize(
    "payload",
    [{}, {"update_id": "7"}, {"update_id": True}, {"update_id": -1}, {"update_id": 2**63}],
)
async def test_what_is_no_update_is_refused_and_not_stored(
    hall: Hall, payload: dict[str, object]
) -> None:
    assert await hall.open().receive(payload) is False
    assert await Inbox.all().count() == 0


async def test_a_value_error_of_the_storage_says_nothing_about_the_update(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def closed(batch: Iterable[inbox.Masuk], *, now: datetime) -> int:
        raise ValueError("Connection closed")  # aiosqlite says so

    monkeypatch.setattr(inbox, "store", closed)
    with pytest.raises(ValueError, match="Connection closed"):
        await hall.open().receive(_message(1, "satu"))


async def test_the_same_update_by_either_road_is_one(hall: Hall) -> None:
    """Telegram brings it while a webhook hangs, and again when we fetch; keys in any order."""
    intake = hall.open()
    once = _message(5, "satu")
    assert await intake.receive(once) is True
    await intake.receive(dict(reversed(once.items())))
    assert await Inbox.all().count() == 1


def _message(number: int, text: str, *, chat: int = BUDI) -> dict[str, Any]:
    who = {"id": chat, "is_bot": False, "first_name": "Warga"}
    where = {"id": chat, "type": "private", "first_name": "Warga"}
    content = {"message_id": number, "date": 1, "chat": where, "from": who, "text": text}
    return {"update_id": number, "message": content}


async def _settled(count: int) -> None:
    async with asyncio.timeout(10):
        while await Inbox.filter(keadaan="selesai").count() < count:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
