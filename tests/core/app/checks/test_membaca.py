"""The line of doctor about reading papers: information, whatever it finds."""

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.app import doctor
from core.app.checks.check import Tempat, Temuan, find
from core.app.checks.membaca import READING
from core.settings import load


@pytest.fixture
def look(config: Path, tmp_path: Path) -> Callable[[str], Tempat]:
    """Return a maker of a place whose PATH holds a program of that name, or nothing."""

    def place(script: str) -> Tempat:
        folder = tmp_path / "bin"
        folder.mkdir()
        if script:
            program = folder / "tesseract"
            program.write_text(f"#!/bin/sh\nPATH={os.defpath}\n{script}\n")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return Tempat(load(config), {"PATH": str(folder)}, lambda: datetime.now(UTC))

    return place


async def found(tempat: Tempat) -> Temuan:
    one = await find(READING, tempat)
    assert one.baik, "it is no fault"
    assert not one.wajib
    return one


async def test_a_machine_without_tesseract_is_well(look: Callable[[str], Tempat]) -> None:
    line = doctor.line(await found(look("")))
    assert line.startswith("✓ pembaca foto (Tesseract): tidak terpasang")
    assert "apt-get install tesseract-ocr tesseract-ocr-ind" in line


async def test_one_that_knows_indonesian_is_named(look: Callable[[str], Tempat]) -> None:
    one = await found(look("echo 'List of languages (2):'; echo eng; echo ind"))
    assert one.kalimat.startswith("terpasang; NIK")


async def test_one_without_indonesian_is_told_apart(look: Callable[[str], Tempat]) -> None:
    one = await found(look("echo 'List of languages (1):'; echo eng"))
    assert "tanpa bahasa Indonesia" in one.kalimat


async def test_one_that_fails_is_no_trouble(look: Callable[[str], Tempat]) -> None:
    assert "tanpa bahasa Indonesia" in (await found(look("exit 3"))).kalimat
