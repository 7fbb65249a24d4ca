"""Shows "typing" while an answer takes long (U13): beside the outbox, never before it."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Bot, Update
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError

from core.bot.turn import Act

Plan = Callable[[Update], Awaitable[Act]]

AFTER_SECONDS = 1.5
"""So that it is there two seconds after the citizen's message."""
_AGAIN_SECONDS = 4.5
"""Telegram shows a chat action for five seconds or less (sendChatAction)."""


def showing_work(plan: Plan, bot: Bot, *, after: float = AFTER_SECONDS) -> Plan:
    """Give the same plan, which tells a private chat that it works as soon as that takes long.

    The action goes its own way: what becomes of it neither delays nor fails the answer.
    """

    async def planned(update: Update) -> Act:
        chat = update.effective_chat
        if chat is None or chat.type != ChatType.PRIVATE:
            return await plan(update)
        telling = asyncio.create_task(_tell(bot, chat.id, after))
        try:
            return await plan(update)
        finally:
            telling.cancel()

    return planned


async def _tell(bot: Bot, chat_id: int, after: float) -> None:
    await asyncio.sleep(after)
    try:
        while True:
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
            await asyncio.sleep(_AGAIN_SECONDS)
    except TelegramError:
        return  # the answer itself will meet the same trouble, and be tried again
