"""Prints the family card in a test, and reads back where every letter stands."""

import ctypes
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pypdfium2
import segno
from markupsafe import Markup
from pypdfium2 import raw

import plugins.kk
from core.api import Keluarga
from delivery.render_worker import to_pdf
from plugins.kk.halaman import HalamanKK, family_card
from plugins.kk.surat import HalamanSPTJM
from tests.plugins.kk.contoh import HARI_INI, KANTOR

FOLDER = Path(plugins.kk.__file__).parent
ALAMAT = "https://dukcapil.contoh.id/v"
_QR = segno.make(f"{ALAMAT}/0123456789abcdefghjkmnpqrs", error="m")


def page_of(keluarga: Keluarga) -> HalamanKK:
    return family_card(keluarga, KANTOR, HARI_INI)


def printed(
    isi: HalamanKK | HalamanSPTJM, *, contoh: bool = False, pratinjau: bool = False
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
    templat = "kk.html" if isinstance(isi, HalamanKK) else "sptjm.html"
    return to_pdf(pages.get_template(templat).render(isi=isi, cetak=cetak))


@dataclass(frozen=True)
class Huruf:
    """A letter on the page, in millimetres from its top left corner."""

    apa: str
    kiri: float
    kanan: float
    garis: float
    """Where its line of writing stands."""


def sheets_of(pdf: bytes) -> list[list[Huruf]]:
    """Give the letters of every sheet."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_letters(document[nomor]) for nomor in range(len(document))]


def words_of(letters: list[Huruf]) -> str:
    return "".join(huruf.apa for huruf in letters)


def _letters(page: pypdfium2.PdfPage) -> list[Huruf]:
    mm = 25.4 / 72
    tinggi = page.get_height()
    teks = page.get_textpage()
    letters = []
    for nomor in range(teks.count_chars()):
        # PDFium calls a dash at the end of a line a soft hyphen.
        apa = teks.get_text_range(nomor, 1).replace("\ufffe", "-")
        if not apa.strip():
            continue
        kiri, _, kanan, _ = teks.get_charbox(nomor)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(teks, nomor, x, y)
        letters.append(Huruf(apa, kiri * mm, kanan * mm, round((tinggi - y.value) * mm, 2)))
    return letters
