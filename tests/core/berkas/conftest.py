"""Papers for the tests: real ones, broken ones and hostile ones, all made here."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest


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
