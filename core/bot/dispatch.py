"""Sends each update to the room it belongs to. What is not listed is ignored, never answered."""

import logging
from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatType

from core.bahasa import INDONESIA, kata, speaking
from core.bot import migration, talks, words
from core.bot.bahasa import hearing, of_chat
from core.bot.callback import TombolPetugas, parse
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas import board, moving
from core.bot.petugas import words as officer_words
from core.bot.petugas.room import OfficerRoom
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, nothing, toast

log = logging.getLogger(__name__)

_GONE = (ChatMember.BANNED, ChatMember.LEFT)


class Dispatcher:
    """The hallway."""

    def __init__(self, alat: Alat, citizens: CitizenRoom, officers: OfficerRoom) -> None:
        self._alat = alat
        self._citizens = citizens
        self._officers = officers

    async def plan(self, update: Update) -> Act:
        """Plan what an update changes and says."""
        if update.callback_query is not None:
            return await self._press(update.callback_query)
        if update.message is not None:
            return await self._message(update.message)
        if update.edited_message is not None:
            return await self._edited(update.edited_message)
        if update.my_chat_member is not None:
            return await self._membership(update.my_chat_member)
        return nothing

    def give_up(self, update: Update | None) -> Act:
        """Plan the apology for an update that cannot be handled; the chat goes on.

        The office hears of it as well, once a day; None is an update that cannot even be read.
        """
        alat = self._alat
        query, chat = (update.callback_query, update.effective_chat) if update else (None, None)

        async def act(turn: Turn) -> None:
            bahasa = await of_chat(alat, alat.mint.ruang(chat.id)) if chat else INDONESIA
            with speaking(bahasa):
                text = kata(words.GANGGUAN, telepon=plain(alat.kantor.telepon))
                toast_text = kata(words.GANGGUAN_TOMBOL)
            if query is not None:
                await turn.toast(query.id, toast_text)
            if chat is not None and chat.type == ChatType.PRIVATE:
                await turn.say(chat.id, text)
            day = f"disisihkan:{alat.today:%Y%m%d}"
            await turn.say(alat.admin_chat, officer_words.DISISIHKAN, key=day)

        return act

    async def _message(self, message: Message) -> Act:
        """In a group nobody is answered; but Telegram itself may say there that it has moved."""
        if message.chat.type == ChatType.PRIVATE:
            return await self._private(message)
        new = message.migrate_to_chat_id
        return self._moved(message.chat.id, new) if new is not None else nothing

    def _moved(self, old: int, new: int) -> Act:
        async def act(turn: Turn) -> None:
            await moving.follow(self._alat, turn, old=old, new=new)

        return act

    async def _private(self, message: Message) -> Act:
        working = await self._officers.message(message)
        if working is not None:
            return working
        return await self._hearing(
            message.chat.id, message.from_user, lambda: self._citizens.message(message)
        )

    async def _press(self, query: CallbackQuery) -> Act:
        button = parse(query.data or "")
        if button is None:
            return toast(query.id, kata(words.TOMBOL_LAMA))
        if isinstance(button, TombolPetugas):
            return await self._officers.press(query, button)
        return await self._hearing(
            query.from_user.id, query.from_user, lambda: self._citizens.press(query, button)
        )

    async def _edited(self, message: Message) -> Act:
        """An edit never answers the present question (DIALOG.md U43), and no group is answered."""
        if message.chat.type != ChatType.PRIVATE:
            return nothing
        return await self._hearing(
            message.chat.id, message.from_user, lambda: self._citizens.edited(message)
        )

    async def _hearing(
        self, chat_id: int, who: User | None, plan: Callable[[], Awaitable[Act]]
    ) -> Act:
        """Let a citizen be answered in the language of his chat."""
        return await hearing(self._alat, chat_id, who.language_code if who else None, plan)

    async def _membership(self, change: ChatMemberUpdated) -> Act:
        """A citizen who blocks us is noted; whoever comes back says so by writing."""
        if change.new_chat_member.status not in _GONE:
            return nothing
        if change.chat.type != ChatType.PRIVATE:
            await self._shut_out(change.chat.id)
            return nothing
        ruang = self._alat.mint.ruang(change.chat.id)

        async def act(turn: Turn) -> None:
            if await talks.block(ruang):
                await board.citizen_gone(self._alat, turn, ruang)

        return act

    async def _shut_out(self, chat_id: int) -> None:
        """Say aloud that the officers' group has put us out: cards wait until we are back."""
        alat = self._alat
        if chat_id == await migration.address(alat.mint, alat.admin_chat):
            log.error("bot dikeluarkan dari grup petugas: undang kembali agar kartu sampai")
