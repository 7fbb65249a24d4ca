"""Opens a PDF: counts its pages, writes it anew without what acts, and draws its first page."""

from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageStat

from core.berkas import words
from core.berkas.aturan import MAX_PAGES
from core.berkas.hasil import Diterima, Ditolak
from core.berkas.pdf import rewrite_pdf
from core.citra.ambang import AMBANG
from core.citra.cacat import Cacat

_LONG_SIDE = 2000
_GLANCE = 300
_POINTS_MIN = 1.0
_REFUSED = {
    words.PDF_TERKUNCI: Cacat.PDF_TERKUNCI,
    words.PDF_TEBAL: Cacat.PDF_TEBAL,
    words.PDF_BERISI: Cacat.PDF_BERISI,
    words.RUSAK: Cacat.PDF_KOSONG,
}


@dataclass(frozen=True)
class Lembar:
    """A clean PDF and what its first page looks like."""

    bersih: Diterima
    gambar: Image.Image


def open_pdf(content: bytes) -> Lembar | Cacat:
    """Return a clean copy of at most ten pages with its first page drawn, or its fault."""
    try:
        clean = rewrite_pdf(content)
        if isinstance(clean, Ditolak):
            return _REFUSED.get(clean.kalimat, Cacat.TERLALU_BESAR)
        # Only what we wrote anew is drawn: nothing of it acts.
        document = pypdfium2.PdfDocument(clean.isi)
        try:
            first = _drawn(document, 0, _LONG_SIDE)
            if all(_is_blank(each) for each in _pages(document, first)):
                return Cacat.PDF_KOSONG
        finally:
            document.close()
        return Lembar(clean, first)
    except MemoryError:
        return Cacat.TERLALU_RUMIT
    except Exception:
        # Whatever the two readers raise on hostile bytes; their messages quote them.
        return Cacat.PDF_RUSAK


def _pages(document: pypdfium2.PdfDocument, first: Image.Image) -> list[Image.Image]:
    """Return pages until one has something on it."""
    seen = [first]
    for page in range(1, min(len(document), MAX_PAGES)):
        if not _is_blank(seen[-1]):
            break
        seen.append(_drawn(document, page, _GLANCE))
    return seen


def _drawn(document: pypdfium2.PdfDocument, page: int, long_side: int) -> Image.Image:
    """Draw one page, however large it says it is."""
    paper = document[page]
    scale = long_side / max(*paper.get_size(), _POINTS_MIN)
    bitmap = paper.render(scale=scale, may_draw_forms=False)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    paper.close()
    return picture


def _is_blank(picture: Image.Image) -> bool:
    return ImageStat.Stat(picture.convert("L")).stddev[0] < AMBANG.polos_pdf
