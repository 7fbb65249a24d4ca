"""Brings an approved document, masked, to its applicant, and takes the buttons away in time.

Runs inside the unit of work of core.issuing.pratinjau, which says what happened.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.bahasa import kata, speaking
from core.bot import words_pratinjau as words
from core.bot.bahasa import of_case
from core.bot.pemohon.pratinjau import PRATINJAU, SANGGAHAN, choices
from core.bot.petugas import board, cards
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.permohonan import Permohonan


class Halaman(Protocol):
    """One masked page."""

    @property
    def blob(self) -> str:
        """The name of the sealed blob that holds its picture."""

    @property
    def nama(self) -> str:
        """What the document is called."""


async def send(
    alat: Alat, turn: Turn, case: Permohonan, halaman: Sequence[Halaman], batas: datetime
) -> None:
    """Send the pages; the buttons stand under the last. Each picture is erased once it is sent."""
    with speaking(await of_case(alat, case)):
        await _send(alat, turn, case, halaman, batas)


async def _send(
    alat: Alat, turn: Turn, case: Permohonan, halaman: Sequence[Halaman], batas: datetime
) -> None:
    chat_id = alat.cases.book.chat(case)
    await cards.strip(turn, case, PRATINJAU, SANGGAHAN)
    *before, last = halaman
    for one in before:
        caption = kata(words.LIHAT_LAIN, nama=plain(kata(one.nama)))
        await turn.show(chat_id, one.blob, caption, once=True, subject=case.id)
    names = dict.fromkeys(plain(kata(one.nama)) for one in halaman)
    caption = kata(
        words.LIHAT,
        nomor=case.nomor,
        nama=", ".join(names),
        batas=alat.kantor.kalimat_waktu(batas),
    )
    card = await turn.new_card(PRATINJAU, chat_id, case_id=case.id)
    rows = choices(case)
    await turn.show(chat_id, last.blob, caption, rows, once=True, card=card, subject=case.id)
    await board.redraw(alat, turn, case.id)


async def end(alat: Alat, turn: Turn, case: Permohonan) -> None:
    """The hours are over: the buttons go; the citizen hears when it is issued, as always."""
    await cards.strip(turn, case, PRATINJAU, SANGGAHAN)
    await board.redraw(alat, turn, case.id)
