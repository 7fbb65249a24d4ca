"""The picture of a good photo: with the first paper of a form, with help, and after failures."""

from dataclasses import replace

from core.api import jenis
from core.bahasa import kata
from core.dialog import words
from core.dialog.draft import Draft
from core.dialog.events import Balasan
from core.dialog.rencana import Rencana, Rupa, Soal
from core.dialog.walk import current

SULIT = 3
"""Refusals in a row after which more help is offered (DIALOG.md U23)."""
_FOTO_BAIK = "polos"
"""A fault without a picture of its own is shown how a good photo looks (`core.citra.Cacat`)."""


def is_pictured(soal: Soal, draft: Draft) -> bool:
    """Say whether the picture tells all that the help of this question would."""
    bawaan = soal.tanya.bantuan == kata(jenis.BANTUAN_FOTO)
    return bawaan and not soal.tanya.gambar and not draft.layar


def illustrate(
    rencana: Rencana, draft: Draft, *, sudah: tuple[Balasan, ...], diminta: bool
) -> tuple[Draft, tuple[Balasan, ...]]:
    """Show the picture where it helps, and write down that it was shown.

    Five papers in a row need it once; whoever asks for help or fails three times gets it again,
    unless a picture of the very fault is among what is said (`sudah`).
    """
    tempat = current(rencana, draft)
    soal = tempat.butir if tempat else None
    if not isinstance(soal, Soal) or soal.rupa is not Rupa.UNGGAH or soal.tanya.gambar:
        return draft, ()
    if soal.terima is not None and not soal.terima.kertas:
        return draft, ()  # a portrait is no sheet
    if draft.layar or any(satu.contoh for satu in sudah):
        return draft, ()
    if draft.dicontohkan and not diminta and draft.gagal != SULIT:
        return draft, ()
    contoh = Balasan(kata(words.CONTOH_FOTO), tanya=False, contoh=_FOTO_BAIK)
    return replace(draft, dicontohkan=True), (contoh,)
