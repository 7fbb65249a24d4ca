"""The process that reads: limited, and ended whatever happens."""

import asyncio
import os
from pathlib import Path

import pytest

from core.baca import Mesin, installed, languages
from core.baca.lembar import Lembar
from core.baca.mesin import BAHASA, Cara
from tests.core.baca.conftest import MakeProgram

BLANK = Lembar(200, 60, b"\xff" * 12000)


def test_without_the_program_there_is_no_machine(tmp_path: Path) -> None:
    assert installed(str(tmp_path)) is None


async def test_the_real_program_reads_indonesian(mesin: Mesin) -> None:
    assert BAHASA in await languages(mesin)


async def test_an_empty_page_gives_a_table_without_words(mesin: Mesin) -> None:
    table = await mesin.read(BLANK.pgm(), Cara.HALAMAN)
    assert table.startswith("level\t")


async def test_what_is_no_picture_gives_nothing(mesin: Mesin) -> None:
    assert await mesin.read(b"not a picture", Cara.HALAMAN) == ""


async def test_a_program_that_fails_has_read_nothing(program: MakeProgram) -> None:
    assert await program("cat >/dev/null; echo words; exit 1").read(b"x", Cara.ANGKA) == ""


async def test_it_sees_no_environment_of_ours(
    program: MakeProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADMINDUK_RAHASIA", "rahasia")
    seen = await program("cat >/dev/null; env").read(b"x", Cara.ANGKA)
    assert "rahasia" not in seen
    assert "OMP_THREAD_LIMIT=1" in seen


async def test_it_may_write_no_file(program: MakeProgram, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt"
    machine = program(f"cat >/dev/null; (echo data >{spoilt}) 2>/dev/null; echo done")
    assert "done" in await machine.read(b"x", Cara.ANGKA)
    assert not spoilt.exists() or spoilt.stat().st_size == 0


async def test_it_ends_when_nobody_waits_for_it_any_more(
    program: MakeProgram, tmp_path: Path
) -> None:
    told = tmp_path / "pid"
    os.mkfifo(told)
    reading = asyncio.create_task(
        program(f"echo $$ >{told}; exec sleep 600").read(b"x", Cara.ANGKA)
    )
    pid = int((await asyncio.to_thread(told.read_text)).strip())
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_sheet_whose_dots_do_not_fill_it_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fill"):
        Lembar(10, 10, b"")


def test_a_cut_keeps_within_the_sheet() -> None:
    sheet = Lembar(4, 3, bytes(range(12)))
    assert sheet.cut(-5, -5, 50, 50) == sheet
    assert sheet.cut(0, 0, 1, 1).pgm().startswith(b"P5\n3 3\n255\n")
