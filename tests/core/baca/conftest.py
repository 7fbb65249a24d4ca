"""A reader, where there is one to be had: the tests over the real program need Debian's
tesseract-ocr and tesseract-ocr-ind, which `./adminduk test` installs."""

import os
import stat
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from core.baca import Mesin, installed
from core.berkas import LimitedWorker

MakeProgram = Callable[[str], Mesin]


@pytest.fixture
def mesin() -> Mesin:
    """The real program."""
    found = installed()
    if found is None:
        pytest.skip("tesseract is not installed")
    return found


@pytest.fixture
async def worker() -> AsyncIterator[LimitedWorker]:
    """A worker with time: the machine may be slow."""
    one = LimitedWorker(detik=90)
    yield one
    one.close()


@pytest.fixture
def program(tmp_path: Path) -> MakeProgram:
    """Return a maker of programs that stand in for Tesseract: a line of shell."""

    def make(script: str) -> Mesin:
        path = tmp_path / "tesseract"
        path.write_text(f"#!/bin/sh\nPATH={os.defpath}\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return Mesin(str(path))

    return make
