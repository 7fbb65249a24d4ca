"""Photographs of fictional papers, good ones and spoiled ones; the same seed, the same bytes.

What "unreadable" means is fixed here, in heights of the paper's small letters, before anything is
measured. Between good and unreadable lies a gap that is not photographed: there people disagree.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.citra.kamera import TABLES, Adegan, Bingkai, Dots, scene
from benchmarks.citra.lembaran import Acak, Lembaran

BAIK = "baik"
_GRAIN = (0.30, 0.45)


@dataclass(frozen=True)
class Foto:
    """One photo, and how it came about."""

    isi: bytes
    lembaran: str
    rusak: str
    meja: str
    huruf: float


def photo(seed: int, name: str, draw: Callable[[Acak], Lembaran], spoil: str = BAIK) -> Foto:
    """Take one photo; `spoil` is BAIK or one of SPOILED."""
    rng = np.random.default_rng([seed, len(spoil), *spoil.encode(), *name.encode()])
    sheet = draw(rng)
    table = str(rng.choice(TABLES))
    made = scene(rng, sheet, _frame(rng, spoil, sheet), table)
    dots = _light(rng, made.dots)
    dots = SPOILED[spoil](rng, replace(made, dots=dots)) if spoil in SPOILED else dots
    dots = _lens(rng, dots, noise=float(rng.uniform(1.0, 5.0)))
    return Foto(_jpeg(rng, dots, spoil), name, spoil, table, made.huruf)


def resent(rng: Acak, photo: Foto) -> bytes:
    """Return the same picture after a messenger made it smaller and squeezed it anew."""
    picture = Image.open(io.BytesIO(photo.isi))
    picture.thumbnail((int(rng.choice([960, 1280])),) * 2)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=int(rng.integers(60, 88)))
    return out.getvalue()


def _frame(rng: Acak, spoil: str, sheet: Lembaran) -> Bingkai:
    long = int(rng.choice([1280, 1280, 1280, 1600]))
    if spoil == "terpotong":
        return _cut_frame(rng, long)
    if spoil == "kecil":
        per_mm = rng.uniform(1.4, 2.9) / sheet.huruf_mm
        paper = max(sheet.lebar_mm, sheet.gambar.height / sheet.dots_per_mm)
        return Bingkai(max(int(per_mm * paper / 0.88), 90), 0.88)
    if spoil == BAIK and rng.random() < 0.15:
        # A scanner's app: straightened, and cut at the paper's edge.
        return Bingkai(long, float(rng.uniform(1.0, 1.02)), miring=0.0, putar=0.0, pas=True)
    return Bingkai(long, float(rng.uniform(0.76, 0.90)))


def _cut_frame(rng: Acak, long: int) -> Bingkai:
    if rng.random() < 0.25:
        # Too near: nothing but writing, on every side.
        return Bingkai(long, float(rng.uniform(1.25, 1.6)))
    fill = float(rng.uniform(0.76, 0.90))
    # So far that 8 to 25 % of the paper lies outside, on one side or at a corner.
    out = (1 / fill - 1) / 2 + rng.uniform(0.08, 0.25, 2)
    signs = rng.choice([-1, 1], 2)
    sides = [(1, 0), (0, 1), (1, 1)][int(rng.integers(0, 3))]
    x, y = (float(each) for each in out * signs * np.array(sides))
    return Bingkai(long, fill, geser=(x, y))


def _light(rng: Acak, dots: Dots) -> Dots:
    """Light from one side, a little colour, some exposure: as a room has it."""
    height, width = dots.shape[:2]
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    angle = rng.uniform(0, 2 * np.pi)
    slope = (x * np.cos(angle) + y * np.sin(angle)) * rng.uniform(0.0, 0.22)
    field = (rng.uniform(0.72, 1.02) * (1 - 0.12 * (x**2 + y**2) / 2 + slope)).astype(np.float32)
    tint = rng.uniform(0.93, 1.05, 3).astype(np.float32)
    lit: Dots = np.clip(dots * field[..., None] * tint, 0, 255)
    return lit


def _lens(rng: Acak, dots: Dots, noise: float) -> Dots:
    """A lens that is never perfect, a sensor that is never still, a phone that sharpens."""
    seen = _blur(dots, float(rng.uniform(0.3, 0.8)))
    seen = seen + noise * _grains(rng, seen.shape[:2])[..., None]
    tint = Image.fromarray(_grains(rng, (seen.shape[0] // 2, seen.shape[1] // 2)))
    size = (seen.shape[1], seen.shape[0])
    seen[..., 2] += noise * np.asarray(tint.resize(size, Image.Resampling.BILINEAR))
    if rng.random() < 0.5:
        seen += 0.6 * (seen - _blur(seen, 1.2))
    return np.clip(seen, 0, 255)


def _jpeg(rng: Acak, dots: Dots, spoil: str) -> bytes:
    picture = _picture(dots)
    if spoil == "kecil" and rng.random() < 0.5:
        # Forwarded as a screenshot: many dots, none of them new.
        grown = 1280 / max(picture.size)
        size = (int(picture.width * grown), int(picture.height * grown))
        picture = picture.resize(size, Image.Resampling.BICUBIC)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=int(rng.integers(70, 93)))
    return out.getvalue()


def _picture(dots: Dots) -> Image.Image:
    return Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8), "RGB")


def _blur(dots: Dots, sigma: float) -> Dots:
    soft = _picture(dots).filter(ImageFilter.GaussianBlur(sigma))
    return np.asarray(soft, dtype=np.float32)


def _grains(rng: Acak, size: tuple[int, ...]) -> Dots:
    return rng.standard_normal(size, dtype=np.float32)


# --- ways to spoil a photo ---


def _defocused(rng: Acak, made: Adegan) -> Dots:
    """Out of focus by half the height of a letter or more."""
    return _blur(made.dots, float(rng.uniform(0.5, 1.0)) * made.huruf)


def _moved(rng: Acak, made: Adegan) -> Dots:
    """Moved during the exposure, along a line two to four letters long."""
    length = float(rng.uniform(2.0, 4.0)) * made.huruf
    angle = float(rng.uniform(0, np.pi))
    steps = np.linspace(-length / 2, length / 2, int(min(max(length, 6), 28)))
    total = np.zeros_like(made.dots)
    for step in steps:
        by = (round(float(step * np.sin(angle))), round(float(step * np.cos(angle))))
        total += np.roll(made.dots, by, axis=(0, 1))
    return total / np.float32(len(steps))


def _dark(rng: Acak, made: Adegan) -> Dots:
    """So little light that white paper is a fifth of white or less, with the noise of it."""
    dots = made.dots * float(rng.uniform(0.05, 0.22))
    grain = float(rng.uniform(3, 7)) * _grains(rng, dots.shape[:2])
    return np.clip(dots + grain[..., None], 0, 255)


def _glaring(rng: Acak, made: Adegan) -> Dots:
    """A lamp in the paper: one to three burnt-out patches that cover 3 to 15 % of it."""
    height, width = made.dots.shape[:2]
    rows, columns = np.nonzero(made.kertas)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    light = np.zeros((height, width), dtype=np.float32)
    count = int(rng.integers(1, 4))
    area = made.kertas.sum() * rng.uniform(0.03, 0.15) / count
    for _ in range(count):
        middle = (
            float(np.quantile(rows, rng.uniform(0.25, 0.75))),
            float(np.quantile(columns, rng.uniform(0.25, 0.75))),
        )
        stretch = float(rng.uniform(0.6, 1.6))
        radius = float(np.sqrt(area / np.pi))
        away = np.hypot((y - middle[0]) * stretch, (x - middle[1]) / stretch) / radius
        light = np.maximum(light, np.clip((1.5 - away) / 0.5, 0, 1))
    # The phone exposes for the lamp: the paper around it gets darker.
    dim = made.dots * float(rng.uniform(0.70, 0.88))
    return dim + (275 - dim) * light[..., None]


def _grainy(rng: Acak, made: Adegan) -> Dots:
    """Grain as coarse as the strokes and as strong as the ink."""
    height, width = made.dots.shape[:2]
    coarse = max(float(rng.uniform(*_GRAIN)) * made.huruf, 1.0)
    size = (max(int(height / coarse), 2), max(int(width / coarse), 2))
    rough = Image.fromarray(_grains(rng, size))
    grain = np.asarray(rough.resize((width, height), Image.Resampling.BICUBIC), dtype=np.float32)
    fine = _grains(rng, (height, width))
    strength = float(rng.uniform(60, 110))
    return np.clip(
        made.dots * 0.6 + 40 + (strength * (0.8 * grain + 0.5 * fine))[..., None], 0, 255
    )


def _as_it_is(_: Acak, made: Adegan) -> Dots:
    """What spoils the photo is its frame or its size."""
    return made.dots


SPOILED: Mapping[str, Callable[[Acak, Adegan], Dots]] = {
    "kabur-fokus": _defocused,
    "kabur-gerak": _moved,
    "gelap": _dark,
    "silau": _glaring,
    "terpotong": _as_it_is,
    "kecil": _as_it_is,
    "bintik": _grainy,
}
