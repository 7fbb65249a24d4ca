"""Makes a paper's photo easy to read: upright rows, even light, letters of a fitting size.

Runs in the limited worker only, and on the clean copy that the pre-flight wrote.
"""

import io

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.baca.lembar import Bagian, Lembar
from core.citra.kurung import is_shut_in, shut_in

_PDF = "application/pdf"
_LONG_SIDE = {Bagian.SELURUH: 1500, Bagian.ATAS: 2200}
_TOP = 0.5
_PDF_DOTS = 2000
_GLANCE = 640
_MIDDLE = 0.18
_COARSE = np.arange(-9.0, 9.01, 1.5)
_FINE = np.arange(-1.0, 1.01, 0.25)
_SHRUNK = 8
_PAPER = 235.0
_DARKEST = 24.0


def prepare_confined(content: bytes, mime: str, bagian: Bagian, cpu_seconds: int) -> Lembar | None:
    """Shut this process in, then prepare. None over whatever cannot be opened; never raises."""
    if not is_shut_in():
        _rehearse()
    shut_in(cpu_seconds)
    try:
        return prepare(content, mime, bagian)
    except Exception:
        # What a decoder raises quotes what it met.
        return None


def prepare(content: bytes, mime: str, bagian: Bagian) -> Lembar:
    """Return a clean copy as grey dots, ready to be read. Raises whatever a decoder raises."""
    picture = _opened(content, mime)
    picture = picture.rotate(
        _lean(picture), Image.Resampling.BICUBIC, fillcolor=int(np.median(np.asarray(picture)))
    )
    if bagian is Bagian.ATAS:
        picture = picture.crop((0, 0, picture.width, int(picture.height * _TOP)))
    picture = _sized(picture, _LONG_SIDE[bagian])
    even = _evened(picture)
    return Lembar(even.shape[1], even.shape[0], even.tobytes())


def _opened(content: bytes, mime: str) -> Image.Image:
    if mime != _PDF:
        with Image.open(io.BytesIO(content), formats=("JPEG",)) as photo:
            return photo.convert("L")
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[0]
        bitmap = page.render(scale=_PDF_DOTS / max(page.get_size()), may_draw_forms=False)
        drawn: Image.Image = bitmap.to_pil().convert("L")
        bitmap.close()
        page.close()
        return drawn
    finally:
        document.close()


def _sized(picture: Image.Image, long_side: int) -> Image.Image:
    scale = long_side / max(picture.size)
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    return picture.resize(size, Image.Resampling.BICUBIC)


def _lean(picture: Image.Image) -> float:
    """Return by how many degrees to turn it, so that its rows lie level.

    The right turn is the one at which the sums along the rows differ most: letters, gap, letters.
    """
    glance = picture.copy()
    glance.thumbnail((_GLANCE, _GLANCE), Image.Resampling.BOX)
    grey = np.asarray(glance, dtype=np.float32)
    strokes = Image.fromarray(np.abs(np.diff(grey, axis=1)).clip(0, 60))
    best = float(max(_COARSE, key=lambda angle: _levelness(strokes, angle)))
    return float(max(best + _FINE, key=lambda angle: _levelness(strokes, angle)))


def _levelness(strokes: Image.Image, angle: float) -> float:
    turned = np.asarray(strokes.rotate(angle, Image.Resampling.BILINEAR))
    rows, columns = turned.shape
    top, left = int(rows * _MIDDLE), int(columns * _MIDDLE)
    sums = turned[top : rows - top, left : columns - left].sum(axis=1)
    return float(np.square(np.diff(sums)).sum())


def _evened(picture: Image.Image) -> NDArray[np.uint8]:
    """Divide by the paper's own light: shade and dusk are gone, ink stays ink."""
    small = picture.resize(
        (max(picture.width // _SHRUNK, 1), max(picture.height // _SHRUNK, 1)), Image.Resampling.BOX
    )
    light = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(5))
    paper = np.asarray(light.resize(picture.size, Image.Resampling.BILINEAR), dtype=np.float32)
    grey = np.asarray(picture, dtype=np.float32)
    even = grey / np.maximum(paper, _DARKEST) * _PAPER
    return even.clip(0, 255).astype(np.uint8)


def _rehearse() -> None:
    """Open one picture and one page before the worker is shut in: libraries load parts late."""
    picture = Image.linear_gradient("L").convert("RGB")
    photo, paper = io.BytesIO(), io.BytesIO()
    picture.save(photo, "JPEG")
    picture.save(paper, "PDF")
    for content, mime in ((photo.getvalue(), "image/jpeg"), (paper.getvalue(), _PDF)):
        prepare(content, mime, Bagian.SELURUH)
