"""The content decides what a file is, never its name or its declared type."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from core.citra.cacat import Cacat
from core.citra.mata import look

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


@pytest.mark.parametrize(
    ("isi", "mime"), [(SVG, "image/svg+xml"), (SVG, "image/jpeg"), (HTML, "image/png")]
)
def test_u06_a_drawing_in_xml_and_a_web_page_are_refused(isi: bytes, mime: str) -> None:
    assert look(isi, mime).cacat == (Cacat.HALAMAN_WEB,)


@pytest.mark.parametrize(
    ("isi", "fault"),
    [
        (b"Rar!\x1a\x07\x01\0", Cacat.ARSIP),
        (b"7z\xbc\xaf\x27\x1c", Cacat.ARSIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Cacat.ARSIP),
        (b"\x1f\x8b\x08\0 a sticker of Telegram", Cacat.ARSIP),
        (b"MZ\x90\0", Cacat.BUKAN_FOTO),
        (b"\0\0\0\x20ftypisom", Cacat.BERGERAK),
        (b"\x1aE\xdf\xa3", Cacat.BERGERAK),
        (b"BM" + b"\0" * 60, Cacat.BUKAN_FOTO),
        (b"II*\0" + b"\0" * 60, Cacat.BUKAN_FOTO),
        (b"%!PS-Adobe-3.0", Cacat.BUKAN_FOTO),
        (b"KTP saya hilang", Cacat.BUKAN_FOTO),
        (b"\0\0\0\x18ftypheic", Cacat.RUSAK),
        (b"\0\0\0\x1cftypmif1", Cacat.RUSAK),
    ],
)
def test_u10_anything_else_is_refused_by_its_code(isi: bytes, fault: Cacat) -> None:
    assert look(isi, "").cacat == (fault,)


@pytest.mark.parametrize("mime", ["application/pdf", "image/jpeg"])
def test_u10_u11_an_archive_is_refused_whatever_it_calls_itself(mime: str) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 1_000_000)
    assert look(out.getvalue(), mime).cacat == (Cacat.ARSIP,)


@pytest.mark.parametrize("mime", ["", "image/jpeg", "text/html", "application/x-msdownload"])
def test_u14_the_content_decides_not_the_declared_type(
    surat: Image.Image, tulis: Callable[..., bytes], pdf: Callable[..., bytes], mime: str
) -> None:
    paper, picture = look(pdf(1), mime).bersih, look(tulis(surat, "PNG"), mime).bersih
    assert paper is not None
    assert picture is not None
    assert (paper.mime, picture.mime) == ("application/pdf", "image/jpeg")


@pytest.mark.parametrize(
    "isi",
    [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + b"1 0 obj\n<<" * 1000, b"\n%PDF-\0\0\0"],
)
def test_a_broken_pdf_is_refused(isi: bytes) -> None:
    assert look(isi, "").cacat == (Cacat.PDF_RUSAK,)
