"""Tells one draft from another without telling a stranger: how far it is, and whose, masked."""

from core.dialog.draft import Draft
from core.dialog.progress import progress
from core.dialog.rencana import Kelompok, Rencana, Rupa, Soal
from core.dialog.walk import current, walk

_NAMA = "nama"
_TAMPAK = 2
_TITIK = "•"


def how_far(rencana: Rencana, draft: Draft) -> str:
    """Give the place of the present question, "3/7"; "" when all is answered."""
    tempat = current(rencana, draft)
    if tempat is None or not isinstance(tempat.butir, Soal | Kelompok):
        return ""
    return progress(rencana, draft, tempat).split(" ")[0]


def whose(rencana: Rencana, draft: Draft) -> str:
    """Give the first name in the answers, masked: "Bu•• Sa•••••"; "" while there is none.

    Fields bear the words of the official form, where a person's name is `nama` or `nama_...`.
    """
    for tempat in walk(rencana, draft.jawaban):
        soal = tempat.butir
        ditulis = isinstance(soal, Soal) and soal.rupa is Rupa.TEKS
        if ditulis and tempat.nilai and tempat.nama.split("_")[0] == _NAMA:
            return " ".join(_masked(kata) for kata in str(tempat.nilai).split())
    return ""


def _masked(kata: str) -> str:
    tampak = min(_TAMPAK, len(kata) - 1)
    return kata[:tampak] + _TITIK * (len(kata) - tampak)
