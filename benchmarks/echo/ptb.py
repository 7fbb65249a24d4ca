"""The echo bot on python-telegram-bot: `python -m benchmarks.echo.ptb MODE BASE_URL TOKEN`.

Modes: `stock` (as it comes), `stock_concurrent` (with concurrent_updates=True), `ours_stepwise`
(as it comes, on our transport) and `ours` (our transport, chats beside each other and each chat
in order, which is how `kerja` treats them).
"""

import asyncio
import sys
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import (
    ApplicationBuilder,
    BaseUpdateProcessor,
    ContextTypes,
    MessageHandler,
    filters,
)

from core.bot.transport import Transport
from core.bot.waits import Waits

_CONNECTIONS, _POLL_CONNECTIONS = 32, 2  # as core.bot.connect
_WIDTH = 32


class PerChat(BaseUpdateProcessor):
    """One update of a chat at a time, several chats beside each other."""

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self._turns: dict[int, asyncio.Lock] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn; asyncio's locks are fair."""
        assert isinstance(update, Update)
        assert update.effective_chat is not None
        async with self._turns.setdefault(update.effective_chat.id, asyncio.Lock()):
            await coroutine

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing."""


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back."""
    assert update.message is not None
    await update.message.reply_text(f"gema: {update.message.text}")


def main(mode: str, base_url: str, token: str) -> None:
    """Poll until stopped."""
    builder = ApplicationBuilder().token(token).base_url(f"{base_url}/bot")
    if mode.startswith("ours"):
        builder.request(Transport(connections=_CONNECTIONS))
        poll = Transport(connections=_POLL_CONNECTIONS, waits=Waits(read=10.0))
        builder.get_updates_request(poll)
    if mode == "stock_concurrent":
        builder.concurrent_updates(True)
    if mode == "ours":
        builder.concurrent_updates(PerChat())
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
