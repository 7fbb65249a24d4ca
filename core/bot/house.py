"""The Telegram room as a whole: intake, sender and tidings, started and stopped together."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial

from telegram import Bot

from core.bot.counted import Count, uncounted
from core.bot.dispatch import Dispatcher
from core.bot.intake import Intake
from core.bot.isian_diam import IsianDiam
from core.bot.pace import Pace
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.pengingat import Pengingat
from core.bot.petugas.room import OfficerRoom
from core.bot.sender import Report, Sender
from core.bot.sibuk import showing_work
from core.bot.tidings import Tidings
from core.bot.tools import Alat
from core.store import Leader, Locks, NoRivals


class TelegramRoom:
    """Owns the tasks that talk to Telegram."""

    def __init__(
        self,
        bot: Bot,
        alat: Alat,
        blob: Callable[[str], Awaitable[bytes]],
        *,
        locks: Locks | None = None,
        polls: bool = True,
        pace: Pace | None = None,
        count: Count = uncounted,
    ) -> None:
        locks = locks or NoRivals()
        self._bot = bot
        self._polls = polls
        self.tidings = Tidings(alat, locks)
        self.reminder = Pengingat(alat)
        self.silent = IsianDiam(alat)
        report = Report(
            forget=alat.issuing.forget,
            blocked=self.tidings.blocked,
            moved=self.tidings.moved,
            lost=self.tidings.lost,
        )
        self._sender = Sender(
            bot, alat.mint, blob=blob, report=report, pace=pace or Pace(time.monotonic)
        )
        dispatcher = Dispatcher(alat, CitizenRoom(alat, Filing(alat)), OfficerRoom(alat))
        self.intake = Intake(
            bot,
            alat.mint,
            showing_work(dispatcher.plan, bot),
            dispatcher.give_up,
            said=self.wake,
            locks=locks,
            tally=partial(count, "pesan_masuk"),
        )
        # Telegram's limits are per bot, and it answers one poller: one process speaks with it.
        self.leader = Leader(locks, "telegram")
        self._poll: asyncio.Task[None] | None = None
        self._tasks: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """Look into the outbox now."""
        self._sender.lanes.wake()

    def start(self) -> None:
        """Begin to handle and to tell; as soon as nobody else does, also to send and to poll."""
        work = (
            self.tidings.lanes.run(),
            self.intake.lanes.run(),
            self.leader.run(self._speak),
        )
        self._tasks = [asyncio.create_task(one) for one in work]

    async def watch(self) -> None:
        """Wait as long as everything runs; raise what ended it."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        raise RuntimeError("a task of the Telegram room has ended")

    def close(self) -> None:
        """Take nothing new from now on, and fetch nothing."""
        if self._poll is not None:
            self._poll.cancel()
        if self._tasks and not self.leader.leads:
            self._tasks[-1].cancel()
        for lanes in (self.intake.lanes, self.tidings.lanes, self._sender.lanes):
            lanes.close()

    async def stop(self) -> None:
        """Finish what is being handled and what is being sent, beside each other."""
        self.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._bot.shutdown()

    async def _speak(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._sender.lanes.run())
            if self._polls:
                self._poll = group.create_task(self.intake.poll())
