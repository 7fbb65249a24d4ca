"""Draws papers that are plainly fictional, sharp and large enough to be taken for a photo."""

import io
import textwrap
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

_LONG, _SHORT = 1400, 920
_TABLE = (112, 103, 94)
_SHADOW = (88, 80, 73)
_INK = (35, 40, 60)
_FAINT = (196, 198, 205)
_MARK = (196, 66, 56)
_BORDER, _MARGIN = 56, 64
_TITLE, _TEXT = 58, 46
_LINE = 66
_TILT = 1.2  # degrees: nobody holds a phone quite straight

Colour = tuple[int, int, int]
PAPER: Colour = (246, 243, 233)


def draw_paper(
    lines: Sequence[str],
    *,
    upright: bool = False,
    face: bool = False,
    colour: Colour = PAPER,
) -> bytes:
    """Return a JPEG of a paper on a table: a title, lines ("label: text"), the mark CONTOH."""
    picture = _paper(lines, (_SHORT, _LONG) if upright else (_LONG, _SHORT), colour)
    if face:
        _draw_face(picture)
    return _saved(_on_table(picture), "JPEG")


def draw_pdf(lines: Sequence[str]) -> bytes:
    """Return a PDF of one page with the same picture, not on a table."""
    return _saved(_paper(lines, (_LONG, _SHORT), PAPER), "PDF")


def _paper(lines: Sequence[str], size: tuple[int, int], colour: Colour) -> Image.Image:
    """Write the lines onto a sheet; what is too long goes on below."""
    sheet = Image.new("RGB", size, colour)
    draw = ImageDraw.Draw(sheet)
    title, *rest = lines
    draw.text((_MARGIN, _MARGIN), title, fill=_INK, font=ImageFont.load_default(_TITLE))
    draw.line((_MARGIN, _MARGIN + 86, size[0] - _MARGIN, _MARGIN + 86), fill=_INK, width=3)
    top = _MARGIN + 118
    for line in rest:
        top = _write(draw, line, top, size[0])
    mark = ImageFont.load_default(_TITLE)
    draw.text((_MARGIN, size[1] - 110), "CONTOH - DATA FIKTIF", fill=_MARK, font=mark)
    return sheet


def _write(draw: ImageDraw.ImageDraw, line: str, top: int, width: int) -> int:
    """Write one line in one or two columns, and return where the next one begins."""
    font = ImageFont.load_default(_TEXT)
    label, colon, text = line.partition(": ")
    if not colon:
        label, text = "", line
    left = _MARGIN + (250 if label else 0)
    draw.text((_MARGIN, top), label, fill=_INK, font=font)
    for part in textwrap.wrap(text, (width - left - _MARGIN) // (_TEXT // 2)) or [""]:
        draw.text((left, top), f": {part}" if label else part, fill=_INK, font=font)
        label, top = "", top + _LINE
    return top


def _draw_face(sheet: Image.Image) -> None:
    """Put a portrait of nobody into the lower right corner."""
    draw = ImageDraw.Draw(sheet)
    right, bottom = sheet.width - _MARGIN, sheet.height - _MARGIN
    left, top = right - 230, bottom - 300
    draw.rectangle((left, top, right, bottom), fill=(214, 224, 232))
    draw.ellipse((left + 65, top + 45, right - 65, top + 155), fill=_FAINT)
    draw.pieslice((left + 25, top + 175, right - 25, bottom + 120), 180, 360, fill=_FAINT)


def _on_table(sheet: Image.Image) -> Image.Image:
    """Lay a sheet onto a table, a little askew, as in a photo by hand."""
    size = (sheet.width + 2 * _BORDER, sheet.height + 2 * _BORDER)
    table = Image.new("RGB", size, _TABLE)
    shadow = (_BORDER + 8, _BORDER + 10, size[0] - _BORDER + 8, size[1] - _BORDER + 10)
    ImageDraw.Draw(table).rectangle(shadow, fill=_SHADOW)
    table.paste(sheet, (_BORDER, _BORDER))
    return table.rotate(_TILT, Image.Resampling.BICUBIC, fillcolor=_TABLE)


def _saved(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, quality=86, resolution=120.0)
    return out.getvalue()
