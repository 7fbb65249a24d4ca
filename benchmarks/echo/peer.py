"""The echo bot on aiogram, as it comes: `PYTHON benchmarks/echo/peer.py BASE_URL TOKEN`.

Runs in an environment of its own (benchmarks/echo/peer.txt), so it imports nothing of ours.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher, F  # type: ignore[import-not-found]
from aiogram.client.session.aiohttp import AiohttpSession  # type: ignore[import-not-found]
from aiogram.client.telegram import TelegramAPIServer  # type: ignore[import-not-found]
from aiogram.types import Message  # type: ignore[import-not-found]


async def echo(message: Message) -> None:
    """Say it back."""
    await message.answer(f"gema: {message.text}")


async def main(base_url: str, token: str) -> None:
    """Poll until stopped."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base_url)))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo, F.text)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
