"""Reads what came out: the words on a PDF's pages."""

import pypdfium2


def text_of(pdf: bytes) -> str:
    """Return the text of all pages, one space between words."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())
