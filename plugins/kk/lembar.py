"""Shares a family out over sheets of paper, ten rows to each (DOMAIN.md 7.1)."""

from collections.abc import Sequence
from itertools import accumulate

from pydantic import BaseModel

from core.api import Orang
from plugins.kk.huruf import Sel, capitals, fit, lines
from plugins.kk.kolom import Kolom

BARIS_PER_LEMBAR = 10
TINGGI_BARIS = 4.55
"""A row as the template draws it: high enough for two lines of 6 points."""
TINGGI_TAMBAHAN = 2.12
"""What a third line of 6 points adds."""
RUANG = 2 * BARIS_PER_LEMBAR * TINGGI_BARIS + 4 * TINGGI_TAMBAHAN
"""Room on a sheet for the rows of both tables, with the longest titles and signatures."""
UNUSED = [2 * TINGGI_BARIS] * BARIS_PER_LEMBAR


class Baris(BaseModel):
    """A printed line of both tables; the cells of an unused line are empty."""

    nomor: int
    satu: tuple[Sel, ...]
    dua: tuple[Sel, ...]


class Lembar(BaseModel):
    """One sheet of paper."""

    nomor: int
    baris: tuple[Baris, ...]


def sheets(
    anggota: Sequence[Orang], satu: Sequence[Kolom], dua: Sequence[Kolom]
) -> tuple[Lembar, ...]:
    """Ten numbered rows a sheet; the row number is what ties the two tables together."""
    tinggi = [_height(orang, satu, dua) for orang in anggota]
    lembar: list[Lembar] = []
    awal = 0
    while awal < len(anggota):
        banyak = max(1, _fitting(tinggi[awal:]))
        isi: list[Orang | None] = [*anggota[awal : awal + banyak]]
        if awal + banyak == len(anggota):
            isi += [None] * (_fitting([*tinggi[awal:], *UNUSED]) - banyak)
        baris = tuple(
            Baris(nomor=nomor, satu=_cells(orang, satu), dua=_cells(orang, dua))
            for nomor, orang in enumerate(isi, awal + 1)
        )
        lembar.append(Lembar(nomor=len(lembar) + 1, baris=baris))
        awal += banyak
    return tuple(lembar)


def _fitting(tinggi: Sequence[float]) -> int:
    """Count how many rows go on one sheet: ten, or fewer where names are very long."""
    jumlah = accumulate(tinggi[:BARIS_PER_LEMBAR])
    return sum(sampai <= RUANG for sampai in jumlah)


def _height(orang: Orang, satu: Sequence[Kolom], dua: Sequence[Kolom]) -> float:
    """Height in millimetres of a person's row in both tables together."""
    tambahan = sum(
        max(0, max(lines(capitals(kolom.isi(orang)), kolom.lebar_isi) for kolom in tabel) - 2)
        for tabel in (satu, dua)
    )
    return 2 * TINGGI_BARIS + tambahan * TINGGI_TAMBAHAN


def _cells(orang: Orang | None, kolom: Sequence[Kolom]) -> tuple[Sel, ...]:
    """Write one person's columns; the cells of a line that nobody uses stay empty."""
    return tuple(
        fit(capitals(satu.isi(orang)) if orang else "", satu.lebar_isi, tengah=satu.tengah)
        for satu in kolom
    )
