"""Prints deeds and statements in a test."""

from pathlib import Path
from types import SimpleNamespace

import jinja2
import segno
from markupsafe import Markup

import plugins.akta
from delivery.render_worker import to_pdf
from plugins.akta.halaman import HalamanAkta
from plugins.akta.surat import HalamanSPTJM

FOLDER = Path(plugins.akta.__file__).parent
ALAMAT = "https://dukcapil.contoh.id/v"
_QR = segno.make(f"{ALAMAT}/0123456789abcdefghjkmnpqrs", error="m")


def printed(
    isi: HalamanAkta | HalamanSPTJM, *, contoh: bool = False, pratinjau: bool = False
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
    templat = "akta.html" if isinstance(isi, HalamanAkta) else "sptjm.html"
    return to_pdf(pages.get_template(templat).render(isi=isi, cetak=cetak))
