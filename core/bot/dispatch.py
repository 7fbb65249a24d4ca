"""Sends each update to the room it belongs to. What is not listed is ignored, never answered."""

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType

from core.bot import talks, words
from core.bot.callback import TombolPetugas, parse
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas import board
from core.bot.petugas.room import OfficerRoom
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, nothing, toast

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
        if update.message is not None and update.message.chat.type == ChatType.PRIVATE:
            return await self._private(update.message)
        if update.edited_message is not None:
            return self._edited(update.edited_message)
        if update.my_chat_member is not None:
            return self._membership(update.my_chat_member)
        return nothing

    def give_up(self, update: Update) -> Act:
        """Plan the apology for an update that cannot be handled; the chat goes on."""
        query, chat = update.callback_query, update.effective_chat
        text = words.GANGGUAN.format(telepon=plain(self._alat.kantor.telepon))

        async def act(turn: Turn) -> None:
            if query is not None:
                await turn.toast(query.id, words.GANGGUAN_TOMBOL)
            elif chat is not None and chat.type == ChatType.PRIVATE:
                await turn.say(chat.id, text)

        return act

    async def _private(self, message: Message) -> Act:
        working = await self._officers.message(message)
        if working is not None:
            return working
        return await self._citizens.message(message)

    async def _press(self, query: CallbackQuery) -> Act:
        button = parse(query.data or "")
        if button is None:
            return toast(query.id, words.TOMBOL_LAMA)
        if isinstance(button, TombolPetugas):
            return await self._officers.press(query, button)
        return await self._citizens.press(query, button)

    def _edited(self, message: Message) -> Act:
        """An edit never answers the present question (DIALOG.md): say how to change an answer."""
        if message.chat.type != ChatType.PRIVATE:
            return nothing

        async def act(turn: Turn) -> None:
            await turn.say(message.chat.id, words.SUNTING)

        return act

    def _membership(self, change: ChatMemberUpdated) -> Act:
        """A citizen who blocks us is noted; whoever comes back says so by writing."""
        if change.chat.type != ChatType.PRIVATE or change.new_chat_member.status not in _GONE:
            return nothing
        ruang = self._alat.mint.ruang(change.chat.id)

        async def act(turn: Turn) -> None:
            if await talks.block(ruang):
                await board.citizen_gone(self._alat, turn, ruang)

        return act
