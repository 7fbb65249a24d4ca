"""What a log line says, and what it never does."""

import asyncio
import io
import json
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from core.app import logs
from core.settings import SettingsFault
from core.store.about import about_case, about_row
from core.store.models import Outbox

NIK = "3319990108160001"
ROOT = Path(__file__).parents[3]
CASE = "01a20396-9e4e-7000-a0ef-952db98b6722"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Set the logs up onto a text; put everything back afterwards."""
    monkeypatch.delenv("ADMINDUK_LOG", raising=False)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    hooks = sys.excepthook, sys.unraisablehook
    out = io.StringIO()
    logs.set_up(stream=out)
    yield out
    logging.captureWarnings(False)
    sys.excepthook, sys.unraisablehook = hooks
    root.handlers[:] = handlers
    root.setLevel(level)


def said(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_is_json_with_time_level_place_and_sentence(lines: io.StringIO) -> None:
    logging.getLogger("core.bot.intake").warning("%s pesan ditunda", 3)
    (line,) = said(lines)
    assert line.pop("time").endswith("Z")
    assert line == {"level": "warning", "logger": "core.bot.intake", "event": "3 pesan ditunda"}


def test_the_case_is_bound_for_the_length_of_a_block(lines: io.StringIO) -> None:
    log = logging.getLogger("core.issuing")
    with logs.of_case(CASE):
        log.info("di dalam")
    with logs.of_case(None):
        log.info("di luar")
    assert [line.get("case") for line in said(lines)] == [CASE, None]


async def test_work_beside_it_is_not_about_the_case(lines: io.StringIO) -> None:
    log, seen = logging.getLogger("core.issuing"), asyncio.Event()

    async def beside() -> None:
        await seen.wait()
        log.info("lain")

    task = asyncio.create_task(beside())
    with logs.of_case(CASE):
        log.info("ini")
        seen.set()
        await task
    assert [line.get("case") for line in said(lines)] == [CASE, None]


def test_a_number_in_the_sentence_names_the_case(lines: io.StringIO) -> None:
    logging.getLogger("core.issuing").info("permohonan %s terbit", "REG-3319-20261122-0001")
    assert said(lines)[0]["case"] == "REG-3319-20261122-0001"


def test_of_an_exception_the_class_and_our_own_frames_are_kept(lines: io.StringIO) -> None:
    try:
        try:
            json.loads(f"{{{NIK}")
        except ValueError as cause:
            raise LookupError(f"{NIK} milik Budi") from cause
    except LookupError:
        logging.getLogger("core.x").exception("gagal")
    (line,) = said(lines)
    assert line["exception"] == "LookupError < JSONDecodeError"
    assert NIK not in lines.getvalue()
    assert "Budi" not in lines.getvalue()


def test_our_frames_are_named_by_file_line_and_function() -> None:
    with pytest.raises(AttributeError) as fallen:
        logs.set_up(stream=object())  # type: ignore[arg-type]
    place = logs.frames(fallen.value.__traceback__)
    assert re.fullmatch(r"core/app/logs\.py:\d+ set_up > core/app/logs\.py:\d+ _wants_json", place)


async def test_what_asyncio_quotes_of_a_lost_exception_is_not_kept(lines: io.StringIO) -> None:
    asyncio.get_running_loop().call_exception_handler(
        {"message": f"Task exception was never retrieved\nfuture: ValueError('{NIK} Budi')"}
    )
    logging.getLogger("asyncio").error("satu\nBudi Santoso")
    assert "Budi" not in lines.getvalue()
    assert [line["event"] for line in said(lines)] == [
        "Task exception was never retrieved",
        "satu",
    ]


def test_arguments_and_bound_values_are_blotted_out_too(lines: io.StringIO) -> None:
    with logs.of_case(NIK):
        logging.getLogger("core.x").info("halo %s", f"\x1b[31m{NIK}\nbudi@warga.example")
    assert len(lines.getvalue().splitlines()) == 1
    assert NIK not in lines.getvalue()
    assert "warga.example" not in lines.getvalue()
    assert "\x1b" not in lines.getvalue()


def test_a_line_that_cannot_be_made_prints_none_of_its_values(
    lines: io.StringIO, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = [one for one in logging.getLogger().handlers if type(one).__module__ == logs.__name__]
    monkeypatch.setattr(logging.getLogger(), "handlers", ours)  # pytest's own would raise
    logging.getLogger("core.x").info("%d", f"{NIK} Budi")
    shown = capsys.readouterr().err
    assert "catatan dari core.x" in shown
    assert "Budi" not in shown
    assert lines.getvalue() == ""


def test_the_engine_that_prints_by_itself_is_made_to_pass_here(lines: io.StringIO) -> None:
    logging.getLogger("dbos").warning("Conductor\n%s", NIK)
    (line,) = said(lines)
    assert (line["logger"], line["event"]) == ("dbos", "Conductor")


def test_words_on_a_terminal_are_keys_and_values(
    lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADMINDUK_LOG", "teks")
    logs.set_up(stream=lines)
    with logs.of_case(CASE):
        logging.getLogger("core.x").info('berkata "ya"')
    shown = lines.getvalue()
    assert shown.endswith(f'level=info logger=core.x event="berkata \\"ya\\"" case={CASE}\n')


def test_another_word_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINDUK_LOG", "jsn")
    with pytest.raises(SettingsFault, match=r"^Lingkungan: .* harus json atau teks\.$"):
        logs.set_up()


DYING = f"""
import sys, threading
from core.app import logs
logs.set_up()
def fall():
    raise ValueError("{NIK} milik Budi")
class Heavy:
    def __del__(self):
        raise ValueError("Budi")
Heavy()
thread = threading.Thread(target=fall)
thread.start()
thread.join()
fall()
"""


def test_the_last_words_of_a_process_quote_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DYING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 3, done.stderr
    assert done.stderr.count("ValueError") == 3
    assert "Budi" not in done.stderr
    assert NIK not in done.stderr


async def test_work_on_a_row_names_the_row_and_what_it_belongs_to(lines: io.StringIO) -> None:
    async def act(row: Outbox) -> None:
        logging.getLogger("delivery.pos").warning("tertunda")

    await about_row(act)(Outbox(id=UUID(CASE), subjek=UUID(int=7)))
    await about_row(act)(Outbox(id=UUID(CASE)))
    found = [(line["row"], line.get("subject")) for line in said(lines)]
    assert found == [(CASE, str(UUID(int=7))), (CASE, None)]


async def test_a_step_of_issuing_names_its_case(lines: io.StringIO) -> None:
    async def step(case_id: UUID) -> None:
        logging.getLogger("core.issuing").warning("gagal")

    await about_case(step)(UUID(CASE))
    assert said(lines)[0]["case"] == CASE
