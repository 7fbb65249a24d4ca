"""Keyboards that a thumb can use: rows of buttons, pages of at most eight."""

from collections.abc import Sequence

from core.bahasa import kata
from core.dialog import words
from core.dialog.events import Tombol

Papan = tuple[tuple[Tombol, ...], ...]
_LEBAR = 16
_SATU_HALAMAN = 7
_BANYAK_HALAMAN = 5


def rows_of(tombol: Sequence[Tombol]) -> Papan:
    """Put buttons under each other, or in pairs when all are short."""
    if all(len(satu.label) <= _LEBAR for satu in tombol):
        return tuple(tuple(tombol[i : i + 2]) for i in range(0, len(tombol), 2))
    return tuple((satu,) for satu in tombol)


def page_of(tombol: Sequence[Tombol], halaman: int, kaki: Tombol) -> Papan:
    """Give one page of a menu: with its turning buttons and its foot at most eight buttons."""
    if len(tombol) <= _SATU_HALAMAN:
        return (*rows_of(tombol), (kaki,))
    awal = halaman * _BANYAK_HALAMAN
    isi = tombol[awal : awal + _BANYAK_HALAMAN]
    return (*rows_of(isi), turns(halaman, awal + _BANYAK_HALAMAN < len(tombol)), (kaki,))


def turns(halaman: int, ada_lagi: bool) -> tuple[Tombol, ...]:
    """Give the buttons that turn a page."""
    mundur = (Tombol(kata(words.MUNDUR), f"pg:{halaman - 1}"),) if halaman else ()
    maju = (Tombol(kata(words.MAJU), f"pg:{halaman + 1}"),) if ada_lagi else ()
    return mundur + maju
