"""A phone's camera: lays a paper on a table, looks at it from some angle, in some light."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from benchmarks.citra.lembaran import Acak, Lembaran

Dots = NDArray[np.float32]
TABLES = ("polos", "kayu", "kain", "bintik", "ubin", "putih")


@dataclass(frozen=True)
class Bingkai:
    """How a photo is framed."""

    panjang: int
    """Longer side in dots."""
    isi: float
    """Share of the frame that the paper fills, along the tighter side; over 1 it runs out."""
    geser: tuple[float, float] = (0.0, 0.0)
    """Shift of the paper, in shares of its own width and height."""
    miring: float = 0.03
    """How much a corner may be off, in shares of the paper."""
    putar: float = 4.0
    """Rotation at most, in degrees."""
    pas: bool = False
    """Whether the frame has the shape of the paper, as a scanner's app leaves it."""


@dataclass(frozen=True)
class Adegan:
    """A scene before light and lens: dots, where the paper is, and how high its letters are."""

    dots: Dots
    kertas: NDArray[np.bool_]
    huruf: float
    """Height of small letters in dots."""


def scene(rng: Acak, sheet: Lembaran, frame: Bingkai, table: str) -> Adegan:
    """Photograph a paper with a perfect lens in perfect light."""
    width, height = sheet.gambar.size
    aspect = width / height if frame.pas else min(max(width / height, 3 / 4), 4 / 3)
    frame_width = frame.panjang if aspect >= 1 else int(frame.panjang * aspect)
    frame_height = int(frame.panjang / aspect) if aspect >= 1 else frame.panjang
    scale = frame.isi * min(frame_width / width, frame_height / height)
    flat = sheet.gambar
    if scale < 1:
        flat = flat.resize((int(width * scale), int(height * scale)), Image.Resampling.LANCZOS)
    corners = _corners(rng, (width * scale, height * scale), frame)
    corners += np.array([frame_width, frame_height]) / 2
    back = _perspective(corners, flat.size)
    size = (frame_width, frame_height)
    laid = flat.transform(size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC)
    whole = Image.new("L", flat.size, 255)
    mask = whole.transform(size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BILINEAR)
    share = np.asarray(mask, dtype=np.float32)[..., None] / 255
    ground = _table(rng, size, table)
    shadow = np.asarray(
        mask.filter(ImageFilter.GaussianBlur(frame.panjang / 150)), dtype=np.float32
    )[..., None]
    ground *= 1 - 0.25 * shadow / 255
    paper = np.asarray(laid, dtype=np.float32)
    dots = (paper * share + ground * (1 - share)).astype(np.float32)
    letters = sheet.huruf_mm * sheet.dots_per_mm * scale
    return Adegan(dots, np.asarray(mask) > 127, letters)


def _corners(rng: Acak, size: tuple[float, float], frame: Bingkai) -> NDArray[np.float64]:
    half = np.array(size) / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    corners += rng.uniform(-frame.miring, frame.miring, (4, 2)) * np.array(size)
    angle = np.radians(rng.uniform(-frame.putar, frame.putar))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    turned: NDArray[np.float64] = corners @ turn + np.array(frame.geser) * np.array(size)
    return turned


def _perspective(corners: NDArray[np.float64], flat: tuple[int, int]) -> list[float]:
    """Return the eight numbers that take a dot of the photo back to the flat paper."""
    width, height = flat
    goals = ((0, 0), (width, 0), (width, height), (0, height))
    lines, wanted = [], []
    for (x, y), (u, v) in zip(corners, goals, strict=True):
        lines.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        lines.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        wanted += [u, v]
    return [float(each) for each in np.linalg.solve(np.array(lines), np.array(wanted))]


def _table(rng: Acak, size: tuple[int, int], kind: str) -> Dots:
    """Paint a table of one of the kinds, in a colour of its own."""
    width, height = size
    base = rng.uniform((40, 30, 20), (190, 170, 150)).astype(np.float32)
    if kind == "kain":
        base = rng.uniform((90, 40, 40), (210, 180, 190)).astype(np.float32)
    if kind == "putih":
        base = np.float32(rng.uniform(205, 240)) * np.array([1, 0.99, 0.97], dtype=np.float32)
    ground = np.ones((height, width, 3), dtype=np.float32) * base
    if kind == "kayu":
        ground *= 1 + 0.18 * _cloud(rng, size, (3, 60))[..., None]
    elif kind == "kain":
        steps = np.arange(max(size)) // max(int(max(size) * rng.uniform(0.012, 0.03)), 2) % 2
        ground *= 1 - 0.22 * steps[None, :width, None] - 0.22 * steps[:height, None, None]
    elif kind == "bintik":
        ground *= (
            1 + 0.10 * _cloud(rng, size, (max(height // 4, 2), max(width // 4, 2)))[..., None]
        )
    elif kind == "ubin":
        step = int(max(size) * rng.uniform(0.25, 0.5))
        ground[::step], ground[:, ::step] = ground[::step] * 0.6, ground[:, ::step] * 0.6
    table: Dots = np.clip(ground, 0, 255)
    return table


def _cloud(rng: Acak, size: tuple[int, int], grain: tuple[int, int]) -> Dots:
    """Return smooth noise between about -2 and 2."""
    rough = rng.normal(0, 1, grain).astype(np.float32)
    smooth = Image.fromarray(rough).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(smooth, dtype=np.float32)
