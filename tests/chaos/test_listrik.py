"""Power loss (FAULTS K24): the order of system calls, as strace shows it.

What has been committed must already lie on the disk, whole and under its name. The database's own
order (write-ahead log, then fdatasync) is SQLite's; ours is that it comes last.
"""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from core.app.models import MODELS
from core.store import Database, opened
from tests.chaos.jejak import Panggilan, read
from vault import create_keys

ROOT = Path(__file__).parents[2]
_CALLS = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat"
_NAMED = ("link", "linkat", "rename", "renameat", "renameat2")
_SECONDS = 90


@pytest.fixture(scope="module")
def dokumen() -> UUID:
    return uuid4()


@pytest.fixture(scope="module")
def rumah(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("listrik")


@pytest.fixture(scope="module")
def calls(rumah: Path, dokumen: UUID) -> list[Panggilan]:
    """Store one document under strace. Without strace, or without leave to trace, this fails."""

    async def migrate() -> None:
        async with opened(Database(f"sqlite:{rumah / 'adminduk.sqlite3'}", MODELS)) as store:
            await store.migrate()

    asyncio.run(migrate())
    create_keys(rumah / "kunci")
    strace, trace = shutil.which("strace"), rumah / "jejak"
    if strace is None:
        pytest.fail("strace is missing, so nothing is proven: install it (./adminduk test does)")
    options = ("-f", "-y", "-s", "0", "-e", f"trace={_CALLS}", "-o", str(trace))
    program = (sys.executable, "-m", "tests.chaos.simpan", str(rumah), str(dokumen))
    done = subprocess.run(
        [strace, *options, *program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    if "ptrace" in done.stderr or "Operation not permitted" in done.stderr:
        pytest.fail(f"this machine does not permit tracing, so nothing is proven: {done.stderr}")
    assert done.returncode == 0, done.stderr
    return read(trace)


@pytest.fixture(scope="module")
def blob(rumah: Path, dokumen: UUID) -> str:
    return str(rumah / "berkas" / "dokumen" / str(dokumen))


@pytest.fixture(scope="module")
def written(calls: list[Panggilan], blob: str) -> list[Panggilan]:
    """The writes of the document's bytes, under whatever name they began."""
    return [one for one in calls if one.nama.endswith(("write", "write64")) and blob in _only(one)]


@pytest.fixture(scope="module")
def named(calls: list[Panggilan], blob: str) -> Panggilan:
    """The call that gave the bytes their name."""
    return next(one for one in calls if one.nama in _NAMED and one.berkas[-1] == blob)


@pytest.fixture(scope="module")
def synced(calls: list[Panggilan], blob: str) -> Panggilan:
    return next(one for one in calls if one.nama == "fsync" and one.berkas == (blob,))


@pytest.fixture(scope="module")
def folder_synced(calls: list[Panggilan], blob: str) -> Panggilan:
    folder = str(Path(blob).parent)
    return next(one for one in calls if one.nama == "fsync" and one.berkas == (folder,))


@pytest.fixture(scope="module")
def log_written(calls: list[Panggilan], rumah: Path, written: list[Panggilan]) -> list[Panggilan]:
    """The database's writes from the moment the document's bytes began to be written."""
    log = str(rumah / "adminduk.sqlite3-wal")
    return [
        one
        for one in calls
        if one.nama == "pwrite64" and one.berkas == (log,) and one.mulai > written[0].mulai
    ]


def _only(call: Panggilan) -> str:
    return call.berkas[0] if call.berkas else ""


def test_the_trace_saw_the_bytes_and_the_commit(
    written: list[Panggilan], log_written: list[Panggilan]
) -> None:
    assert sum(one.hasil for one in written) > 80_000, "an empty trace proves nothing"
    assert log_written


def test_the_bytes_are_whole_before_they_get_their_name(
    written: list[Panggilan], named: Panggilan
) -> None:
    assert max(one.selesai for one in written) < named.mulai


def test_the_bytes_are_synced_after_the_last_of_them(
    written: list[Panggilan], synced: Panggilan
) -> None:
    assert max(one.selesai for one in written) < synced.mulai


def test_the_name_is_synced_with_its_folder(named: Panggilan, folder_synced: Panggilan) -> None:
    assert named.selesai < folder_synced.mulai


def test_the_commit_begins_when_bytes_and_name_are_on_the_disk(
    synced: Panggilan, folder_synced: Panggilan, log_written: list[Panggilan]
) -> None:
    assert max(synced.selesai, folder_synced.selesai) < log_written[0].mulai


def test_the_commit_itself_is_synced(
    calls: list[Panggilan], rumah: Path, log_written: list[Panggilan]
) -> None:
    log = str(rumah / "adminduk.sqlite3-wal")
    assert any(
        one.nama == "fdatasync" and one.berkas == (log,) and one.mulai > log_written[-1].selesai
        for one in calls
    )
