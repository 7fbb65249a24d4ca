"""The Telegram room as a whole: intake, sender and tidings, started and stopped together."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from telegram import Bot

from core.bot.dispatch import Dispatcher
from core.bot.intake import Intake
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas.room import OfficerRoom
from core.bot.sender import Sender
from core.bot.tidings import Tidings
from core.bot.tools import Alat


class TelegramRoom:
    """Owns the tasks that talk to Telegram."""

    def __init__(self, bot: Bot, alat: Alat, blob: Callable[[str], Awaitable[bytes]]) -> None:
        self._bot = bot
        self.tidings = Tidings(alat)
        self._sender = Sender(
            bot, alat.mint, blob=blob, forget=alat.issuing.forget, blocked=self.tidings.blocked
        )
        dispatcher = Dispatcher(alat, CitizenRoom(alat, Filing(alat)), OfficerRoom(alat))
        self._intake = Intake(bot, alat.mint, dispatcher.plan, dispatcher.give_up, said=self.wake)
        self._poll: asyncio.Task[None] | None = None
        self._tasks: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """Look into the outbox now."""
        self._sender.lanes.wake()

    def start(self) -> None:
        """Begin to send, to tell and to listen."""
        lanes = (self._sender.lanes.run(), self.tidings.lanes.run(), self._intake.lanes.run())
        self._tasks = [asyncio.create_task(lane) for lane in lanes]
        self._poll = asyncio.create_task(self._intake.poll())

    async def stop(self) -> None:
        """Stop listening, finish what is being handled, send what is being sent."""
        if self._poll is not None:
            self._poll.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._poll
        for lanes in (self._intake.lanes, self.tidings.lanes, self._sender.lanes):
            await lanes.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._bot.shutdown()
