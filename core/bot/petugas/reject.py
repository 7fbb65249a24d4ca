"""Tolak: a reason from the list or in own words, and a second press to mean it (U48)."""

from core.bahasa import kata, speaking
from core.bot import words as citizen_words
from core.bot.bahasa import of_case
from core.bot.keyboard import Rows
from core.bot.petugas import cards, sheet, words
from core.bot.petugas.decide import Decisions
from core.bot.petugas.gate import Admitted
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held, toast
from core.meja import Langkah, Lembar
from core.permohonan import Permohonan

_REASON, _PATTERN = "alasan", "pola"
_LONGEST = 500
_LABEL = 60
_DETAIL = "{rincian}"


class Rejecting:
    """Asks for the reason, shows it once more, rejects."""

    def __init__(self, alat: Alat, decisions: Decisions) -> None:
        self._alat = alat
        self._decisions = decisions

    async def open_(self, press: Admitted) -> Act:
        """Show the reasons of the service; typed words are a reason as well."""
        case, officer = press.case, press.petugas.id
        reasons = self._alat.service(case).layanan.alasan_tolak

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.LIHAT_PRIBADI)
            await self._alat.desk.lay(officer, Lembar(case.id, Langkah.TOLAK))
            card, to = await cards.put(turn, officer, case, cards.PILIH)
            rows: Rows = [
                *([(_label(reason.teks), to("r", reason.kode))] for reason in reasons),
                [(words.TIDAK, to("tidak"))],
            ]
            await turn.say(officer, words.PILIH_TOLAK.format(nomor=case.nomor), rows, card=card)

        return act

    async def choose(self, press: Admitted) -> Act:
        """Take a reason from the list; one with {rincian} waits for the officer's own words."""
        case, officer = press.case, press.petugas.id
        reasons = self._alat.service(case).layanan.alasan_tolak
        chosen = next((reason for reason in reasons if reason.kode == press.arg), None)
        if chosen is None:
            return toast(press.query_id, words.KARTU_BERUBAH)

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id)
            if _DETAIL in chosen.teks:
                waiting = Lembar(case.id, Langkah.TOLAK, {_PATTERN: chosen.teks})
                await self._alat.desk.lay(officer, waiting)
                await turn.say(officer, words.TULIS_RINCIAN)
            else:
                await self._confirm(turn, case, officer, chosen.teks)

        return act

    async def write(self, case: Permohonan, officer: int, page: Lembar, text: str) -> Act:
        """Take the officer's own words."""
        detail = " ".join(text.split())[:_LONGEST]
        reason = page.isi.get(_PATTERN, _DETAIL).replace(_DETAIL, detail)

        async def act(turn: Turn) -> None:
            await self._confirm(turn, case, officer, reason)

        return act

    async def reject(self, press: Admitted) -> Act:
        """Reject with the reason that was shown, and tell the citizen."""
        alat, case, officer = self._alat, press.case, press.petugas.id
        reason = (await sheet.of(alat, officer, case)).isi.get(_REASON, "")
        if not reason:
            return toast(press.query_id, words.KARTU_BERUBAH)
        with speaking(await of_case(alat, case)):
            text = kata(
                citizen_words.DITOLAK,
                nomor=case.nomor,
                alasan=plain(kata(reason)),
                telepon=plain(alat.kantor.telepon),
                surel=plain(alat.kantor.surel),
            )

        async def act(turn: Turn) -> None:
            held(await alat.cases.reject(case, reason, by=officer))
            await turn.toast(press.query_id, words.TERCATAT)
            await turn.say(alat.cases.book.chat(case), text, lasting=True, subject=case.id)
            await turn.say(officer, words.DITOLAK.format(nomor=case.nomor))
            await self._decisions.tidy(turn, case, officer)

        return act

    async def _confirm(self, turn: Turn, case: Permohonan, officer: int, reason: str) -> None:
        await self._alat.desk.lay(officer, Lembar(case.id, Langkah.TOLAK, {_REASON: reason}))
        await cards.strip(turn, case, cards.PILIH)
        card, to = await cards.put(turn, officer, case, cards.TOLAK, revisi=case.revisi)
        text = words.TEGAS_TOLAK.format(nomor=case.nomor, alasan=plain(reason))
        rows = [[(words.YA_TOLAK, to("yatolak")), (words.TIDAK, to("tidak"))]]
        await turn.say(officer, text, rows, card=card)


def _label(sentence: str) -> str:
    text = sentence.replace(_DETAIL, "…")
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"
