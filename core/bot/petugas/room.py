"""The officer's room: what a press on a card means, and what typed words on a desk are for."""

import logging
from uuid import UUID

from telegram import CallbackQuery, Message

from core.bot import talks
from core.bot.callback import TombolPetugas
from core.bot.pemohon.room import read
from core.bot.petugas import board, words
from core.bot.petugas.decide import Decisions
from core.bot.petugas.form import OfficerForm
from core.bot.petugas.gate import Admitted, Refused, admit
from core.bot.petugas.handover import HandOver
from core.bot.petugas.mend import Mending
from core.bot.petugas.official import Official
from core.bot.petugas.reject import Rejecting
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
from core.dialog import Tekan
from core.meja import Langkah
from core.permohonan import StatusPermohonan

log = logging.getLogger(__name__)


class OfficerRoom:
    """Answers officers."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        self._form = OfficerForm(alat)
        self._decide = Decisions(alat, self._form)
        self._mend = Mending(alat, self._decide)
        self._reject = Rejecting(alat, self._decide)
        self._hand = HandOver(alat, self._decide)
        self._official = Official(alat, self._decide)

    async def press(self, query: CallbackQuery, button: TombolPetugas) -> Act:
        """Plan what a press does, if it counts."""
        admitted = await admit(self._alat, query, button)
        if isinstance(admitted, Refused):
            return self._refuse(query, admitted)
        return await self._act(query.id, admitted, button)

    async def message(self, message: Message) -> Act | None:
        """Plan the answer to an officer's private message; None if no desk waits for words."""
        officer = self._alat.kantor.petugas(message.chat_id)
        if officer is None or (message.text or "").startswith("/"):
            return None
        sheet = await self._alat.desk.of(officer.id)
        case = await self._alat.cases.find(sheet.kasus) if sheet.kasus else None
        if case is None:
            return None
        if sheet.langkah is Langkah.SERAH and message.text:
            return await self._hand.record(case, officer.id, message.text)
        if case.status != StatusPermohonan.DIPERIKSA or case.petugas != officer.id:
            return None
        event = read(message)
        if sheet.langkah is Langkah.FORMULIR and event is not None:
            return await self._form.answer(case, officer.id, sheet, event)
        if sheet.langkah is Langkah.PDF:
            return await self._official.receive(case, officer.id, message)
        if sheet.langkah is Langkah.RINCIAN and message.text:
            return self._mend.write_reason(case, officer.id, sheet, message.text)
        if sheet.langkah is Langkah.TOLAK and message.text:
            return self._reject.write(case, officer.id, message.text)
        return None

    def greet(self, message: Message) -> Act | None:
        """Plan the answer to an officer's /start from the deep link; None for anybody else."""
        officer = self._alat.kantor.petugas(message.chat_id)
        if officer is None or not (message.text or "").startswith("/start petugas"):
            return None

        async def act(turn: Turn) -> None:
            await talks.meet(turn.mint, officer.id)
            await turn.say(officer.id, words.SAPA_PETUGAS.format(nama=officer.nama))

        return act

    async def _act(self, query_id: str, admitted: Admitted, button: TombolPetugas) -> Act:
        match button.aksi, button.arg:
            case "take", _:
                return await self._decide.take(query_id, admitted)
            case "rel", _:
                return self._decide.release(query_id, admitted)
            case "chk", kode:
                return self._decide.tick(query_id, admitted, kode)
            case "ok", _:
                return await self._decide.propose(query_id, admitted)
            case "ya", _:
                return self._decide.approve(query_id, admitted)
            case "tidak", _:
                return self._decide.decline(query_id, admitted)
            case "form", _:
                return self._form.begin(query_id, admitted.case, admitted.petugas.id)
            case "isi", aksi:
                return await self._fill(query_id, admitted, aksi)
            case "pdf", _:
                return self._official.ask(query_id, admitted)
            case "pdfx", _:
                return self._official.drop(query_id, admitted)
            case "fix", _:
                return await self._mend.open_(query_id, admitted)
            case "f", arg:
                return self._mend.pick(query_id, admitted, arg)
            case "hal", arg:
                return self._mend.turn_page(query_id, admitted, arg)
            case "a", kode:
                return self._mend.give_reason(query_id, admitted, kode)
            case "kirim", _:
                return await self._mend.send(query_id, admitted)
            case "rej", _:
                return await self._reject.open_(query_id, admitted)
            case "r", kode:
                return self._reject.choose(query_id, admitted, kode)
            case "yatolak", _:
                return await self._reject.reject(query_id, admitted)
            case "cetak", _:
                return await self._hand.print_code(query_id, admitted)
            case "siap", _:
                return await self._hand.ready(query_id, admitted)
            case "serah", _:
                return await self._hand.begin(query_id, admitted)
        return self._refuse_id(query_id, words.TIDAK_DIIZINKAN)

    async def _fill(self, query_id: str, admitted: Admitted, aksi: str) -> Act:
        sheet = await self._alat.desk.of(admitted.petugas.id)
        if sheet.kasus != admitted.case.id or sheet.langkah is not Langkah.FORMULIR:
            return self._refuse_id(query_id, words.KARTU_BERUBAH)
        event = Tekan(self._form.rev(sheet), aksi)
        played = await self._form.answer(admitted.case, admitted.petugas.id, sheet, event)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id)
            await turn.strip(admitted.card)
            await played(turn)

        return act

    def _refuse(self, query: CallbackQuery, refused: Refused) -> Act:
        """A press that does not count changes nothing; a stale card is drawn anew or stripped."""

        async def act(turn: Turn) -> None:
            await turn.toast(query.id, refused.kalimat)
            card = refused.stale
            if refused.intruder:
                log.warning("tombol petugas ditekan tanpa wewenang")
            if card is None or card.permohonan_id is None:
                return
            if card.jenis == board.GRUP:
                await board.redraw(self._alat, turn, card.permohonan_id)
            elif not await self._is_live(card.permohonan_id):
                await turn.strip(card)

        return act

    async def _is_live(self, case_id: UUID) -> bool:
        case = await self._alat.cases.find(case_id)
        return case is not None and case.status == StatusPermohonan.DIPERIKSA

    def _refuse_id(self, query_id: str, text: str) -> Act:
        async def act(turn: Turn) -> None:
            await turn.toast(query_id, text)

        return act
