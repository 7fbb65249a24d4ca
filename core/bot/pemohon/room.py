"""The citizen's room: what a private message or a press means, given what the chat is about."""

from telegram import CallbackQuery, Message
from telegram.constants import ChatType

from core.bot import talks, words
from core.bot.callback import TombolMenu, TombolWarga, short
from core.bot.models import Kartu
from core.bot.pemohon import kembar, menu
from core.bot.pemohon.ask import BASI, TANYA
from core.bot.pemohon.commands import Commands
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.ubah_tiket import ACTS, TicketButtons
from core.bot.reading import read
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, toast
from core.dialog import Kejadian, Tekan
from core.permohonan import Permohonan


class CitizenRoom:
    """Answers citizens."""

    def __init__(self, alat: Alat, filing: Filing) -> None:
        self._alat = alat
        self._filing = filing
        self._commands = Commands(alat, filing)
        self._tickets = TicketButtons(alat, filing, self._commands)

    async def message(self, message: Message) -> Act:
        """Plan the answer to a private message."""
        chat_id = message.chat_id
        back = await talks.has_blocked(self._alat.mint.ruang(chat_id))
        answer = await self._answer(message, back=back)

        async def act(turn: Turn) -> None:
            await talks.meet(turn.mint, chat_id)
            if back:
                await self._commands.welcome_back(turn, chat_id)
            await answer(turn)

        return act

    async def press(self, query: CallbackQuery, button: TombolWarga | TombolMenu) -> Act:
        """Plan what a press of a citizen does. Its message must be a card of this very chat."""
        message = query.message
        if message is None or message.chat.type != ChatType.PRIVATE:
            return toast(query.id, words.TOMBOL_LAMA)
        chat_id = message.chat.id
        answer = await self._pressed(query, chat_id, message.message_id, button)
        if not await talks.has_blocked(self._alat.mint.ruang(chat_id)):
            return answer

        async def act(turn: Turn) -> None:
            await self._commands.welcome_back(turn, chat_id)
            await answer(turn)

        return act

    async def _pressed(
        self, query: CallbackQuery, chat_id: int, message_id: int, button: TombolWarga | TombolMenu
    ) -> Act:
        known = await talks.card_at(self._alat.mint, chat_id, message_id)
        card = known or await kembar.question_of(self._alat.mint, chat_id, button)
        case = await self._commands.current(chat_id)
        if card is None or not self._counts(card, button, case):
            return self._stale(query, chat_id, message_id, known, case)
        if isinstance(button, TombolMenu):
            played = self._menu(query, chat_id, button)
        else:
            assert case is not None  # or the button would not count
            played = await self._tap(query, chat_id, case, Tekan(button.rev, button.aksi))
        return played if known else kembar.adopting(card, chat_id, message_id, played)

    async def _answer(self, message: Message, *, back: bool) -> Act:
        chat_id = message.chat_id
        if message.text and message.text.startswith("/"):
            return self._commands.command(chat_id, message.text)
        case = await self._commands.current(chat_id)
        if back and case is not None:
            return self._ask_again(chat_id, case)
        event = read(message)
        if event is None:
            return self._remark(chat_id, case)
        if case is None:
            return self._commands.command(chat_id, "/start")
        return await self._play(chat_id, case, event)

    def _ask_again(self, chat_id: int, case: Permohonan) -> Act:
        """The question may never have reached him: his words are no answer to it."""

        async def act(turn: Turn) -> None:
            await self._commands.go_on(turn, chat_id, case)

        return act

    async def _play(self, chat_id: int, case: Permohonan, event: Kejadian) -> Act:
        """Play an answer; where the plugin is gone, say so: the draft waits for it (U44)."""
        if case.layanan in self._alat.katalog.layanan:
            return await self._filing.answer(chat_id, case, event)

        async def act(turn: Turn) -> None:
            await turn.say(chat_id, words.LAYANAN_GANGGUAN)

        return act

    def _counts(
        self, card: Kartu, button: TombolWarga | TombolMenu, case: Permohonan | None
    ) -> bool:
        """Tell whether a press belongs to the question that is asked now."""
        if isinstance(button, TombolMenu):
            return card.aktif
        if case is None or card.permohonan_id != case.id or short(case.id) != button.draf:
            return False
        if not (card.aktif and card.jenis == TANYA):
            return False
        known = case.layanan in self._alat.katalog.layanan
        return not known or button.rev == self._filing.draft(case).rev

    async def _tap(
        self, query: CallbackQuery, chat_id: int, case: Permohonan, event: Tekan
    ) -> Act:
        played = await self._play(chat_id, case, event)

        async def act(turn: Turn) -> None:
            await turn.toast(query.id)
            await played(turn)

        return act

    def _menu(self, query: CallbackQuery, chat_id: int, button: TombolMenu) -> Act:
        async def act(turn: Turn) -> None:
            await turn.toast(query.id)
            await self._choose(turn, chat_id, button)

        return act

    async def _choose(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        alat = self._alat
        drafts = await alat.cases.drafts(turn.mint.ruang(chat_id))
        chosen = next((d for d in drafts if short(d.id) == button.arg), None)
        match button.aksi:
            case "pilih":
                await self._commands.open_service(turn, chat_id, button.arg)
            case "mulai" if menu.is_open(alat, button.arg):
                await self._filing.begin(turn, chat_id, button.arg)
            case "lanjut" if chosen is not None:
                await self._commands.go_on(turn, chat_id, chosen)
            case "ulang" if chosen is not None and chosen.nomor is None:
                await alat.cases.withdraw(chosen)
                await alat.papers.keep_only(chosen.id, ())
                await menu.introduce(alat, turn, chat_id, chosen.layanan)
            case "hapus" if chosen is not None:
                await self._filing.give_up(turn, chat_id, chosen)
            case act if act in ACTS:
                await self._tickets.choose(turn, chat_id, button)
            case _:
                await menu.greet(alat, turn, chat_id, first=False)

    def _remark(self, chat_id: int, case: Permohonan | None) -> Act:
        """A sticker, a voice, a place: say that it cannot be read, and ask again (U19)."""

        async def act(turn: Turn) -> None:
            await turn.say(chat_id, words.BUKAN_PESAN)
            if case is not None:
                await self._commands.go_on(turn, chat_id, case)

        return act

    def _stale(
        self,
        query: CallbackQuery,
        chat_id: int,
        message_id: int,
        card: Kartu | None,
        case: Permohonan | None,
    ) -> Act:
        """An old button changes nothing: say so, and ask the present question once."""

        async def act(turn: Turn) -> None:
            await turn.toast(query.id, words.TOMBOL_LAMA)
            if card is None:
                await kembar.strip(turn, chat_id, message_id)
            elif card.jenis == BASI:
                return
            else:
                await turn.strip(card)
                await Kartu.filter(id=card.id).update(jenis=BASI)
            if case is not None:
                await self._commands.go_on(turn, chat_id, case)

        return act
