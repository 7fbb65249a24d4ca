"""Tells Telegram where updates go: to our webhook, or nowhere, so that they are polled."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from core.bot.polling import ALLOWED
from core.settings import SettingsFault

log = logging.getLogger(__name__)

CONNECTIONS = 40  # Telegram's own default: that many chats write at the same instant
_TRIES = 5
_LOOK_SECONDS = 300.0

Sleep = Callable[[float], Awaitable[None]]


async def listen_by_webhook(
    bot: Bot,
    url: str,
    secret: str,
    *,
    sleep: Sleep = asyncio.sleep,
) -> None:
    """Have updates posted to `url`, with `secret` in the header; what waits comes at once.

    May be said by every replica; Telegram allows it once a second. Raises SettingsFault if
    Telegram refuses the address.
    """
    # After failures Telegram pauses up to two minutes, also if the same webhook is set again.
    # One that differs, be it by this number, begins anew (tdlib's WebhookActor).
    now = (await bot.get_webhook_info()).max_connections
    connections = CONNECTIONS + 1 if now == CONNECTIONS else CONNECTIONS
    for tried in range(1, _TRIES + 1):
        try:
            await bot.set_webhook(
                url,
                secret_token=secret,
                allowed_updates=list(ALLOWED),
                drop_pending_updates=False,
                max_connections=connections,
            )
        except RetryAfter as cause:
            if tried == _TRIES:
                raise
            wait = cause.retry_after
            await sleep(wait.total_seconds() if isinstance(wait, timedelta) else wait)
        except BadRequest as cause:
            # Telegram's sentence quotes neither the secret nor the token.
            raise SettingsFault(
                f"Telegram menolak telegram.webhook ({cause.message}): periksa alamat itu."
            ) from cause
        else:
            log.info("Telegram: pembaruan datang lewat webhook")
            return


async def keep_webhook(bot: Bot, url: str, secret: str, *, sleep: Sleep = asyncio.sleep) -> None:
    """Look after the webhook for ever: set it again if it is gone; log why nothing arrives."""
    told = None
    while True:
        await sleep(_LOOK_SECONDS)
        try:
            found = await bot.get_webhook_info()
            if found.url != url:
                log.error("Telegram: webhook dihapus atau diganti dari luar; dipasang lagi")
                await listen_by_webhook(bot, url, secret, sleep=sleep)
            elif found.last_error_date != told:
                told = found.last_error_date
                log.warning(
                    "Telegram: pembaruan gagal diantar (%s); menunggu: %s",
                    found.last_error_message,
                    found.pending_update_count,
                )
        except (TelegramError, SettingsFault) as cause:
            log.warning("Telegram: webhook belum dapat diperiksa (%s)", type(cause).__name__)


class Postman:
    """Has Telegram bring updates to an address of ours, and looks after that."""

    def __init__(self, url: str, secret: str) -> None:
        self._url, self._secret = url, secret

    async def listen(self, bot: Bot) -> None:
        """Say where updates go; see listen_by_webhook."""
        await listen_by_webhook(bot, self._url, self._secret)

    async def keep(self, bot: Bot) -> None:
        """Look after it for ever; see keep_webhook."""
        await keep_webhook(bot, self._url, self._secret)


async def listen_by_polling(bot: Bot) -> None:
    """Remove a webhook, so that updates can be fetched; what waits is kept."""
    await bot.delete_webhook(drop_pending_updates=False)
