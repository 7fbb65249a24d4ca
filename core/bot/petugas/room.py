"""The officer's room: what a press on a card means, and what typed words on a desk are for."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from telegram import CallbackQuery, Message

from core.bot import penilaian, talks
from core.bot.callback import TombolPetugas
from core.bot.models import Kartu
from core.bot.petugas import board, cards, intruders, sheet, tiket, words
from core.bot.petugas.decide import Decisions
from core.bot.petugas.form import OfficerForm
from core.bot.petugas.gate import Admitted, Refused, admit
from core.bot.petugas.handover import HandOver
from core.bot.petugas.kehadiran import Attendance
from core.bot.petugas.macet import Retrying
from core.bot.petugas.mend import Mending
from core.bot.petugas.official import Official
from core.bot.petugas.reject import Rejecting
from core.bot.petugas.surat import Posting
from core.bot.reading import read
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
from core.kantor import Petugas
from core.meja import Langkah, Lembar
from core.permohonan import Permohonan, StatusPermohonan

log = logging.getLogger(__name__)

_STARTS = ("/start", "/start petugas")
_CANCEL = "/batal"
_TODAY = "/jadwal"
_RATINGS = "/nilai"
Tulisan = Callable[[Permohonan, int, Lembar, str], Awaitable[Act]]


class OfficerRoom:
    """Answers officers."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        self._form = form = OfficerForm(alat)
        decide = Decisions(alat, form)
        mend, reject = Mending(alat, decide), Rejecting(alat, decide)
        hand, self._official = HandOver(alat), Official(alat)
        attendance = Attendance(alat)
        self.acts: Mapping[str, Callable[[Admitted], Awaitable[Act]]] = {
            "take": decide.take,
            "rel": decide.release,
            "chk": decide.tick,
            "ok": decide.propose,
            "ya": decide.approve,
            "tidak": decide.decline,
            "form": form.open_,
            "isi": form.tap,
            "pdf": self._official.ask,
            "pdfx": self._official.drop,
            "fix": mend.open_,
            "f": mend.pick,
            "hal": mend.turn_page,
            "a": mend.give_reason,
            "kirim": mend.send,
            "rej": reject.open_,
            "r": reject.choose,
            "yatolak": reject.reject,
            "ulang": Retrying(alat).again,
            "surat": Posting(alat).again,
            "cetak": hand.print_code,
            "siap": hand.ready,
            "serah": hand.begin,
            "hadir": attendance.came,
            "absen": attendance.missed,
        }
        self._texts: Mapping[Langkah, Tulisan] = {
            Langkah.SERAH: hand.record,
            Langkah.RINCIAN: mend.write_reason,
            Langkah.TOLAK: reject.write,
        }

    async def press(self, query: CallbackQuery, button: TombolPetugas) -> Act:
        """Plan what a press does, if it counts."""
        admitted = await admit(self._alat, query, button)
        if isinstance(admitted, Refused):
            return self._refuse(query, admitted)
        act = await self.acts[button.aksi](admitted)
        return act if admitted.twin is None else self._on_twin(admitted.card, admitted.twin, act)

    async def message(self, message: Message) -> Act | None:
        """Plan the answer to an officer's private message; None if no desk waits for it."""
        officer = self._alat.kantor.petugas(message.chat_id)
        if officer is None:
            return None
        text = message.text or ""
        if text.strip() in _STARTS:
            return self._greet(officer)
        if text.strip() == _TODAY:
            return self._tell(officer, await tiket.today(self._alat))
        if text.strip() == _RATINGS:
            return self._tell(officer, await penilaian.totals(self._alat))
        page = await self._alat.desk.of(officer.id)
        case = await self._alat.cases.find(page.kasus) if page.kasus else None
        if case is None or page.langkah in (Langkah.LIHAT, Langkah.PERBAIKI):
            return None
        if text.startswith(_CANCEL):
            return self._drop(case, officer)
        if text.startswith("/") or not self._waits(case, officer, page):
            return None
        return await self._work(case, officer.id, page, message)

    async def _work(
        self, case: Permohonan, officer: int, page: Lembar, message: Message
    ) -> Act | None:
        if page.langkah is Langkah.PDF:
            return await self._official.receive(case, officer, message)
        event = read(message)
        if page.langkah is Langkah.FORMULIR:
            return await self._form.answer(case, officer, page, event) if event else None
        write = self._texts.get(page.langkah)
        if write is None or not message.text:
            return None
        return await write(case, officer, page, message.text)

    def _waits(self, case: Permohonan, officer: Petugas, page: Lembar) -> bool:
        """Tell whether the desk still waits: a hand-over always, the rest while he examines."""
        if page.langkah is Langkah.SERAH:
            return True
        return case.status == StatusPermohonan.DIPERIKSA and case.petugas == officer.id

    def _greet(self, officer: Petugas) -> Act:
        async def act(turn: Turn) -> None:
            await talks.meet(turn.mint, officer.id)
            await talks.unblock(turn.mint, officer.id)
            await turn.say(officer.id, words.SAPA_PETUGAS.format(nama=plain(officer.nama)))

        return act

    def _tell(self, officer: Petugas, text: str) -> Act:
        async def act(turn: Turn) -> None:
            await turn.say(officer.id, text)

        return act

    def _drop(self, case: Permohonan, officer: Petugas) -> Act:
        """Wait for no more words: what the officer had begun to write is put away."""

        async def act(turn: Turn) -> None:
            await turn.say(officer.id, words.TIDAK_JADI)
            await cards.strip(turn, case, cards.PILIH, cards.TOLAK, cards.FORMULIR)
            await sheet.clear(self._alat, officer.id, case)

        return act

    def _on_twin(self, card: Kartu, pressed: Message, act: Act) -> Act:
        """The copy that an officer presses becomes the card, before the press is carried out."""

        async def adopting(turn: Turn) -> None:
            await cards.adopt(turn, card, pressed)
            await act(turn)

        return adopting

    def _refuse(self, query: CallbackQuery, refused: Refused) -> Act:
        """A press that does not count changes nothing; the card is shown as it is now."""

        async def act(turn: Turn) -> None:
            await turn.toast(query.id, refused.kalimat, url=refused.url)
            card = refused.card
            if refused.copy is not None:
                await cards.mark_old(turn, refused.copy)
            elif refused.intruder:
                log.warning("tombol petugas ditekan tanpa wewenang")
                case_id = card.permohonan_id if card else None
                await intruders.note(self._alat, turn, query.from_user.id, case_id)
            elif card is not None and card.jenis == cards.GRUP:
                await board.repeat(self._alat, turn, card)
            elif card is not None and card.jenis in (cards.TERBITKAN, cards.TOLAK):
                await turn.strip(card)

        return act
