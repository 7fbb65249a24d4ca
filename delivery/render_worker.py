"""What runs inside a render worker: HTML to PDF, a page of a PDF to PNG. It opens no address.

Only ``delivery.render`` calls it, by name, in another process.
"""

import hashlib
import io
import multiprocessing
import os
import resource
import threading
from typing import NoReturn

import pypdfium2
import weasyprint
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from delivery.fonts import EXPECTED, embedded
from delivery.lint import check_pdf
from delivery.render import FontMissing, RenderFailed

MEMORY_BYTES = 512 * 1024 * 1024
"""Address space. Cards, their lint and wide pictures took 411 MB of it, 130 MB resident."""
# A relative address becomes one under this host: refused loudly instead of dropped silently.
NOWHERE = "http://tolak.invalid/"
# A page of the officer's own PDF may be a metre high.
PICTURE_HEIGHT = 4000

ADDRESS_REFUSED = "the page asks for an outside address"
FONT_MISSING = "Fon Liberation Sans tidak terpasang: pasang paket fonts-liberation."
FIRST_PAGE = "<body style=\"font-family:'Liberation Sans'\"><p>Siap <b>siap</b></p>"


class NoAddress(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Refuses every address, data: included. WeasyPrint's own fetcher would embed local files."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = False

    def fetch(self, url: str, headers: object = None) -> NoReturn:
        """Refuse, and remember it: inside inline SVG WeasyPrint swallows even the fatal error."""
        self.asked = True
        raise FatalURLFetchingError("a page may hold inline SVG and CSS only")


def begin() -> None:
    """Bound the process's memory and tie its life to the parent's."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    threading.Thread(target=_die_with_parent, daemon=True).start()


def warm_up() -> int:
    """Make a first page and picture; answer the process id, by which the parent may end us.

    Raises FontMissing: no citizen shall get a card that is set in another font (FAULTS S17).
    """
    pdf = to_pdf(FIRST_PAGE)
    if EXPECTED - embedded(pdf):
        raise FontMissing(FONT_MISSING)
    to_png(pdf, 0, 100)
    return os.getpid()


def to_pdf(html: str) -> bytes:
    """Make the PDF. No clock and no chance: its identifier is the hash of the page."""
    identifier = hashlib.sha256(html.encode()).hexdigest()[:32].encode()
    fetcher = NoAddress()
    try:
        page = weasyprint.HTML(string=html, base_url=NOWHERE, url_fetcher=fetcher)
        pdf: bytes = page.write_pdf(pdf_identifier=identifier)
    except FatalURLFetchingError:
        raise RenderFailed(ADDRESS_REFUSED) from None
    except MemoryError:
        raise RenderFailed("the page needs more memory than a worker has") from None
    if fetcher.asked:
        raise RenderFailed(ADDRESS_REFUSED)
    return pdf


def to_png(pdf: bytes, page: int, width: int) -> bytes:
    """Draw one page as PNG, ``width`` pixels wide, or less when it would be too high."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            sheet = document[page]
            scale = min(width / sheet.get_width(), PICTURE_HEIGHT / sheet.get_height())
            image = sheet.render(scale=scale).to_pil()
    except (pypdfium2.PdfiumError, IndexError, ZeroDivisionError) as cause:
        raise RenderFailed(f"page {page} of the PDF cannot be drawn") from cause
    png = io.BytesIO()
    image.save(png, "PNG")
    return png.getvalue()


def to_texts(pdf: bytes) -> list[str]:
    """Read the text of every page."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return [sheet.get_textpage().get_text_bounded() for sheet in document]
    except pypdfium2.PdfiumError as cause:
        raise RenderFailed("the PDF cannot be read") from cause


def check(pdf: bytes, pages: range | None, allowed_uri_prefix: str | None) -> None:
    """Look at a PDF with the lint."""
    check_pdf(pdf, pages=pages, allowed_uri_prefix=allowed_uri_prefix)


def _die_with_parent() -> None:
    """Wait for the parent's end: a parent that is killed takes nobody along (TECH.md 4)."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
