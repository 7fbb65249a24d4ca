"""Reads back where every letter of a printed page stands."""

from dataclasses import dataclass

import pypdfium2

MM = 25.4 / 72


@dataclass(frozen=True)
class Huruf:
    """A letter on the page, in millimetres from its top left corner."""

    apa: str
    kiri: float
    kanan: float
    atas: float
    bawah: float


def sheets_of(pdf: bytes) -> list[list[Huruf]]:
    """Give the letters of every sheet, in the order in which they were set."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_letters(document[nomor]) for nomor in range(len(document))]


def letters_of(pdf: bytes) -> list[Huruf]:
    """Give the letters of a page that has one sheet."""
    sheets = sheets_of(pdf)
    assert len(sheets) == 1, f"{len(sheets)} sheets"
    return sheets[0]


def words_of(letters: list[Huruf]) -> str:
    """Give the letters without the room between them."""
    return "".join(huruf.apa for huruf in letters)


def _letters(page: pypdfium2.PdfPage) -> list[Huruf]:
    tinggi, teks = page.get_height(), page.get_textpage()
    letters = []
    for nomor in range(teks.count_chars()):
        # PDFium calls a dash at the end of a line a soft hyphen.
        apa = teks.get_text_range(nomor, 1).replace("\ufffe", "-")
        if apa.strip():
            kiri, bawah, kanan, atas = teks.get_charbox(nomor)
            y = ((tinggi - atas) * MM, (tinggi - bawah) * MM)
            letters.append(Huruf(apa, kiri * MM, kanan * MM, *y))
    return letters
