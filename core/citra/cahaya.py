"""Judges the light: too little of it, and patches of glare in which nothing can be read."""

import numpy as np

from core.citra.ambang import AMBANG, Ambang
from core.citra.bercak import patches
from core.citra.peta import Peta, Ya

_BRIGHTEST = 0.95
_CONTRAST = 18.0
_AROUND = 5
_WHOLE = 0.35


def brightness(peta: Peta) -> float:
    """Return the grey of the brightest twentieth: of paper, wherever there is some."""
    return float(np.quantile(peta.kertas, _BRIGHTEST))


def dark_share(peta: Peta, page: Ya, ambang: Ambang = AMBANG) -> float:
    """Return how much of the page's writing lies on paper that is too dark."""
    written = page & (peta.kontras > _CONTRAST)
    if not written.any():
        return 0.0
    return float(np.mean(peta.kertas[written] < ambang.blok_gelap))


def glare(peta: Peta, noise: float = 0.0, ambang: Ambang = AMBANG) -> float:
    """Return the share of the frame under the largest patch of glare.

    Glare is white through and through, ends within a hand's breadth, and outshines what is around
    it. White paper in a scan is as white, but nothing around it is darker than it. `noise` (grey
    levels) darkens even what is burnt out.
    """
    rows, columns = peta.kertas.shape
    extra = max(noise - ambang.silau_tenang, 0.0)
    white = peta.tinta >= ambang.silau_terang - ambang.silau_bintik * extra
    largest = 0.0
    for patch in patches(white):
        if _touches_rim(patch) or patch.mean() > _WHOLE:
            continue
        ring = _grown(patch, _AROUND) & ~white
        if not ring.any() or not _fades(peta, patch, float(np.median(peta.kertas[ring])), ambang):
            continue
        if peta.tinta[patch].mean() - np.median(peta.kertas[ring]) >= ambang.silau_menonjol:
            largest = max(largest, float(patch.sum()) / (rows * columns))
    return largest


def _fades(peta: Peta, patch: Ya, around: float, ambang: Ambang) -> bool:
    """Tell light, which fades out, from a white thing, which ends at once."""
    rim = _grown(patch, 2) & ~_grown(patch, 1)
    near = float(np.median(peta.kertas[rim])) if rim.any() else 0.0
    return near >= ambang.silau_pinggir or near - around >= ambang.silau_pudar


def _touches_rim(patch: Ya) -> bool:
    return bool(patch[0].any() or patch[-1].any() or patch[:, 0].any() or patch[:, -1].any())


def _grown(patch: Ya, blocks: int) -> Ya:
    """Return the patch and what lies so many blocks around it."""
    wide = patch.copy()
    for _ in range(blocks):
        step = wide.copy()
        step[1:] |= wide[:-1]
        step[:-1] |= wide[1:]
        step[:, 1:] |= wide[:, :-1]
        step[:, :-1] |= wide[:, 1:]
        wide = step
    return wide
