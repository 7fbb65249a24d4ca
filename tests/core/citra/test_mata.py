"""Each hostile file and each fault, as the eyes see it, without the worker around them."""

import io
import zipfile
import zlib
from collections.abc import Callable

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFilter

from core.citra.cacat import Berat, Cacat
from core.citra.jejak import Jejak, is_same
from core.citra.mata import look

Tulis = Callable[..., bytes]


def faults(content: bytes, mime: str = "image/jpeg", *, kertas: bool = True) -> tuple[Cacat, ...]:
    return look(content, mime, kertas).cacat


def bomb() -> bytes:
    """A PNG of 81 million dots in a few kilobytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    size = (9000).to_bytes(4, "big") * 2
    rows = zlib.compress(b"\0" * (9000 // 8 + 1) * 9000)
    head = chunk(b"IHDR", size + b"\x01\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "a")
    return out.getvalue()


def test_a_good_photo_has_no_fault_and_a_clean_copy(surat: Image.Image, tulis: Tulis) -> None:
    found = look(tulis(surat, quality=88), "image/jpeg")
    assert found.cacat == ()
    assert found.utama is None
    assert found.bersih is not None
    assert (found.bersih.mime, found.bersih.lebar) == ("image/jpeg", 960)


# --- what is not opened, or not kept ---


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Cacat.KOSONG),
        (b"\xff\xd8\xff" + b"\0" * (10 * 1024 * 1024), Cacat.TERLALU_BESAR),
        (b"halo, ini teks biasa", Cacat.BUKAN_FOTO),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Cacat.HALAMAN_WEB),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><script>1</script>", Cacat.HALAMAN_WEB),
        ("<?xml version='1.0'?><svg/>".encode("utf-16"), Cacat.HALAMAN_WEB),
        (zipped(), Cacat.ARSIP),
        (b"\x00\x00\x00\x18ftypmp42" + b"\0" * 64, Cacat.BERGERAK),
        (bomb(), Cacat.TERLALU_LEBAR),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, Cacat.RUSAK),
        (b"%PDF-1.7\n1 0 obj << /Type", Cacat.PDF_RUSAK),
    ],
    ids=lambda value: value.value if isinstance(value, Cacat) else "",
)
def test_what_cannot_be_a_paper_is_refused_by_its_own_code(content: bytes, fault: Cacat) -> None:
    found = look(content, "image/jpeg")
    assert found.cacat == (fault,)
    assert found.keras
    assert found.bersih is None


def test_a_single_dot_is_refused(tulis: Tulis) -> None:
    assert faults(tulis(Image.new("RGB", (1, 1)))) == (Cacat.TITIK,)


def test_half_a_photo_is_refused(surat: Image.Image, tulis: Tulis) -> None:
    whole = tulis(surat)
    assert faults(whole[: len(whole) // 2]) == (Cacat.TERPUTUS,)


@pytest.mark.parametrize("name", ["GIF", "PNG", "WEBP"])
def test_a_moving_picture_is_refused(tulis: Tulis, name: str) -> None:
    frames = [Image.new("RGB", (900, 900), each) for each in ("red", "blue")]
    moving = tulis(frames[0], name, save_all=True, append_images=frames[1:])
    assert faults(moving) == (Cacat.BERGERAK,)


@pytest.mark.parametrize(
    "tail",
    [zipped(), b"<html><body>", b"%PDF-1.4 trailer startxref 0 %%EOF", b"<?php system(1);"],
    ids=["zip", "html", "pdf", "php"],
)
def test_a_photo_that_is_another_file_as_well_is_refused(
    surat: Image.Image, tulis: Tulis, tail: bytes
) -> None:
    assert faults(tulis(surat) + tail) == (Cacat.GANDA,)


def test_a_photo_with_a_short_film_behind_it_is_a_photo(surat: Image.Image, tulis: Tulis) -> None:
    found = look(tulis(surat) + b"\x00\x00\x00\x18ftypmp42" + b"film" * 99, "image/jpeg")
    assert found.cacat == ()
    assert found.bersih is not None
    assert b"film" not in found.bersih.isi


# --- PDF ---


def test_a_scanned_pdf_is_taken_and_its_pages_are_counted(pdf: Callable[..., bytes]) -> None:
    found = look(pdf(3), "application/pdf")
    assert found.cacat == ()
    assert found.bersih is not None
    assert (found.bersih.mime, found.bersih.halaman) == ("application/pdf", 3)
    assert found.jejak.rupa is not None


def test_a_locked_pdf_is_refused(pdf: Callable[..., bytes]) -> None:
    lock = pikepdf.Encryption(owner="a", user="b")
    assert faults(pdf(encryption=lock)) == (Cacat.PDF_TERKUNCI,)


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_an_empty_pdf_is_refused(pdf: Callable[..., bytes], pages: int) -> None:
    assert faults(pdf(pages, blank=True)) == (Cacat.PDF_KOSONG,)


def test_a_thick_pdf_is_refused(pdf: Callable[..., bytes]) -> None:
    assert faults(pdf(11, blank=True)) == (Cacat.PDF_TEBAL,)


def test_a_pdf_that_is_an_archive_as_well_is_refused(pdf: Callable[..., bytes]) -> None:
    assert faults(pdf() + zipped()) == (Cacat.GANDA,)


def test_a_blurred_scan_in_a_pdf_is_seen(surat: Image.Image, tulis: Tulis) -> None:
    blurred = tulis(surat.filter(ImageFilter.GaussianBlur(7)), "PDF")
    assert faults(blurred) == (Cacat.KABUR,)


# --- what a clean copy lacks ---


def test_place_and_camera_are_gone_and_the_photo_stands_upright(
    surat: Image.Image, tulis: Tulis
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "RAHASIA"
    exif.get_ifd(0x8825)[2] = (6.0, 48.0, 0.0)
    found = look(tulis(surat, exif=exif, comment=b"RAHASIA"), "image/jpeg")
    assert found.bersih is not None
    assert (found.bersih.lebar, found.bersih.tinggi) == (1280, 960)
    assert b"RAHASIA" not in found.bersih.isi
    assert not Image.open(io.BytesIO(found.bersih.isi)).getexif()


def test_a_photo_of_an_iphone_becomes_a_jpeg(surat: Image.Image, tulis: Tulis) -> None:
    found = look(tulis(surat, "HEIF", quality=70), "image/heic")
    assert found.cacat == ()
    assert found.bersih is not None
    assert found.bersih.isi.startswith(b"\xff\xd8\xff")


# --- what an officer could not read ---


def spoiled(surat: Image.Image, fault: Cacat) -> Image.Image:
    """Spoil the letter so that one thing is wrong with it."""
    rng = np.random.default_rng(3)
    match fault:
        case Cacat.KABUR:
            return surat.filter(ImageFilter.GaussianBlur(6))
        case Cacat.GELAP:
            return surat.point(lambda dot: dot * 0.15)
        case Cacat.KECIL:
            return surat.resize((360, 480))
        case Cacat.POLOS:
            return Image.new("RGB", (960, 1280), (180, 180, 178))
        case Cacat.BERBINTIK:
            grain = rng.normal(0, 70, (1280, 960, 1))
            dots = np.clip(np.asarray(surat, dtype=np.float32) * 0.6 + 50 + grain, 0, 255)
            return Image.fromarray(dots.astype(np.uint8))
        case Cacat.TERPOTONG:
            return surat.crop((0, 0, 760, 1280))
        case Cacat.SILAU:
            lamp = Image.new("L", surat.size)
            ImageDraw.Draw(lamp).ellipse((320, 460, 660, 760), fill=255)
            dim = surat.point(lambda dot: dot * 0.8)
            white = Image.new("RGB", surat.size, "white")
            return Image.composite(white, dim, lamp.filter(ImageFilter.GaussianBlur(14)))
        case _:
            raise AssertionError(fault)


SOFT = [each for each in Cacat if each.berat is Berat.LUNAK and each is not Cacat.SAMA]


@pytest.mark.parametrize("fault", SOFT, ids=lambda each: each.value)
def test_what_cannot_be_read_is_asked_for_again_but_can_be_kept(
    surat: Image.Image, tulis: Tulis, fault: Cacat
) -> None:
    found = look(tulis(spoiled(surat, fault), quality=88), "image/jpeg")
    assert found.utama is fault
    assert not found.keras
    assert found.bersih is not None


def test_of_a_portrait_no_writing_is_asked(surat: Image.Image, tulis: Tulis) -> None:
    assert faults(tulis(spoiled(surat, Cacat.KABUR)), kertas=False) == ()


# --- the same picture ---


def test_the_same_picture_is_known_after_a_messenger_squeezed_it(
    surat: Image.Image, tulis: Tulis
) -> None:
    first = look(tulis(surat, quality=92), "").jejak
    again = look(tulis(surat.resize((720, 960)), quality=60), "").jejak
    assert first.sidik != again.sidik
    assert is_same(again, [first])


def test_another_angle_is_another_picture(surat: Image.Image, tulis: Tulis) -> None:
    first = look(tulis(surat), "").jejak
    other = look(tulis(surat.rotate(6, fillcolor=(120, 84, 60))), "").jejak
    assert not is_same(other, [first])


def test_without_looks_only_the_bytes_count() -> None:
    assert is_same(Jejak("a"), [Jejak("a", 1)])
    assert not is_same(Jejak("b"), [Jejak("a")])
