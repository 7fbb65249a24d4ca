"""How much room a text takes on the card, so that it can be made smaller before it is cut."""

from pydantic import BaseModel

MM_PER_PT = 25.4 / 72
SIZES = (8.0, 7.5, 7.0, 6.5, 6.0)
"""Tried in this order; below 6 points a printed card cannot be read (DOMAIN.md 7.1)."""

# Advance widths of Liberation Sans in thousandths of its size (the same as Arial's).
_WIDTH = {
    **dict.fromkeys("0123456789#$", 556),
    **dict.fromkeys(" ,.:;/!I", 278),
    **dict.fromkeys("()-", 333),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRU", 722),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("GOQ", 778),
    "'": 191,
    "+": 584,
    "J": 500,
    "L": 556,
    "M": 833,
    "W": 944,
}
_WIDEST = 1016
"""Of anything that is not in the table: letters with accents, mostly narrower."""


class Sel(BaseModel):
    """A text with its classes in the template: ``p80`` is 8.0 points, ``tengah`` is centred."""

    teks: str
    kelas: str


def capitals(teks: str) -> str:
    """Write data the way the card does: in capitals, and a dash for nothing."""
    return " ".join(teks.upper().split()) or "-"


def fit(teks: str, lebar_mm: float, *, tengah: bool = False) -> Sel:
    """Choose the largest size at which the text stays on one line; else the smallest, wrapped."""
    size = next((size for size in SIZES if width(teks, size) <= lebar_mm), SIZES[-1])
    return Sel(teks=teks, kelas=f"p{size * 10:.0f}{' tengah' if tengah else ''}")


def lines(teks: str, lebar_mm: float) -> int:
    """Count the lines that ``fit`` leaves: one, or as many as wrapping at the smallest takes."""
    banyak, sisa = 1, lebar_mm
    spasi = width(" ", SIZES[-1])
    for kata in teks.split(" "):
        lebar = width(kata, SIZES[-1])
        if lebar > sisa:
            banyak, sisa = banyak + (sisa < lebar_mm), lebar_mm
        while lebar > sisa:  # a word longer than a line is broken
            banyak, lebar = banyak + 1, lebar - sisa
        sisa -= lebar + spasi
    return banyak


def width(teks: str, size: float) -> float:
    """Width in millimetres of a line in capitals."""
    return sum(_WIDTH.get(huruf, _WIDEST) for huruf in teks) / 1000 * size * MM_PER_PT
