"""Prints the letters in a test, and reads back where every letter stands."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pypdfium2
import segno
from markupsafe import Markup
from pydantic import BaseModel

import plugins.pindah
from delivery.render_worker import to_pdf

FOLDER = Path(plugins.pindah.__file__).parent
ALAMAT = "https://dukcapil.contoh.id/v"
MM = 25.4 / 72
_QR = segno.make(f"{ALAMAT}/0123456789abcdefghjkmnpqrs", error="m")


def printed(
    isi: BaseModel,
    *,
    contoh: bool = False,
    pratinjau: bool = False,
    templat: str = "skpwni.html",
) -> bytes:
    """Make the PDF as core.issuing does: autoescape, and nothing undefined."""
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined
    )
    cetak = SimpleNamespace(
        contoh=contoh,
        pratinjau=pratinjau,
        qr_svg=None if pratinjau else Markup(_QR.svg_inline(omitsize=True, border=4)),
        alamat_verifikasi=None if pratinjau else ALAMAT,
        catatan_tte="Ditandatangani dengan sertifikat percobaan.",
    )
    return to_pdf(pages.get_template(templat).render(isi=isi, cetak=cetak))


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


def words_of(letters: list[Huruf]) -> str:
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
