"""Uploads for the tests: good ones, spoiled ones and hostile ones, all made here."""

import io
from collections.abc import AsyncIterator, Callable
from typing import Any

import numpy as np
import pikepdf
import pillow_heif
import pytest
from PIL import Image

from benchmarks.citra.lembaran import police_letter
from core.berkas import LimitedWorker
from core.citra import Pemeriksa

SECONDS = 90
Tulis = Callable[..., bytes]


@pytest.fixture(scope="session")
def surat() -> Image.Image:
    """A letter on a brown table, as a good phone sees it."""
    sheet = police_letter(np.random.default_rng(7)).gambar.resize((840, 1188))
    photo = Image.new("RGB", (960, 1280), (120, 84, 60))
    photo.paste(sheet, (60, 46))
    return photo


@pytest.fixture(scope="session")
def tulis() -> Tulis:
    """Write a picture as a file: tulis(picture, "JPEG", **options)."""
    pillow_heif.register_heif_opener()

    def write(picture: Image.Image, name: str = "JPEG", **options: Any) -> bytes:
        out = io.BytesIO()
        picture.save(out, name, **options)
        return out.getvalue()

    return write


@pytest.fixture(scope="session")
def pdf(surat: Image.Image, tulis: Tulis) -> Callable[..., bytes]:
    """Make a PDF of so many pages, each with the letter on it, or blank."""
    photo = tulis(surat, "JPEG", quality=85)

    def make(pages: int = 1, *, blank: bool = False, **options: Any) -> bytes:
        out = io.BytesIO()
        with pikepdf.new() as paper:
            for _ in range(pages):
                page = paper.add_blank_page(page_size=(595, 793))
                if not blank:
                    image = paper.make_stream(photo)
                    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
                    image.Width, image.Height, image.BitsPerComponent = 960, 1280, 8
                    image.ColorSpace, image.Filter = (
                        pikepdf.Name.DeviceRGB,
                        pikepdf.Name.DCTDecode,
                    )
                    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
                    page.obj.Contents = paper.make_stream(b"595 0 0 793 0 0 cm /I Do")
            paper.save(out, **options)
        return out.getvalue()

    return make


@pytest.fixture
async def pemeriksa() -> AsyncIterator[Pemeriksa]:
    made = Pemeriksa(LimitedWorker(detik=SECONDS), cpu_seconds=SECONDS)
    yield made
    made.close()
