"""Finds the page in the frame, and whether it runs out of it."""

from dataclasses import dataclass

import numpy as np

from core.citra.ambang import AMBANG, Ambang
from core.citra.bercak import Tempat, spread
from core.citra.peta import Angka, Peta, Ya

_MIDDLE = 0.25
_INK = 40.0


@dataclass(frozen=True)
class Halaman:
    """Where the page lies, and how far each side of the frame cuts it."""

    letak: Ya
    potong: tuple[float, float, float, float]
    """Share of the top, bottom, left and right side of the frame at which there is page."""
    tertulis: tuple[float, float, float, float]
    """Share of each side at which there is page with ink on it."""


def page_in(peta: Peta, ambang: Ambang = AMBANG) -> Halaman:
    """Grow the page from the middle of the frame, as far as its paper reaches."""
    starts = _starts(peta, ambang)
    if not starts:
        return Halaman(np.zeros(peta.kertas.shape, dtype=np.bool_), (0.0,) * 4, (0.0,) * 4)
    paper = peta.kertas / np.maximum(_light(peta.kertas, starts), 1.0)
    tint = np.median(np.array([peta.warna[each] for each in starts]), axis=0)
    alike = np.abs(peta.warna - tint).max(axis=-1) <= ambang.warna_kertas
    alike &= (paper >= ambang.kertas_redup) & (paper <= ambang.kertas_terang)

    def joined(here: Tempat, there: Tempat) -> bool:
        return abs(float(peta.kertas[here]) - float(peta.kertas[there])) <= ambang.langkah

    page = spread(alike, starts, joined)
    return Halaman(page, _sides(page), _sides(page & (peta.kontras > _INK)))


def _light(paper: Angka, starts: list[Tempat]) -> Angka:
    """Return the light that falls on every block, as a plane laid through the page's middle."""
    rows, columns = np.array(starts).T
    known = np.stack([np.ones(len(starts)), rows, columns], axis=1)
    plane, *_ = np.linalg.lstsq(known, paper[rows, columns], rcond=None)
    y, x = np.mgrid[0 : paper.shape[0], 0 : paper.shape[1]]
    light: Angka = (plane[0] + plane[1] * y + plane[2] * x).astype(np.float32)
    return light


def cut_off(halaman: Halaman, ambang: Ambang = AMBANG) -> float:
    """Return how much of the worst side is cut, 0 when the page only fills the frame.

    A page that fills the whole frame without ink at its rim is a scan: nothing is missing. A page
    whose writing runs out of the frame is cut; so is one that shows the table on some sides and on
    another runs out of the frame: it lacks that edge.
    """
    if max(halaman.tertulis) >= ambang.tepi_tertulis:
        return 1.0
    free = float(np.mean([1 - each for each in halaman.potong]))
    return max(halaman.potong) if free >= ambang.meja else 0.0


def _starts(peta: Peta, ambang: Ambang) -> list[Tempat]:
    """Return blocks of the middle whose paper is as bright as most of the middle's."""
    rows, columns = peta.kertas.shape
    top, left = int(rows * _MIDDLE), int(columns * _MIDDLE)
    middle = peta.kertas[top : rows - top, left : columns - left]
    usual = float(np.median(middle)) if middle.size else 0.0
    near = np.argwhere(np.abs(middle - usual) < 2 * ambang.langkah)
    return [(int(row) + top, int(column) + left) for row, column in near]


def _sides(where: Ya) -> tuple[float, float, float, float]:
    return (
        float(where[0].mean()),
        float(where[-1].mean()),
        float(where[:, 0].mean()),
        float(where[:, -1].mean()),
    )
