"""Reminds once a silence of what a citizen has not finished, and removes a draft in the end.

Only between 08.00 and 20.00 by the office's clock, on any day: what falls due at night is said in
the morning. Citizens fill in forms on Sundays too, so opening hours do not count here.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from functools import partial
from typing import Protocol

from core.bahasa import kata, speaking
from core.bot import talks, words_setelah
from core.bot.bahasa import of_case
from core.bot.callback import TombolMenu, short
from core.bot.kabar import Kabar, wanted
from core.bot.keyboard import Rows
from core.bot.pemohon import menu
from core.bot.pemohon.ask import drop_question, offer
from core.bot.petugas import cards
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.kantor import kalimat_tanggal
from core.permohonan import Kalah, Permohonan, StatusPermohonan
from core.store import unit_of_work

log = logging.getLogger(__name__)

INGAT = "ingat"  # the kind of card: a reminder that leaves the question of another draft alone
_FROM, _UNTIL = time(8), time(20)
# However long this process stood still: nobody's draft goes without a day's warning.
_WARNED = timedelta(days=1)


class _Due(Protocol):
    """Gives what is due, a batch at a time."""

    async def __call__(self, *, beyond: Permohonan | None) -> list[Permohonan]: ...


class IsianDiam:
    """Looks at what lies silent. Repeating a round says nothing twice."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def look(self) -> None:
        """Remind and remove what is due; outside decent hours nothing."""
        alat, now = self._alat, self._alat.now()
        if not _FROM <= alat.kantor.waktu_setempat(now).time() < _UNTIL:
            return
        # Without its service he could not go on: such a draft waits for it (U44).
        rule, loaded = alat.kantor.isian, frozenset(alat.katalog.layanan)
        if rule.ingatkan_jam:
            silent = now - timedelta(hours=rule.ingatkan_jam)
            due = partial(alat.cases.to_remind, silent, layanan=loaded)
            await self._each(due, self._remind)
        if rule.hapus_hari:
            warned = now - _WARNED if rule.ingatkan_jam else None
            silent = now - timedelta(days=rule.hapus_hari)
            gone = partial(alat.cases.to_remove, silent, warned_before=warned, layanan=loaded)
            await self._each(gone, self._remove)

    async def _each(self, due: _Due, act: Callable[[Permohonan], Awaitable[None]]) -> None:
        rows = await due(beyond=None)
        while rows:
            for row in rows:
                try:
                    await act(row)
                except Exception as cause:  # one that fails keeps no other from its due
                    error = type(cause).__name__
                    log.error("permohonan %s: isian diam gagal (%s)", row.id, error)
            rows = await due(beyond=rows[-1])

    @unit_of_work
    async def _remind(self, case: Permohonan) -> None:
        with speaking(await of_case(self._alat, case)):
            await self._say_reminder(case)

    async def _say_reminder(self, case: Permohonan) -> None:
        alat = self._alat
        told = await self._wants_to_be_told(case)
        if not await alat.cases.remind(case, told=told) or not told:
            return
        chat_id = alat.cases.book.chat(case)
        turn = Turn(alat.mint, f"ingat-isian:{case.id}:{case.revisi}")
        drop = kata(words_setelah.INGAT_HAPUS) if case.nomor is None else kata(words_setelah.TARIK)
        rows: Rows = [
            [(kata(words_setelah.INGAT_LANJUT), TombolMenu("terus", short(case.id)))],
            [(drop, TombolMenu("buang", short(case.id)))],
        ]
        text = self._worded(case)
        if await talks.focused(alat.mint, chat_id) in (None, case.id):
            await offer(turn, chat_id, text, rows, case)
            return
        card = await turn.new_card(INGAT, chat_id, case_id=case.id)
        await turn.say(chat_id, text, rows, card=card, subject=case.id)

    async def _wants_to_be_told(self, case: Permohonan) -> bool:
        """What the office waits for is always said; of his own drafts, only who wants it."""
        if await talks.has_blocked(case.warga):
            return False
        return case.nomor is not None or await wanted(case.warga, Kabar.ISIAN)

    @unit_of_work
    async def _remove(self, case: Permohonan) -> None:
        with speaking(await of_case(self._alat, case)):
            await self._say_removal(case)

    async def _say_removal(self, case: Permohonan) -> None:
        alat, chat_id = self._alat, self._alat.cases.book.chat(case)
        if isinstance(await alat.cases.expire(case), Kalah):
            return  # he was quicker
        await alat.papers.keep_only(case.id, ())
        turn = Turn(alat.mint, f"hapus-isian:{case.id}")
        if await talks.focused(alat.mint, chat_id) == case.id:
            await talks.focus_chat(alat.mint, chat_id, None)
        asked = await talks.question(case.warga)
        if asked is not None and asked.permohonan_id == case.id:
            await drop_question(turn, chat_id)
        await cards.strip(turn, case, INGAT)
        if await talks.has_blocked(case.warga):
            return
        text = kata(
            words_setelah.HAPUS_DIAM,
            judul=menu.title(alat, case),
            hari=alat.kantor.isian.hapus_hari,
        )
        await turn.say(chat_id, text, subject=case.id)

    def _worded(self, case: Permohonan) -> str:
        judul, rule = menu.title(self._alat, case), self._alat.kantor.isian
        if case.status == StatusPermohonan.PERLU_PERBAIKAN:
            return kata(words_setelah.INGAT_PERBAIKAN, nomor=case.nomor, judul=judul)
        if not rule.hapus_hari:
            return kata(words_setelah.INGAT_DRAF_SAJA, judul=judul)
        gone = _removal(case.diubah_at, self._alat.now(), days=rule.hapus_hari)
        day = kalimat_tanggal(self._alat.kantor.tanggal_setempat(gone))
        return kata(words_setelah.INGAT_DRAF, judul=judul, tanggal=day)


def _removal(changed: datetime, now: datetime, *, days: int) -> datetime:
    """Return from when on a draft that is reminded of now may be removed."""
    return max(changed + timedelta(days=days), now + _WARNED)
