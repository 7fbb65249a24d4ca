"""Tells a citizen, once, that the form which he is filling in has changed meanwhile."""

from collections.abc import Sequence

from core.api import HasilCari
from core.bahasa import kata
from core.bot import words_versi
from core.dialog import (
    Alih,
    Balasan,
    CariPenduduk,
    Dicari,
    Draft,
    Kejadian,
    Konteks,
    Lanjut,
    Rencana,
    Tekan,
)
from core.dialog import step as move

_MOST_SEARCHES = 20


def still_meant(alih: Alih, event: Kejadian) -> Kejadian:
    """Return what a citizen did, or that he goes on, if it was about a question that is gone."""
    if not alih.berubah or (alih.sama and not isinstance(event, Tekan)):
        return event
    return Lanjut()


def told(alih: Alih, replies: Sequence[Balasan]) -> tuple[Balasan, ...]:
    """Say first that the form has changed, if it has, and how many answers are asked again."""
    if not alih.berubah:
        return tuple(replies)
    sentence = kata(words_versi.FORMULIR_TETAP)
    if alih.ulang:
        sentence = kata(words_versi.FORMULIR_BERUBAH, banyak=alih.ulang)
    return Balasan(sentence, tanya=False), *replies


def upgraded(rencana: Rencana, alih: Alih, konteks: Konteks) -> tuple[Draft, tuple[Balasan, ...]]:
    """Ask a draft that was carried over what comes next, under the sentence that says so.

    For where nothing may be looked up, inside a transaction: to a look-up that the new form makes
    here, the registry is silent, and the citizen is asked instead.
    """
    draft = alih.draft
    event: Kejadian = Lanjut()
    said: tuple[Balasan, ...] = ()
    for _ in range(_MOST_SEARCHES):
        done = move(rencana, draft, event, konteks)
        draft, said = done.draft, (*said, *done.balasan)
        search = next((one for one in done.efek if isinstance(one, CariPenduduk)), None)
        if search is None:
            break
        event = Dicari(search.path, HasilCari.DIAM)
    return draft, told(alih, said)
