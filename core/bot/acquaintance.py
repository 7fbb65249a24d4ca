"""Makes the bot known to Telegram as soon as it listens: an outage keeps nobody from starting."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import TelegramError

from core.bot.connect import introduce
from core.bot.webhook import listen_by_polling
from core.settings import SettingsFault

log = logging.getLogger(__name__)

_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
_UNKNOWN = ""


class Acquaintance:
    """Introduces the bot once, and says where updates go, however often that takes."""

    def __init__(
        self,
        bot: Bot,
        *,
        listen: Callable[[Bot], Awaitable[None]] = listen_by_polling,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._listen = listen
        self._pause = pause
        self._name = _UNKNOWN
        self._task: asyncio.Task[None] | None = None

    def username(self) -> str:
        """Return the bot's name; nothing as long as Telegram has not said it."""
        return self._name

    async def begin(self) -> None:
        """Try once, and go on trying in the background. Raises SettingsFault: token refused."""
        if not await self._try():
            self._task = asyncio.create_task(self._until_heard())

    async def stop(self) -> None:
        """Give up."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _until_heard(self) -> None:
        pause = _FIRST_PAUSE
        heard = False
        while not heard:
            await self._pause(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
            try:
                heard = await self._try()
            except SettingsFault as fault:
                log.error("%s", fault)
                return

    async def _try(self) -> bool:
        try:
            name = await introduce(self._bot)
            await self._listen(self._bot)
        except TelegramError as cause:
            log.warning("Telegram: belum dapat disapa (%s)", type(cause).__name__)
            return False
        self._name = name
        return True
