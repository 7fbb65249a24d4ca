"""Photographs of the cards, as citizens take them; the same seed, the same bytes.

`baik` is what the pre-flight lets pass; the others are worse, short of what it asks for again.
"""

import io
from collections.abc import Callable, Mapping

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.baca.kartu import Isi, content, generator, kk, ktp
from benchmarks.citra.foto import photo
from benchmarks.citra.lembaran import Acak, Lembaran

SHEETS: Mapping[str, Callable[[Isi], Lembaran]] = {"ktp": ktp, "kk": kk}
_TELEGRAM = 1280


def portrait(seed: int, sheet: str, kind: str) -> tuple[Isi, bytes]:
    """Take one photo and tell what stands on the paper."""
    isi = content(generator(seed))
    taken = photo(seed, sheet, lambda _: SHEETS[sheet](isi))
    picture = Image.open(io.BytesIO(taken.isi)).convert("RGB")
    picture.thumbnail((_TELEGRAM, _TELEGRAM), Image.Resampling.BICUBIC)
    rng = np.random.default_rng([seed, 1])
    out = io.BytesIO()
    quality = int(rng.integers(45, 60)) if kind == "diteruskan" else int(rng.integers(72, 90))
    KINDS[kind](rng, picture).save(out, "JPEG", quality=quality)
    return isi, out.getvalue()


def _as_taken(_: Acak, picture: Image.Image) -> Image.Image:
    return picture


def _soft(rng: Acak, picture: Image.Image) -> Image.Image:
    """Slightly out of focus."""
    return picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.9, 1.6))))


def _dim(rng: Acak, picture: Image.Image) -> Image.Image:
    """Evening: little light, and the grain that comes with it."""
    dots = np.asarray(picture, dtype=np.float32) * float(rng.uniform(0.42, 0.62))
    dots += float(rng.uniform(4, 8)) * rng.standard_normal(dots.shape[:2])[..., None]
    return Image.fromarray(dots.clip(0, 255).astype(np.uint8))


def _shaded(rng: Acak, picture: Image.Image) -> Image.Image:
    """The shadow of the phone lies across a part of the paper."""
    width, height = picture.size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    across = (x / width - rng.uniform(0.35, 0.65)) * np.cos(angle)
    across += (y / height - rng.uniform(0.35, 0.65)) * np.sin(angle)
    shade = 1 - rng.uniform(0.35, 0.55) / (1 + np.exp(-across * 30))
    dots = np.asarray(picture, dtype=np.float32) * shade[..., None]
    return Image.fromarray(dots.clip(0, 255).astype(np.uint8))


def _turned(rng: Acak, picture: Image.Image) -> Image.Image:
    """Laid on its side or upside down: not read, and nothing wrong may be read of it."""
    return picture.rotate(int(rng.choice([90, 180, 270])), expand=True)


KINDS: Mapping[str, Callable[[Acak, Image.Image], Image.Image]] = {
    "baik": _as_taken,
    "diteruskan": _as_taken,
    "agak-kabur": _soft,
    "agak-gelap": _dim,
    "bayangan": _shaded,
    "terbalik": _turned,
}
