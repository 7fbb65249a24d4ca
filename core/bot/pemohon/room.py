"""The citizen's room: what a private message or a press means, given what the chat is about."""

from telegram import CallbackQuery, Message
from telegram.constants import ChatType

from core.bahasa import kata, present
from core.bot import talks, words, words_isian
from core.bot.callback import TombolMenu, TombolWarga, short
from core.bot.models import Kartu
from core.bot.pemohon import (
    bahasa,
    kabar,
    kembar,
    ketik,
    menu,
    pratinjau,
    setelah,
    tombol_isian,
)
from core.bot.pemohon.ask import BASI, MENU, TANYA
from core.bot.pemohon.commands import Commands
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.pratinjau import ProofDesk
from core.bot.pemohon.setelah import AfterButtons
from core.bot.pemohon.tombol_isian import DraftButtons
from core.bot.pemohon.ubah_tiket import ACTS, TicketButtons
from core.bot.reading import read
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, toast
from core.dialog import Kejadian, Sunting, Tekan
from core.permohonan import Permohonan


class CitizenRoom:
    """Answers citizens."""

    def __init__(self, alat: Alat, filing: Filing) -> None:
        self._alat = alat
        self._filing = filing
        self._commands = Commands(alat, filing)
        self._drafts = DraftButtons(alat, filing, self._commands)
        self._tickets = TicketButtons(alat, filing, self._commands)
        self._after = AfterButtons(alat, self._commands)
        self._proofs = ProofDesk(alat, self._commands)

    async def message(self, message: Message) -> Act:
        """Plan the answer to a private message."""
        chat_id = message.chat_id
        back = await talks.has_blocked(self._alat.mint.ruang(chat_id))
        answer = await self._answer(message, back=back)

        async def act(turn: Turn) -> None:
            await talks.meet(turn.mint, chat_id, present().kode)
            if back:
                await self._commands.welcome_back(turn, chat_id)
            await answer(turn)

        return act

    async def edited(self, message: Message) -> Act:
        """Plan what an edited message does: it corrects what it answered in the draft at hand."""
        chat_id, case = message.chat_id, await self._commands.current(message.chat_id)
        if case is not None:
            event = Sunting(message.message_id, message.text or "")
            return await self._play(chat_id, case, event)

        async def act(turn: Turn) -> None:
            await turn.say(chat_id, kata(words_isian.SUNTING_TANPA_ISIAN))

        return act

    async def press(self, query: CallbackQuery, button: TombolWarga | TombolMenu) -> Act:
        """Plan what a press of a citizen does. Its message must be a card of this very chat."""
        message = query.message
        if message is None or message.chat.type != ChatType.PRIVATE:
            return toast(query.id, kata(words.TOMBOL_LAMA))
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
        if not back and (note := await self._proofs.written(message)) is not None:
            return note
        case = await self._commands.current(chat_id)
        if back and case is not None:
            return self._ask_again(chat_id, case)
        text = message.text or ""
        if case is None and (opinion := await self._after.typed(chat_id, text)) is not None:
            return opinion
        if button := await self._typed_choice(chat_id, text):
            return self._chosen(chat_id, button)
        event = read(message)
        if event is None:
            return self._remark(chat_id, case)
        if case is None:
            language = self._commands.language(chat_id, text)
            return language or self._commands.command(chat_id, "/start")
        return await self._play(chat_id, case, event)

    def _ask_again(self, chat_id: int, case: Permohonan) -> Act:
        """The question may never have reached him: his words are no answer to it."""

        async def act(turn: Turn) -> None:
            await self._commands.go_on(turn, chat_id, case)

        return act

    async def _play(self, chat_id: int, case: Permohonan, event: Kejadian) -> Act:
        """Play an answer; where the plugin is gone, say so: the draft waits for it (U44)."""
        if self._alat.is_ready(case):
            return await self._filing.answer(chat_id, case, event)

        async def act(turn: Turn) -> None:
            await turn.say(chat_id, kata(words.LAYANAN_GANGGUAN))

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
        known = self._alat.is_ready(case)
        return not known or button.rev == self._filing.draft(case).rev

    async def _tap(
        self, query: CallbackQuery, chat_id: int, case: Permohonan, event: Tekan
    ) -> Act:
        played = await self._play(chat_id, case, event)

        async def act(turn: Turn) -> None:
            await turn.toast(query.id)
            await played(turn)

        return act

    async def _typed_choice(self, chat_id: int, text: str) -> TombolMenu | None:
        """Return what typed words choose of the menu that stands last in the chat (U8)."""
        card = await talks.question(self._alat.mint.ruang(chat_id))
        if not text or card is None or not card.aktif or card.jenis != MENU:
            return None
        return ketik.chosen(await ketik.recall(self._alat.mint, chat_id), text)

    def _chosen(self, chat_id: int, button: TombolMenu) -> Act:
        async def act(turn: Turn) -> None:
            await self._choose(turn, chat_id, button)

        return act

    def _menu(self, query: CallbackQuery, chat_id: int, button: TombolMenu) -> Act:
        async def act(turn: Turn) -> None:
            await turn.toast(query.id)
            await self._choose(turn, chat_id, button)

        return act

    async def _choose(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        alat = self._alat
        match button.aksi:
            case "pilih":
                await self._commands.open_service(turn, chat_id, button.arg)
            case bahasa.AKSI:
                await self._commands.speak(turn, chat_id, button.arg)
            case kabar.AKSI:
                await kabar.press(turn, chat_id, button.arg)
            case "mulai" if menu.is_open(alat, button.arg):
                await self._filing.begin(turn, chat_id, button.arg)
            case act if act in tombol_isian.ACTS:
                await self._drafts.choose(turn, chat_id, button)
            case act if act in pratinjau.ACTS:
                await self._proofs.choose(turn, chat_id, button)
            case act if act in ACTS:
                await self._tickets.choose(turn, chat_id, button)
            case act if act in setelah.ACTS:
                await self._after.choose(turn, chat_id, button)
            case _:
                await menu.greet(alat, turn, chat_id, first=False)

    def _remark(self, chat_id: int, case: Permohonan | None) -> Act:
        """A sticker, a voice, a place: say that it cannot be read, and ask again (U19)."""

        async def act(turn: Turn) -> None:
            await turn.say(chat_id, kata(words.BUKAN_PESAN))
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
            await turn.toast(query.id, kata(words.TOMBOL_LAMA))
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
