"""Draws papers that are plainly fictional, sharp and large enough to be taken for a photo."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

_SIZE = (1400, 900)
_PAPER = (244, 241, 230)
_INK = (35, 40, 60)
_MARK = (200, 70, 60)


def draw_paper(lines: Sequence[str]) -> bytes:
    """Return a JPEG of a paper that bears these lines and the mark CONTOH."""
    picture = Image.new("RGB", _SIZE, (120, 110, 100))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((70, 60, _SIZE[0] - 70, _SIZE[1] - 60), fill=_PAPER, outline=_INK, width=4)
    title, text = ImageFont.load_default(56), ImageFont.load_default(44)
    for number, line in enumerate(lines):
        draw.text((130, 120 + number * 110), line, fill=_INK, font=text if number else title)
    draw.text((130, 640), "CONTOH - DATA FIKTIF", fill=_MARK, font=title)
    for row in range(5):
        draw.line((130, 480 + row * 26, 1100 - row * 90, 480 + row * 26), fill=_INK, width=3)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()
