"""Pictures: what is refused by the header, and what a copy no longer holds."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.berkas import Diterima
from core.citra.cacat import Cacat
from core.citra.mata import look

Gambar = Callable[..., bytes]


def accepted(isi: bytes) -> tuple[Diterima, Image.Image]:
    hasil = look(isi, "").bersih
    assert hasil is not None
    copy = Image.open(io.BytesIO(hasil.isi))
    copy.load()
    return hasil, copy


@pytest.fixture(scope="session")
def gambar() -> Gambar:
    """Make a picture: gambar("JPEG", (800, 600), **options of the writer)."""

    def make(
        format: str = "JPEG",  # noqa: A002 - Pillow's own word
        size: tuple[int, int] = (1280, 960),
        mode: str = "RGB",
        color: float | tuple[float, ...] | str = "grey",
        **options: Any,
    ) -> bytes:
        out = io.BytesIO()
        Image.new(mode, size, color).save(out, format, **options)
        return out.getvalue()

    return make


def faults(isi: bytes) -> tuple[Cacat, ...]:
    return look(isi, "").cacat


@pytest.mark.parametrize(
    ("format", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("WEBP", "RGB"),
        ("WEBP", "RGBA"),
    ],
)
def test_every_kind_of_photo_becomes_a_jpeg(gambar: Gambar, format: str, mode: str) -> None:  # noqa: A002
    hasil, copy = accepted(gambar(format, (1280, 960), mode, 0))
    assert (hasil.mime, copy.format, copy.mode) == ("image/jpeg", "JPEG", "RGB")
    assert (hasil.lebar, hasil.tinggi) == copy.size == (1280, 960)


def test_a_large_photo_is_made_smaller_and_keeps_its_shape(gambar: Gambar) -> None:
    hasil, copy = accepted(gambar("JPEG", (6000, 3000)))
    assert (hasil.lebar, hasil.tinggi) == copy.size == (2400, 1200)


def test_a_small_photo_is_never_made_larger(gambar: Gambar) -> None:
    assert accepted(gambar("PNG", (640, 400)))[1].size == (640, 400)


def test_transparency_becomes_white_paper(gambar: Gambar) -> None:
    _, copy = accepted(gambar("PNG", (800, 600), "RGBA", (0, 0, 0, 0)))
    assert copy.getpixel((10, 10)) == (255, 255, 255)


def test_a_scan_of_16_bits_keeps_its_greys(gambar: Gambar) -> None:
    _, copy = accepted(gambar("PNG", (800, 600), "I;16", 0x8000))
    dot = copy.getpixel((10, 10))
    assert isinstance(dot, tuple)
    assert abs(dot[0] - 128) <= 2


def test_a_sideways_photo_is_turned_upright(gambar: Gambar) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert accepted(gambar("JPEG", (1280, 960), exif=exif))[1].size == (960, 1280)


def test_u08_the_place_and_the_camera_are_gone(gambar: Gambar) -> None:
    exif = Image.Exif()
    exif[0x010F] = "KAMERA-RAHASIA"
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (6.0, 48.0, 12.0)
    isi = gambar("JPEG", exif=exif, comment=b"CATATAN-RAHASIA", icc_profile=b"PROFIL-RAHASIA")
    assert b"KAMERA-RAHASIA" in isi
    assert b"CATATAN-RAHASIA" in isi
    hasil, copy = accepted(isi)
    assert b"RAHASIA" not in hasil.isi
    assert not copy.getexif()
    assert not copy.getexif().get_ifd(0x8825)


def test_u08_text_inside_a_png_is_gone(gambar: Gambar) -> None:
    text = PngInfo()
    text.add_text("Comment", "CATATAN-RAHASIA")
    text.add_itxt("XML:com.adobe.xmp", "<x>XMP-RAHASIA</x>")
    hasil, copy = accepted(gambar("PNG", pnginfo=text))
    assert b"RAHASIA" not in hasil.isi
    assert "comment" not in copy.info


def test_a_phones_double_picture_gives_its_first(gambar: Gambar) -> None:
    out = io.BytesIO()
    first, second = Image.new("RGB", (1280, 960), "white"), Image.new("RGB", (1280, 960), "black")
    first.save(out, "MPO", save_all=True, append_images=[second])
    _, copy = accepted(out.getvalue())
    assert copy.getpixel((5, 5)) == (255, 255, 255)


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that promises so many dots and holds almost none."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 100)
    chunks = (head, body, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each))
        for each in chunks
    )


@pytest.mark.parametrize("size", [(20000, 20000), (9000, 9000), (6400, 6251), (2**31 - 1, 1)])
def test_u03_too_many_dots_are_refused_by_the_header(size: tuple[int, int]) -> None:
    assert faults(png_header(*size)) == (Cacat.TERLALU_LEBAR,)


def test_u03_the_largest_allowed_picture_passes_the_header(gambar: Gambar) -> None:
    assert faults(png_header(6400, 6250)) == (Cacat.TERPUTUS,)
    accepted(gambar("PNG", (6400, 6250), "1", 0))


@pytest.mark.parametrize("format", ["WEBP", "PNG"])
def test_u05_an_animation_is_refused(format: str) -> None:  # noqa: A002
    out = io.BytesIO()
    frames = [Image.new("RGB", (700, 700), (shade, 0, 0)) for shade in range(20)]
    frames[0].save(out, format, save_all=True, append_images=frames[1:])
    assert faults(out.getvalue()) == (Cacat.BERGERAK,)


def test_u05_a_gif_is_refused(gambar: Gambar) -> None:
    assert faults(gambar("GIF", (700, 700), "P", 0)) == (Cacat.BERGERAK,)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.95])
def test_u09_a_picture_cut_short_is_refused(gambar: Gambar, format: str, kept: float) -> None:  # noqa: A002
    noise = io.BytesIO()
    Image.effect_noise((900, 900), 80).convert("RGB").save(noise, format)
    isi = noise.getvalue()
    (fault,) = faults(isi[: int(len(isi) * kept)])
    assert fault in (Cacat.RUSAK, Cacat.TERPUTUS)


def test_u09_a_png_with_a_wrong_checksum_is_refused(gambar: Gambar) -> None:
    isi = bytearray(gambar("PNG"))
    place = isi.index(b"IDAT") + 10
    isi[place] ^= 0xFF
    assert faults(bytes(isi)) == (Cacat.RUSAK,)


def test_u09_a_text_that_unpacks_to_a_gigabyte_is_refused(gambar: Gambar) -> None:
    isi = gambar("PNG")
    bomb = b"zTXtk\0\0" + zlib.compress(b"\0" * 80_000_000, 9)
    chunk = struct.pack(">I", len(bomb) - 4) + bomb + struct.pack(">I", zlib.crc32(bomb))
    assert faults(isi[:33] + chunk + isi[33:]) == (Cacat.RUSAK,)
