"""Opens a photo: upright, at most 2400 dots long, and with nothing in it but its dots."""

import io
import warnings
from dataclasses import dataclass

import pillow_heif
from PIL import Image, ImageFile, ImageOps

from core.berkas.aturan import JPEG, MAX_LONG_SIDE, MAX_PIXELS
from core.berkas.hasil import Diterima
from core.citra.ambang import AMBANG
from core.citra.cacat import Cacat

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
_QUALITY = 85
_DEEP = 1 / 256

# The plugin for pictures of iPhones; one thread, because the worker's memory is counted.
pillow_heif.register_heif_opener(thumbnails=False, decode_threads=1)


@dataclass(frozen=True)
class Terbuka:
    """A photo that was decoded to its last dot."""

    gambar: Image.Image
    """Upright, RGB, at most `MAX_LONG_SIDE` long."""
    asal: tuple[int, int]
    """Width and height as sent, in dots."""


def open_photo(content: bytes) -> Terbuka | Cacat:
    """Decode a photo. The header is judged before a single dot is decoded."""
    # WeasyPrint switches this on for a whole process; half a picture is no picture here.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
                # Read now: shrinking a picture changes what it says of itself.
                size = picture.size
                return _judged(picture) or Terbuka(_upright(picture), size)
        except MemoryError:
            return Cacat.TERLALU_RUMIT
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            return Cacat.TERLALU_LEBAR
        except Exception as fault:
            # Decoders raise whatever they like on hostile bytes, and their messages quote them.
            return Cacat.TERPUTUS if "truncated" in str(fault).lower() else Cacat.RUSAK


def clean_copy(picture: Image.Image) -> Diterima:
    """Write a picture anew as JPEG: no EXIF, no place, no comment, nothing behind its end."""
    out = io.BytesIO()
    plain = picture.copy()
    # Pillow would carry some of what it read into the copy.
    plain.info.clear()
    plain.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Diterima(out.getvalue(), JPEG, lebar=plain.width, tinggi=plain.height)


def _judged(picture: Image.Image) -> Cacat | None:
    if picture.width * picture.height > MAX_PIXELS:
        return Cacat.TERLALU_LEBAR
    if max(picture.size) < AMBANG.titik_min:
        return Cacat.TITIK
    # A JPEG with a second picture behind it (MPO) and a HEIC with several: the first is the photo.
    if picture.format in ("PNG", "WEBP") and getattr(picture, "is_animated", False):
        return Cacat.BERGERAK
    return None


def _upright(picture: Image.Image) -> Image.Image:
    picture.draft(None, (MAX_LONG_SIDE, MAX_LONG_SIDE))
    turned = ImageOps.exif_transpose(_shrunk(picture))
    return _on_white(turned)


def _shrunk(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):
        # Grey of 16 bits: Pillow's own conversion would cut everything above 255 to white.
        picture = picture.convert("I").point(lambda dot: dot * _DEEP).convert("L")
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
