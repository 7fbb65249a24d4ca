"""Turns a picture into a working copy and into maps of its blocks: what is judged."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.citra.ambang import AMBANG, Ambang

Angka: TypeAlias = NDArray[np.float32]
Ya: TypeAlias = NDArray[np.bool_]

# Of a block's dots, sorted: its ink, its paper. Not the extremes, which are noise.
_INK, _PAPER = 0.06, 0.80


@dataclass(frozen=True)
class Peta:
    """A picture in grey, and for every block its paper, its ink and its colour."""

    abu: Angka
    """Grey, 0 to 255, of the working copy, cut to whole blocks."""
    kertas: Angka
    """Grey of each block's paper: the bright part of its dots."""
    tinta: Angka
    """Grey of each block's ink: the dark end of its dots."""
    warna: Angka
    """Red minus green and blue minus green of each block."""

    @property
    def kontras(self) -> Angka:
        """How far ink and paper are apart in each block."""
        return self.kertas - self.tinta


def map_of(picture: Image.Image, ambang: Ambang = AMBANG) -> Peta:
    """Measure the blocks of an upright RGB picture."""
    side = ambang.blok
    copy = picture
    if max(picture.size) > ambang.sisi_kerja:
        copy = picture.copy()
        copy.thumbnail((ambang.sisi_kerja,) * 2, Image.Resampling.BOX, reducing_gap=None)
    columns, rows = max(copy.width // side, 1), max(copy.height // side, 1)
    if columns * side > copy.width or rows * side > copy.height:
        copy = copy.resize((columns * side, rows * side))
    grey = np.asarray(copy.convert("L"), dtype=np.float32)[: rows * side, : columns * side]
    dots = np.sort(blocks(grey, side), axis=-1)
    count = side * side
    small = np.asarray(
        copy.crop((0, 0, columns * side, rows * side)).resize(
            (columns, rows), Image.Resampling.BOX
        ),
        dtype=np.float32,
    )
    return Peta(
        abu=grey,
        kertas=dots[..., int(count * _PAPER)],
        tinta=dots[..., int(count * _INK)],
        warna=np.stack([small[..., 0] - small[..., 1], small[..., 2] - small[..., 1]], axis=-1),
    )


def blocks(dots: Angka, side: int) -> Angka:
    """Rearrange a picture into rows, columns, and the dots of each block."""
    rows, columns = dots.shape[0] // side, dots.shape[1] // side
    cut = dots[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return cut.swapaxes(1, 2).reshape(rows, columns, side * side)


def block_means(dots: Angka, side: int) -> Angka:
    """Return the mean of each block, for a picture that may lack its last rows or columns."""
    rows, columns = dots.shape[0] // side, dots.shape[1] // side
    cut = dots[: rows * side, : columns * side].reshape(rows, side, columns, side)
    means: Angka = cut.mean(axis=(1, 3), dtype=np.float32)
    return means
