"""The content decides what a file is; every refusal tells the citizen how to go on."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.berkas import Diterima, Ditolak, too_large, words
from core.berkas.pemeriksa import inspect
from tests.core.berkas.conftest import Gambar

MB = 1024 * 1024
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


@pytest.mark.parametrize("ukuran", [None, 0, 1, 10 * MB])
def test_a_size_that_fits_is_not_refused(ukuran: int | None) -> None:
    assert too_large(ukuran) is None


@pytest.mark.parametrize(
    ("ukuran", "shown"), [(10 * MB + 1, "10,1 MB"), (20 * MB + 1, "20,1 MB"), (11 * MB, "11,0 MB")]
)
def test_u01_a_file_too_large_is_refused_by_its_declared_size(ukuran: int, shown: str) -> None:
    kalimat = too_large(ukuran)
    assert kalimat is not None
    assert "terlalu besar" in kalimat
    assert shown in kalimat
    assert "10 MB" in kalimat


def test_u01_a_file_that_is_larger_than_declared_is_refused_all_the_same() -> None:
    assert inspect(b"\xff\xd8\xff" + b"\0" * (10 * MB)) == Ditolak(words.too_large(10 * MB + 3))


@pytest.mark.parametrize(("isi", "mime"), [(SVG, "image/svg+xml"), (SVG, "image/jpeg")])
def test_u06_a_drawing_in_xml_is_refused(isi: bytes, mime: str) -> None:
    assert inspect(isi, mime) == Ditolak(words.BUKAN_FOTO)


def test_u06_a_web_page_named_png_is_refused() -> None:
    assert inspect(HTML, "image/png") == Ditolak(words.BUKAN_FOTO)


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"Rar!\x1a\x07\x01\0", words.ARSIP),
        (b"7z\xbc\xaf\x27\x1c", words.ARSIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", words.ARSIP),
        (b"\x1f\x8b\x08\0 a sticker of Telegram", words.ARSIP),
        (b"MZ\x90\0", words.BUKAN_FOTO),
        (b"\0\0\0\x20ftypisom", words.VIDEO),
        (b"\x1aE\xdf\xa3", words.VIDEO),
        (b"BM" + b"\0" * 60, words.BUKAN_FOTO),
        (b"II*\0" + b"\0" * 60, words.BUKAN_FOTO),
        (b"%!PS-Adobe-3.0", words.BUKAN_FOTO),
        (b"KTP saya hilang", words.BUKAN_FOTO),
        (b"\0\0\0\x18ftypheic", words.HEIC),
        (b"\0\0\0\x1cftypmif1", words.HEIC),
        (b"", words.KOSONG),
    ],
)
def test_u10_anything_else_is_refused_with_what_is_allowed(isi: bytes, kalimat: str) -> None:
    assert inspect(isi) == Ditolak(kalimat)
    assert "JPG" in kalimat
    assert "PDF" in kalimat


def test_u10_u11_an_archive_is_refused_whatever_it_calls_itself(arsip: bytes) -> None:
    assert inspect(arsip, "application/pdf") == Ditolak(words.ARSIP)
    assert inspect(arsip, "image/jpeg") == Ditolak(words.ARSIP)


@pytest.mark.parametrize("mime", ["", "image/jpeg", "text/html", "application/x-msdownload"])
def test_u14_the_content_decides_not_the_declared_type(
    gambar: Gambar, pdf: Callable[..., bytes], mime: str
) -> None:
    paper, picture = inspect(pdf(1), mime), inspect(gambar("PNG"), mime)
    assert isinstance(paper, Diterima)
    assert isinstance(picture, Diterima)
    assert paper.mime == "application/pdf"
    assert picture.mime == "image/jpeg"


SENTENCES = [
    getattr(words, name) for name in dir(words) if name.isupper() and not name.startswith("_")
] + [words.too_large(11 * MB)]


def test_the_walk_found_the_sentences() -> None:
    assert len(SENTENCES) >= 12, "an empty walk proves nothing"


@pytest.mark.parametrize("kalimat", [each for each in SENTENCES if each != words.BOLEH])
def test_a_refusal_says_how_to_go_on_in_plain_indonesian(kalimat: str) -> None:
    assert any(verb in kalimat for verb in ("Kirim", "Foto ", "foto ", "Ambil", "Cetak"))
    assert kalimat.endswith(".")
    assert not any(word in kalimat.lower() for word in ("invalid", "error", "file", "upload"))
    assert len(kalimat) < 400


HEADS = st.sampled_from(
    [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"%PDF-1.7\n"]
)


@settings(max_examples=150, deadline=None)
@given(head=HEADS, body=st.binary(max_size=600), mime=st.text(max_size=20))
def test_no_bytes_break_the_check(head: bytes, body: bytes, mime: str) -> None:
    assert isinstance(inspect(head + body, mime), Diterima | Ditolak)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_u09_a_damaged_paper_is_taken_or_refused_but_never_breaks(
    gambar: Gambar, pdf: Callable[..., bytes], data: st.DataObject
) -> None:
    pictures = [gambar(kind, (640, 400)) for kind in ("JPEG", "PNG", "WEBP")]
    whole = data.draw(st.sampled_from([*pictures, pdf(2)]))
    spoilt = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[place] = data.draw(st.integers(0, 255))
    assert isinstance(inspect(bytes(spoilt)), Diterima | Ditolak)
