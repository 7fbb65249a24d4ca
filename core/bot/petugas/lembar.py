"""How a page of a paper is called for its officer: which page it is, and what is wrong with it."""

from core.bot.petugas import words_foto
from core.citra import Cacat
from core.dialog import Lampiran


def judul(lampiran: Lampiran, place: int) -> str:
    """Name a page of a paper; one that was accepted after three tries bears its fault."""
    pages = lampiran.unggahan.halaman
    title = lampiran.label
    if len(pages) > 1:
        title = words_foto.HALAMAN.format(label=title, nomor=place + 1, banyak=len(pages))
    if fault := pages[place].cacat:
        title = words_foto.BERTANDA.format(judul=title, cacat=words_foto.CACAT[Cacat(fault)])
    return title
