"""Reminds a citizen of his appointment: once, the day before, in the afternoon."""

import logging
from datetime import time, timedelta

from core.bahasa import speaking
from core.bot import words_janji
from core.bot.bahasa import of_case
from core.bot.kabar import Kabar, wanted
from core.bot.pemohon import tiket
from core.bot.tiket_lewat import TiketLewat
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.janji import Janji
from core.permohonan import SISTEM
from core.store import riwayat, unit_of_work

log = logging.getLogger(__name__)

_FROM, _UNTIL = time(15), time(20)
# Who has just booked knows.
_SETTLED = timedelta(hours=3)


class Pengingat:
    """Looks at tomorrow's appointments, and closes those long past. A round may be repeated."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        self._past = TiketLewat(alat)

    async def remind(self) -> None:
        """Remind everybody who is expected tomorrow; outside decent hours nobody."""
        local = self._alat.kantor.waktu_setempat(self._alat.now())
        if not _FROM <= local.time() < _UNTIL:
            return
        await self._past.look()
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        due = await self._alat.janji.to_remind(
            midnight, midnight + timedelta(days=1), settled=_SETTLED
        )
        for janji in due:
            try:
                await self._one(janji)
            except Exception as cause:  # one that fails keeps no other from being reminded
                log.error("janji %s: pengingat gagal (%s)", janji.id, type(cause).__name__)

    @unit_of_work
    async def _one(self, janji: Janji) -> None:
        alat = self._alat
        case = await alat.cases.find(janji.permohonan_id)
        if case is None or not await alat.janji.remind(janji):
            return
        if not await wanted(case.warga, Kabar.TIKET):
            return
        turn = Turn(alat.mint, f"ingat:{janji.id}")
        with speaking(await of_case(alat, case)):
            text = tiket.worded(alat, case, janji, words_janji.INGAT)
        await turn.say(alat.cases.book.chat(case), text, subject=case.id)
        await riwayat.write("diingatkan", case.id, pelaku=SISTEM, now=alat.now())
