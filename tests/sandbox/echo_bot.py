"""A bot for trying the sandbox's page by hand: repeats what it hears, with a button under it.

python -m sandbox --port 8081 &
python tests/sandbox/echo_bot.py http://127.0.0.1:8081 <token>
"""

import asyncio
import sys
from html import escape

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

BOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Tekan saya", callback_data="tekan")]])


async def answer(bot: Bot, update: Update) -> None:
    """One reply to one update."""
    if update.callback_query is not None:
        await update.callback_query.answer("Tombol ditekan.")
    elif update.message is not None and update.message.photo:
        await update.message.reply_photo(update.message.photo[-1].file_id, has_spoiler=True)
    elif update.message is not None:
        text = f"Anda menulis <b>{escape(update.message.text or 'sebuah berkas')}</b>."
        await bot.send_message(update.message.chat.id, text, parse_mode="HTML", reply_markup=BOARD)


async def echo(url: str, token: str) -> None:
    """Poll until stopped."""
    async with Bot(token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        after = 0
        while True:
            for update in await bot.get_updates(offset=after, timeout=20):
                await answer(bot, update)
                after = update.update_id + 1


if __name__ == "__main__":
    asyncio.run(echo(*sys.argv[1:3]))
