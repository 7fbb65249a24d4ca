"""Writes a picture anew: upright, small enough, and without anything but its dots."""

import io
import warnings

from PIL import Image, ImageFile, ImageOps

from core.berkas import words
from core.berkas.aturan import JPEG, MAX_LONG_SIDE, MAX_PIXELS, MIN_LONG_SIDE
from core.berkas.hasil import Diterima, Ditolak, Hasil

_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 85


def rewrite_picture(isi: bytes) -> Hasil:
    """Return a clean JPEG copy. The header is judged before a single dot is decoded."""
    # WeasyPrint switches this on for a whole process; half a picture is no picture here.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(isi), formats=_FORMATS) as picture:
                return _refusal(picture) or _clean(picture)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            return Ditolak(words.TERLALU_LEBAR)


def _refusal(picture: Image.Image) -> Ditolak | None:
    if picture.width * picture.height > MAX_PIXELS:
        return Ditolak(words.TERLALU_LEBAR)
    if max(picture.size) < MIN_LONG_SIDE:
        return Ditolak(words.TERLALU_KECIL)
    # Some phones write a JPEG with a second picture behind it (MPO): the first one is the photo.
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        return Ditolak(words.VIDEO)
    return None


def _clean(picture: Image.Image) -> Diterima:
    picture.draft(None, (MAX_LONG_SIDE, MAX_LONG_SIDE))
    upright = ImageOps.exif_transpose(_shrunk(picture))
    plain = _on_white(upright)
    # A comment, a place, a camera's name: Pillow would carry some of them into the copy.
    plain.info.clear()
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Diterima(out.getvalue(), JPEG, lebar=plain.width, tinggi=plain.height)


def _shrunk(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):
        # Grey of 16 bits: Pillow's own conversion would cut everything above 255 to white.
        picture = picture.convert("I").point(lambda dot: dot * (1 / 256)).convert("L")
    elif picture.mode in ("P", "PA", "1"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    picture.thumbnail((MAX_LONG_SIDE, MAX_LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    """Paint transparency white, as paper is, and leave plain RGB."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper
