"""Closes a ticket that nobody marked: the day of the appointment and the next are the counter's.

Until then an officer may still note that the citizen came. After that the case would stand open
for ever; the clock ends it, and tells the citizen how to book anew.
"""

import logging
from datetime import UTC, datetime, timedelta

from core.bahasa import kata, speaking
from core.bot import words_janji
from core.bot.bahasa import of_case
from core.bot.callback import TombolMenu
from core.bot.pemohon import tiket
from core.bot.petugas import board, cards
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.janji import Janji
from core.permohonan import Kalah
from core.store import unit_of_work

log = logging.getLogger(__name__)

_EVER = datetime(2000, 1, 1, tzinfo=UTC)


class TiketLewat:
    """Looks at appointments whose time to be marked is over. Repeating a round says nothing."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def look(self) -> None:
        """Close what was left over from the day before yesterday and earlier."""
        local = self._alat.kantor.waktu_setempat(self._alat.now())
        today = local.replace(hour=0, minute=0, second=0, microsecond=0)
        for janji in await self._alat.janji.expected(_EVER, today - timedelta(days=1)):
            try:
                await self._close(janji)
            except Exception as cause:  # one that fails keeps no other from its end
                log.error("janji %s: penutupan gagal (%s)", janji.id, type(cause).__name__)

    @unit_of_work
    async def _close(self, janji: Janji) -> None:
        alat = self._alat
        case = await alat.cases.find(janji.permohonan_id)
        if case is None or isinstance(await alat.cases.close_unmarked(case), Kalah):
            return
        await alat.janji.missed(case.id)
        turn, chat_id = Turn(alat.mint, f"lewat:{janji.id}"), alat.cases.book.chat(case)
        await cards.strip(turn, case, tiket.TIKET)
        await board.redraw(alat, turn, case.id)
        with speaking(await of_case(alat, case)):
            text = tiket.worded(alat, case, janji, words_janji.TIKET_LEWAT)
            rows = [[(kata(words_janji.PESAN_LAGI), TombolMenu("pilih", case.layanan))]]
        card = await turn.new_card(tiket.TIKET, chat_id, case_id=case.id)
        await turn.say(chat_id, text, rows, card=card, lasting=True, subject=case.id)
