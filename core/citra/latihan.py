"""A rehearsal before the worker is shut in: libraries load parts of themselves late."""

import io
from collections.abc import Iterator

import numpy as np
import pikepdf
from PIL import Image

_DOTS = (640, 480)
_STROKE = 7


def rehearsal() -> Iterator[tuple[bytes, str]]:
    """Yield an upload of every kind that may come, made by us, with its type."""
    y, x = np.mgrid[0 : _DOTS[1], 0 : _DOTS[0]]
    stripes = ((x // _STROKE + y // (2 * _STROKE)) % 2 * 200 + 20).astype(np.uint8)
    picture = Image.fromarray(stripes).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    for name in ("JPEG", "PNG", "WEBP", "HEIF"):
        out = io.BytesIO()
        picture.save(out, name, exif=exif)
        yield out.getvalue(), f"image/{name.lower()}"
    # Half a photo: complaining, too, needs parts that are not loaded yet.
    out = io.BytesIO()
    picture.save(out, "JPEG")
    yield out.getvalue()[: out.tell() // 2], "image/jpeg"
    yield _paper(b"BT /F 40 Tf 100 400 Td (Contoh) Tj ET 0 0 200 200 re f"), "application/pdf"
    yield b"%PDF-1.7 rusak", "application/pdf"


def _paper(drawing: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as paper:
        page = paper.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.obj.Contents = paper.make_stream(drawing)
        paper.save(out)
    return out.getvalue()
