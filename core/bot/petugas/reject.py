"""Tolak: a reason from the list or in the officer's own words, and a second press to mean it (U48)."""

import html

from core.bot import talks
from core.bot import words as citizen_words
from core.bot.models import Kartu
from core.bot.petugas import words
from core.bot.petugas.buttons import To
from core.bot.petugas.decide import Decisions
from core.bot.petugas.gate import PILIH, TEGAS, Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Rows, Turn
from core.meja import Langkah, Lembar
from core.permohonan import Kalah, Permohonan

_REASON = "alasan"
_LONGEST = 500


class Rejecting:
    """Asks for the reason, shows it once more, rejects."""

    def __init__(self, alat: Alat, decisions: Decisions) -> None:
        self._alat = alat
        self._decisions = decisions

    async def open_(self, query_id: str, admitted: Admitted) -> Act:
        """Show the reasons of the service."""
        case, officer = admitted.case, admitted.petugas.id
        if not await talks.known(self._alat.mint, officer):
            return self._decisions.invite(query_id)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.LIHAT_PRIBADI)
            for old in await Kartu.filter(permohonan_id=case.id, jenis=PILIH, aktif=True):
                await turn.strip(old)
            card = await turn.new_card(PILIH, officer, case_id=case.id)
            to = To(case, card)
            reasons = self._alat.service(case).layanan.alasan_tolak
            rows: Rows = [
                *([(reason.teks[:60], to("r", reason.kode))] for reason in reasons),
                [(words.TIDAK, to("tidak"))],
            ]
            await self._alat.desk.lay(officer, Lembar(case.id, Langkah.TOLAK))
            text = words.PILIH_TOLAK.format(nomor=case.nomor)
            await turn.say(officer, text, rows, card=card)

        return act

    def choose(self, query_id: str, admitted: Admitted, kode: str) -> Act:
        """Take a reason from the list."""
        case = admitted.case
        reasons = self._alat.service(case).layanan.alasan_tolak
        chosen = next((reason for reason in reasons if reason.kode == kode), None)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id)
            if chosen is not None:
                await self._confirm(turn, case, admitted.petugas.id, chosen.teks)

        return act

    def write(self, case: Permohonan, officer: int, text: str) -> Act:
        """Take the officer's own words."""

        async def act(turn: Turn) -> None:
            await self._confirm(turn, case, officer, text.strip()[:_LONGEST])

        return act

    async def reject(self, query_id: str, admitted: Admitted) -> Act:
        """Reject with the reason that was shown, and tell the citizen."""
        alat, case, officer = self._alat, admitted.case, admitted.petugas.id
        reason = (await alat.desk.of(officer)).isi.get(_REASON, "")

        async def act(turn: Turn) -> None:
            if not reason:
                await turn.toast(query_id, words.KARTU_BERUBAH)
                return
            done = await alat.cases.reject(case, reason, by=officer)
            await turn.toast(query_id, words.TERCATAT)
            if not isinstance(done, Kalah):
                text = citizen_words.DITOLAK.format(
                    nomor=case.nomor,
                    alasan=html.escape(reason, quote=False),
                    telepon=alat.kantor.telepon,
                    surel=alat.kantor.surel,
                )
                await turn.say(alat.cases.book.chat(case), text, subject=case.id)
                await turn.say(officer, words.DITOLAK.format(nomor=case.nomor))
            await self._decisions.tidy(turn, case, officer)

        return act

    async def _confirm(self, turn: Turn, case: Permohonan, officer: int, reason: str) -> None:
        await self._alat.desk.lay(officer, Lembar(case.id, Langkah.TOLAK, {_REASON: reason}))
        for old in await Kartu.filter(permohonan_id=case.id, jenis__in=(PILIH, TEGAS), aktif=True):
            await turn.strip(old)
        card = await turn.new_card(TEGAS, officer, case_id=case.id)
        to = To(case, card)
        text = words.TEGAS_TOLAK.format(nomor=case.nomor, alasan=html.escape(reason, quote=False))
        rows: Rows = [[(words.YA_TOLAK, to("yatolak")), (words.TIDAK, to("tidak"))]]
        await turn.say(officer, text, rows, card=card)
