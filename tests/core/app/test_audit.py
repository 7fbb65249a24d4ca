"""`adminduk audit verify`: no key, one line, and an exit code that a script can read."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from core import __main__ as door
from core.app import audit
from core.app.models import MODELS
from core.store import Database, DatabaseBehind, new_id, opened, riwayat, unit_of_work
from core.store.models import Riwayat
from core.store.riwayat import Kepala, Putus, Sebab, Utuh
from tests.basis import unlock_history

NOW = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
SETTINGS = """\
kantor = "kantor.toml"
produksi = false
basis_data = "{url}"
[surat]
host = "127.0.0.1"
dari = "layanan@contoh.go.id"
[web]
alamat = "http://127.0.0.1:1"
[tanda_tangan]
sertifikat = "kunci/kerja/penanda.p12"
"""


@unit_of_work
async def write() -> None:
    await riwayat.write("diambil", new_id(), pelaku="warga", now=NOW)


def in_database(url: str, work: Callable[[], Coroutine[object, object, None]]) -> None:
    async def run() -> None:
        async with opened(Database(url, MODELS)):
            await work()

    asyncio.run(run())


@pytest.fixture
def config(database_url: str, tmp_path: Path) -> Path:
    """An office with three lines of history and no keys at all."""

    async def three() -> None:
        for _ in range(3):
            await write()

    in_database(database_url, three)
    file = tmp_path / "adminduk.toml"
    file.write_text(SETTINGS.format(url=database_url), "utf-8")
    return file


def verify(config: Path, *more: str) -> Result:
    return CliRunner().invoke(door.app, ["audit", "verify", "--config", str(config), *more])


def test_a_whole_history_is_counted_and_its_head_named(config: Path) -> None:
    done = verify(config)
    assert done.exit_code == 0
    assert re.fullmatch(r"Riwayat utuh: 3 baris, kepala [0-9a-f]{64}\.\n", done.output)


def test_a_head_that_was_told_once_is_found_again(config: Path, database_url: str) -> None:
    head = verify(config).output.split()[-1].rstrip(".")
    in_database(database_url, write)
    assert verify(config, "--kepala", head).exit_code == 0


def test_a_history_that_was_cut_off_is_noticed_by_its_head(
    config: Path, database_url: str
) -> None:
    head = verify(config).output.split()[-1].rstrip(".")

    async def cut() -> None:
        await unlock_history()
        await Riwayat.filter(urut=3).delete()

    in_database(database_url, cut)
    assert verify(config).exit_code == 0
    done = verify(config, "--kepala", head)
    assert done.exit_code == 1
    assert (
        done.output == "Riwayat putus di baris 3: riwayat berakhir sebelum kepala yang disebut.\n"
    )


def test_the_first_broken_line_is_named(config: Path, database_url: str) -> None:
    async def change() -> None:
        await unlock_history()
        await Riwayat.filter(urut=2).update(pelaku="petugas:1")

    in_database(database_url, change)
    done = verify(config)
    assert done.exit_code == 1
    assert done.output == "Riwayat putus di baris 2: isinya tidak cocok dengan sidiknya.\n"


def test_an_installation_without_a_database_is_refused_and_none_is_made(tmp_path: Path) -> None:
    config = tmp_path / "adminduk.toml"
    config.write_text(SETTINGS.format(url="sqlite:tidak-ada.sqlite3"), "utf-8")
    done = verify(config)
    assert isinstance(done.exception, DatabaseBehind)
    assert not (tmp_path / "tidak-ada.sqlite3").exists()


@pytest.mark.parametrize("sebab", Sebab)
def test_every_cause_has_its_words(sebab: Sebab) -> None:
    assert audit.line(Putus(7, sebab)).startswith("Riwayat putus di baris 7: ")
    assert "0 baris" in audit.line(Utuh(Kepala(0, "0" * 64)))
