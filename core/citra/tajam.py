"""Measures how much fine detail the writing has, and how noisy the calmest places are.

What is blurred already changes little when it is blurred once more: the energy of its edges
falls by a smaller factor (after Crete et al., "The blur effect", 2007). Measured along the rows
and along the columns, because motion blurs one of them; after a slight smoothing, so that noise
is no detail.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from core.citra.ambang import AMBANG, Ambang
from core.citra.peta import Angka, Peta, block_means

_SMOOTH = 1.0
"""Width of the smoothing before anything is measured, in dots."""
_AGAIN = 3.0
"""Width of the second blur, in dots."""
_CALMEST = 0.10
_WRITTEN = 0.12
_TWO = 2.0
"""Of white noise: its variance in the difference of neighbours, per variance of a dot."""


@dataclass(frozen=True)
class Ketajaman:
    """Detail of the writing and height of the noise."""

    rincian: float
    """How often the energy of edges falls in the second blur, in the worse direction."""
    halus: float
    """The same for the first, slight smoothing: low in a picture that was merely enlarged."""
    bintik: float
    """Standard deviation of grey in the calmest tenth of the blocks."""


def sharpness(peta: Peta, ambang: Ambang = AMBANG) -> Ketajaman:
    """Measure both directions and return the worse."""
    side = 2 * ambang.blok
    raw = Image.fromarray(peta.abu.astype(np.uint8))
    smooth = np.asarray(raw.filter(ImageFilter.GaussianBlur(_SMOOTH)), dtype=np.float32)
    details, fine = [], []
    for before, after in ((peta.abu, smooth), (_turned(peta.abu), _turned(smooth))):
        details.append(_falls(after, _blurred(after), side))
        fine.append(_falls(before, after, side))
    return Ketajaman(min(details), min(fine), _noise(peta.abu, side))


def _turned(grey: Angka) -> Angka:
    return np.ascontiguousarray(grey.T)


def _noise(grey: Angka, side: int) -> float:
    energy = np.sort(block_means(np.square(np.diff(grey, axis=1)), side).ravel())
    calm = energy[: max(int(energy.size * _CALMEST), 1)]
    return float(np.sqrt(calm.mean() / _TWO)) if energy.size else 0.0


def _falls(sharp: Angka, soft: Angka, side: int) -> float:
    """Return how often the energy of edges across the rows falls, where there is most of it."""
    first = block_means(np.square(np.diff(sharp, axis=1)), side)
    second = block_means(np.square(np.diff(soft, axis=1)), side)
    columns = min(first.shape[1], second.shape[1])
    before, after = first[:, :columns].ravel(), second[:, :columns].ravel()
    if before.size == 0:
        return 1.0
    calm = np.argsort(before)[: max(int(before.size * _CALMEST), 1)]
    written = np.argsort(after)[-max(int(after.size * _WRITTEN), 1) :]
    kept_before = np.maximum(before[written] - before[calm].mean(), 0)
    kept_after = np.maximum(after[written] - after[calm].mean(), 1e-3)
    return float(np.median(kept_before / kept_after))


def _blurred(grey: Angka) -> Angka:
    """Blur along the rows alone; the rim is drawn out, so that blocks stay where they are."""
    reach = int(3 * _AGAIN)
    wide = grey.shape[1] - 2 * reach
    if wide < 2:
        return grey
    steps = np.arange(-reach, reach + 1)
    weights = np.exp(-np.square(steps) / (2 * _AGAIN**2)).astype(np.float32)
    weights /= weights.sum()
    total = np.zeros((grey.shape[0], wide), dtype=np.float32)
    for place, weight in enumerate(weights):
        total += weight * grey[:, place : place + wide]
    return np.pad(total, ((0, 0), (reach, reach)), mode="edge")
