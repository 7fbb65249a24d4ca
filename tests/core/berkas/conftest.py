"""Papers for the tests: real ones, broken ones and hostile ones, all made here."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from PIL import Image

Gambar = Callable[..., bytes]


@pytest.fixture(scope="session")
def gambar() -> Gambar:
    """Make a picture: gambar("JPEG", (800, 600), **options of the writer)."""

    def make(
        format: str = "JPEG",  # noqa: A002
        size: tuple[int, int] = (1280, 960),
        mode: str = "RGB",
        color: float | tuple[float, ...] | str = "grey",
        **options: Any,
    ) -> bytes:
        out = io.BytesIO()
        Image.new(mode, size, color).save(out, format, **options)
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """Make a PDF of so many pages; `change` may spoil it before it is written."""

    def make(
        pages: int = 1,
        change: Callable[[pikepdf.Pdf], object] = lambda _: None,
        **options: Any,
    ) -> bytes:
        out = io.BytesIO()
        with pikepdf.new() as paper:
            for _ in range(pages):
                paper.add_blank_page(page_size=(595, 842))
                paper.pages[-1].obj.Contents = paper.make_stream(b"0 0 100 100 re f")
            change(paper)
            paper.save(out, **options)
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def arsip() -> bytes:
    """A zip, which is also what a docx, an xlsx and an apk are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 1_000_000)
    return out.getvalue()
