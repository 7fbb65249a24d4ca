"""Whether a citizen came to his appointment: noted at the counter, and the case is at its end."""

from core.bahasa import kata, speaking
from core.bot import words_janji
from core.bot.bahasa import of_case
from core.bot.callback import TombolMenu
from core.bot.pemohon import tiket
from core.bot.penilaian import ask_if_done
from core.bot.petugas import board, cards, late, words
from core.bot.petugas.gate import Admitted
from core.bot.petugas.rules import RULES
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held, toast
from core.janji import Janji
from core.permohonan import StatusPermohonan


class Attendance:
    """What the buttons Hadir and Tidak datang do."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def came(self, press: Admitted) -> Act:
        """Note that the citizen came; from the day of the appointment on, for who comes early."""
        janji = await self._expected(press)
        if janji is None:
            return await self._too_late(press, "hadir")
        alat, case = self._alat, press.case
        if alat.today < alat.kantor.tanggal_setempat(janji.mulai_at):
            early = tiket.worded(alat, case, janji, words_janji.BELUM_HARINYA)
            return toast(press.query_id, early, alert=True)
        with speaking(await of_case(alat, case)):
            text = tiket.worded(alat, case, janji, words_janji.HADIR)

        async def act(turn: Turn) -> None:
            held(await alat.cases.attended(case, by=press.petugas.id))
            await alat.janji.attended(case.id)
            await self._noted(turn, press)
            await turn.say(alat.cases.book.chat(case), text, subject=case.id)
            await ask_if_done(alat, turn, case)

        return act

    async def missed(self, press: Admitted) -> Act:
        """Note that nobody came, once the appointment is over; say how to book anew."""
        janji = await self._expected(press)
        if janji is None:
            return await self._too_late(press, "absen")
        alat, case = self._alat, press.case
        if alat.now() < janji.selesai_at:
            return toast(press.query_id, self._not_yet(janji), alert=True)
        with speaking(await of_case(alat, case)):
            text = tiket.worded(alat, case, janji, words_janji.TIDAK_DATANG)
            rows = [[(kata(words_janji.PESAN_LAGI), TombolMenu("pilih", case.layanan))]]

        async def act(turn: Turn) -> None:
            held(await alat.cases.missed(case, by=press.petugas.id))
            await alat.janji.missed(case.id)
            await self._noted(turn, press)
            chat_id = alat.cases.book.chat(case)
            card = await turn.new_card(tiket.TIKET, chat_id, case_id=case.id)
            await turn.say(chat_id, text, rows, card=card, lasting=True, subject=case.id)

        return act

    async def _expected(self, press: Admitted) -> Janji | None:
        """Return the appointment of a case that still waits for it."""
        if press.case.status != StatusPermohonan.TERJADWAL:
            return None
        return await self._alat.janji.of(press.case.id)

    async def _too_late(self, press: Admitted, act: str) -> Act:
        said = await late.sentence(self._alat, press.case, press.petugas, RULES[act])
        return toast(press.query_id, said)

    def _not_yet(self, janji: Janji) -> str:
        local = self._alat.kantor.waktu_setempat(janji.selesai_at)
        if self._alat.today < local.date():
            waktu = self._alat.kantor.kalimat_janji(janji.mulai_at)
            return words_janji.BELUM_HARINYA.format(waktu=waktu)
        return words_janji.BELUM_LEWAT.format(jam=f"{local:%H.%M}")

    async def _noted(self, turn: Turn, press: Admitted) -> None:
        await turn.toast(press.query_id, words.TERCATAT)
        await cards.strip(turn, press.case, tiket.TIKET)
        await board.redraw(self._alat, turn, press.case.id)
