"""The citizen's room: what a private message or a press means, given what the chat is about."""

from telegram import CallbackQuery, Message
from telegram.constants import ChatType

from core.bot import talks, words
from core.bot.callback import TombolMenu, TombolWarga, short
from core.bot.models import Kartu
from core.bot.pemohon import menu
from core.bot.pemohon.filing import Filing
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
from core.dialog import Kejadian, Kirim, Tekan, TitipanBerkas, Tulis
from core.permohonan import Permohonan

_DIALOG_CARD = "tanya"


class CitizenRoom:
    """Answers citizens."""

    def __init__(self, alat: Alat, filing: Filing) -> None:
        self._alat = alat
        self._filing = filing

    async def message(self, message: Message) -> Act:
        """Plan the answer to a private message."""
        chat_id = message.chat_id
        if message.text and message.text.startswith("/"):
            return self._command(chat_id, message.text)
        case = await self._current(chat_id)
        event = read(message)
        if event is None:
            return self._remark(chat_id, case)
        if case is not None:
            return await self._filing.answer(chat_id, case, event)
        return self._lost(chat_id)

    async def press(self, query: CallbackQuery, button: TombolWarga | TombolMenu) -> Act:
        """Plan what a press of a citizen does. Its message must be a card of this very chat."""
        message = query.message
        if message is None or message.chat.type != ChatType.PRIVATE:
            return _toast(query, words.TOMBOL_LAMA)
        chat_id = message.chat.id
        card = await talks.card_at(self._alat.mint, chat_id, message.message_id)
        if card is None:
            return _toast(query, words.TOMBOL_LAMA)
        if isinstance(button, TombolMenu):
            return self._menu(query, chat_id, card, button)
        return await self._dialog(query, chat_id, card, button)

    async def _dialog(
        self, query: CallbackQuery, chat_id: int, card: Kartu, button: TombolWarga
    ) -> Act:
        case = await self._current(chat_id)
        mine = case is not None and card.permohonan_id == case.id and short(case.id) == button.draf
        if case is None or not mine or not card.aktif or card.jenis != _DIALOG_CARD:
            return self._stale(query, chat_id, card, case)
        if button.rev != self._filing.draft(case).rev:
            return self._stale(query, chat_id, card, case)
        act = await self._filing.answer(chat_id, case, Tekan(button.rev, button.aksi))

        async def answered(turn: Turn) -> None:
            await turn.toast(query.id)
            await act(turn)

        return answered

    def _menu(self, query: CallbackQuery, chat_id: int, card: Kartu, button: TombolMenu) -> Act:
        async def act(turn: Turn) -> None:
            if not card.aktif:
                await turn.toast(query.id, words.TOMBOL_LAMA)
                return
            await turn.toast(query.id)
            await self._choose(turn, chat_id, button)

        return act

    async def _choose(self, turn: Turn, chat_id: int, button: TombolMenu) -> None:
        alat = self._alat
        drafts = await alat.cases.drafts(turn.mint.ruang(chat_id))
        chosen = next((d for d in drafts if short(d.id) == button.arg), None)
        match button.aksi:
            case "pilih":
                same = next((d for d in drafts if d.layanan == button.arg), None)
                if same is not None:
                    await menu.offer_draft(alat, turn, chat_id, same)
                else:
                    await menu.introduce(alat, turn, chat_id, button.arg)
            case "mulai" if menu.is_open(alat, button.arg):
                await self._filing.begin(turn, chat_id, button.arg)
            case "lanjut" if chosen is not None:
                await self._filing.ask_again(turn, chat_id, chosen)
            case "ulang" if chosen is not None and chosen.nomor is None:
                await alat.cases.withdraw(chosen)
                await menu.introduce(alat, turn, chat_id, chosen.layanan)
            case "hapus" if chosen is not None:
                await self._filing.give_up(turn, chat_id, chosen)
            case _:
                await menu.greet(alat, turn, chat_id, first=False)

    def _command(self, chat_id: int, text: str) -> Act:
        name, _, argument = text[1:].partition(" ")
        name = name.split("@")[0].lower()

        async def act(turn: Turn) -> None:
            await talks.meet(turn.mint, chat_id)
            await self._obey(turn, chat_id, name, argument.strip())

        return act

    async def _obey(self, turn: Turn, chat_id: int, name: str, argument: str) -> None:
        alat = self._alat
        case = await self._current(chat_id)
        match name:
            case "start":
                await self._start(turn, chat_id, argument)
                return
            case "batal":
                if case is None:
                    await turn.say(chat_id, words.TIDAK_ADA_ISIAN)
                else:
                    await menu.ask_drop(alat, turn, chat_id, case)
                return
            case "status":
                await menu.status(alat, turn, chat_id)
            case "dokumen":
                await menu.passwords(alat, turn, chat_id)
            case _:
                await menu.help_(alat, turn, chat_id)
        if case is not None:
            await self._filing.ask_again(turn, chat_id, case, words.LANJUT_DI_SINI)

    async def _start(self, turn: Turn, chat_id: int, payload: str) -> None:
        drafts = await self._alat.cases.drafts(turn.mint.ruang(chat_id))
        if payload in self._alat.katalog.layanan:
            same = next((d for d in drafts if d.layanan == payload), None)
            if same is not None:
                await menu.offer_draft(self._alat, turn, chat_id, same)
            else:
                await menu.introduce(self._alat, turn, chat_id, payload)
        elif drafts:
            await menu.offer_draft(self._alat, turn, chat_id, drafts[0])
        else:
            await menu.greet(self._alat, turn, chat_id, first=True)

    async def _current(self, chat_id: int) -> Permohonan | None:
        """Return the draft that the words of this chat belong to, if it may still be filled in."""
        drafts = await self._alat.cases.drafts(self._alat.mint.ruang(chat_id))
        focus = await talks.focused(self._alat.mint, chat_id)
        return next((draft for draft in drafts if draft.id == focus), None)

    def _lost(self, chat_id: int) -> Act:
        async def act(turn: Turn) -> None:
            await talks.meet(turn.mint, chat_id)
            await self._start(turn, chat_id, "")

        return act

    def _remark(self, chat_id: int, case: Permohonan | None) -> Act:
        async def act(turn: Turn) -> None:
            if case is None:
                await turn.say(chat_id, words.BUKAN_PESAN)
            else:
                await self._filing.ask_again(turn, chat_id, case, words.BUKAN_PESAN)

        return act

    def _stale(
        self, query: CallbackQuery, chat_id: int, card: Kartu, case: Permohonan | None
    ) -> Act:
        """An old button changes nothing: say so, and show the present question once per message."""

        async def act(turn: Turn) -> None:
            await turn.toast(query.id, words.TOMBOL_LAMA)
            if card.aktif:
                await turn.strip(card)
                if case is not None:
                    await self._filing.ask_again(turn, chat_id, case)

        return act


def read(message: Message) -> Kejadian | None:
    """Read a message as an answer: text, photo (the largest size) or document; None for the rest."""
    if message.text:
        return Tulis(message.text)
    album = message.media_group_id or ""
    if message.photo:
        best = message.photo[-1]
        return Kirim(
            TitipanBerkas(
                best.file_id,
                best.file_unique_id,
                "image/jpeg",
                best.file_size or 0,
                best.width,
                best.height,
                album,
            )
        )
    if message.document:
        paper = message.document
        return Kirim(
            TitipanBerkas(
                paper.file_id,
                paper.file_unique_id,
                paper.mime_type or "application/octet-stream",
                paper.file_size or 0,
                album=album,
            )
        )
    return None


def _toast(query: CallbackQuery, text: str) -> Act:
    async def act(turn: Turn) -> None:
        await turn.toast(query.id, text)

    return act
