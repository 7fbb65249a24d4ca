"""Fetches updates from Telegram: what was fetched is stored before the next fetch confirms it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_POLL_SECONDS = 25
# PTB adds nothing for do_api_request: the long poll's time and ten seconds for the answer.
_READ_SECONDS = _POLL_SECONDS + 10.0
_LONGEST_PAUSE = 30.0
_CONFLICT_EVERY = 60.0
# Spelt so that PTB makes "getUpdates" of it and does not point us to `Bot.get_updates`, which
# reads every update before it returns any: one that it cannot read would be fetched for ever.
_ENDPOINT = "get__updates"


class Polling:
    """The loop that fetches, for ever."""

    def __init__(
        self,
        bot: Bot,
        store: Callable[[Sequence[object]], Awaitable[None]],
        *,
        first_pause: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._store = store
        self._first = first_pause
        self._clock = clock
        self._conflict_told: float | None = None

    async def run(self) -> None:
        """Fetch and store; whatever goes wrong, also in our own database, listening goes on."""
        offset: int | None = None
        pause = self._first
        while True:
            try:
                batch = await self._fetch(offset)
                await self._store(batch)
            except RetryAfter as cause:
                wait = cause.retry_after
                await asyncio.sleep(wait.total_seconds() if isinstance(wait, timedelta) else wait)
            except Exception as cause:
                self._complain(cause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                pause = self._first
                offset = _after(batch, offset)

    async def _fetch(self, offset: int | None) -> Sequence[object]:
        asked: dict[str, object] = {"timeout": _POLL_SECONDS, "allowed_updates": list(ALLOWED)}
        if offset is not None:
            asked["offset"] = offset
        found = await self._bot.do_api_request(
            _ENDPOINT, api_kwargs=asked, read_timeout=_READ_SECONDS
        )
        if not isinstance(found, list):
            raise TypeError("getUpdates answered with something else than a list")
        return found

    def _complain(self, cause: Exception) -> None:
        if isinstance(cause, Conflict):
            self._tell_conflict()
        elif isinstance(cause, (InvalidToken, EndPointNotFound)):
            log.error("Telegram menolak token bot: periksa berkas telegram_token")
        else:
            log.warning("Telegram: pesan belum dapat diambil (%s)", type(cause).__name__)

    def _tell_conflict(self) -> None:
        """Loud, but once a minute: a foreign poller stays, and Telegram answers each time."""
        now = self._clock()
        if self._conflict_told is None or now - self._conflict_told >= _CONFLICT_EVERY:
            self._conflict_told = now
            log.error("Telegram: ada proses lain yang mengambil pesan bot ini (409)")


def _after(batch: Sequence[object], offset: int | None) -> int | None:
    """Confirm this batch and nothing else: ids may restart at a smaller number (Bot API)."""
    last = batch[-1] if batch else None
    number = last.get("update_id") if isinstance(last, dict) else None
    return number + 1 if isinstance(number, int) else offset
