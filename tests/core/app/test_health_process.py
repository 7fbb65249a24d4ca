"""The process `kerja` and its page, over real sockets, with Telegram and mail server beside it."""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientError, ClientSession, ClientTimeout

from core.demo.house import free_port
from core.store import new_id
from core.store.ids import IdSource
from sandbox import TOKEN, Sandbox
from tests.core.app import kantor

DEADLINE = 90.0


@dataclass(frozen=True)
class Office:
    """A running `kerja`."""

    url: str
    data: Path
    log: Path
    pid: int
    session: ClientSession

    @property
    def database(self) -> Path:
        return self.data / "adminduk.sqlite3"

    async def ask(self, path: str, method: str = "GET") -> tuple[int, str]:
        async with self.session.request(method, f"{self.url}{path}") as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, await answer.text()

    async def ready(self) -> tuple[int, dict[str, Any]]:
        status, text = await self.ask("/readyz")
        found: dict[str, Any] = json.loads(text)
        return status, found

    async def until(self, well: Callable[[int, dict[str, Any]], bool]) -> dict[str, Any]:
        """Ask until it is so."""
        found: dict[str, Any] = {}
        async with asyncio.timeout(DEADLINE):
            while True:
                try:
                    status, found = await self.ready()
                    if well(status, found):
                        return found
                except (ClientError, TimeoutError):
                    pass
                await asyncio.sleep(0.2)


def build(folder: Path, telegram: int, smtp: int, health: int) -> Path:
    config = kantor.build(folder, port=telegram, smtp=smtp)
    kantor.rewrite(folder / "kunci" / "kerja" / "telegram_token", TOKEN.encode())
    kantor.change(config, "ruang_mb = 1", f"ruang_mb = 1\nkerja = {health}")
    return config


async def spawn(config: Path, log: Path) -> asyncio.subprocess.Process:
    with log.open("ab") as file:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "core", "kerja", "--config", str(config),
            cwd=kantor.ROOT, env=kantor.environment(ADMINDUK_MULAI_KE="2"), stderr=file,
        )  # fmt: skip


async def opened(folder: Path, *, outage: bool = False) -> AsyncIterator[Office]:
    health = free_port()
    async with Sandbox() as sandbox, ClientSession(timeout=ClientTimeout(total=10)) as session:
        ports = (free_port(), free_port()) if outage else (sandbox.port, sandbox.smtp_port)
        config = await asyncio.to_thread(build, folder, *ports, health)
        log = folder / "catatan.log"
        process = await spawn(config, log)
        url = f"http://127.0.0.1:{health}"
        try:
            yield Office(url, config.parent / "data", log, process.pid, session)
        finally:
            process.terminate()
            async with asyncio.timeout(DEADLINE):
                await process.wait()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    async for one in opened(tmp_path_factory.mktemp("sehat") / "a"):
        await one.until(lambda status, _: status == 200)
        yield one


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_office_at_work_is_ready_and_says_of_what(office: Office) -> None:
    found = await office.until(
        lambda status, found: status == 200 and found["periksa"]["telegram"]["kata"] == "bertugas"
    )
    assert (found["siap"], found["proses"]) == (True, "kerja")
    assert set(found["periksa"]) == {
        "mulai", "basis_data", "penyimpanan", "antrean", "telegram", "surat",
    }  # fmt: skip


async def test_it_lives(office: Office) -> None:
    status, text = await office.ask("/healthz")
    assert (status, json.loads(text)) == (200, {"hidup": True, "proses": "kerja", "mati": []})


async def test_the_numbers_are_there_and_name_nobody(office: Office) -> None:
    status, text = await office.ask("/metrics")
    assert status == 200
    for line in (
        'adminduk_telegram_total{hasil="baik",metode="getMe"}',
        'adminduk_tertua_detik{apa="surat"}',
        'adminduk_baik{hal="basis_data"} 1.0',
        "adminduk_dimulai_ulang 2.0",
        "adminduk_gambar_detik_count",
        "adminduk_jeda_detik",
        "process_resident_memory_bytes",
    ):
        assert line in text, line
    assert TOKEN not in text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", "/healthz", 200),
        ("HEAD", "/readyz", 200),
        ("POST", "/healthz", 405),
        ("DELETE", "/metrics", 405),
        ("GET", "/", 404),
        ("GET", "/readyz/", 404),
        ("GET", "/d/x29qp5yqjh7abvkesn6rbvbdec", 404),
    ],
)
async def test_nothing_else_is_there(office: Office, method: str, path: str, status: int) -> None:
    found, text = await office.ask(path, method)
    assert found == status
    assert "x29qp5" not in text


async def test_s03_a_database_that_is_gone_is_told_within_seconds(office: Office) -> None:
    away = office.database.with_name("lain.sqlite3")
    await asyncio.to_thread(office.database.rename, away)
    try:
        # Three seconds, on a machine that is a third as fast.
        async with asyncio.timeout(3 * 3):
            found = await office.until(lambda status, _: status == 503)
    finally:
        await asyncio.to_thread(away.rename, office.database)
    assert "tidak ada" in found["periksa"]["basis_data"]["kata"]
    await office.until(lambda status, _: status == 200)


async def test_a_row_that_waits_too_long_is_told(office: Office) -> None:
    # A mail of two hours ago whose next try is eight hours off: nobody touches it meanwhile.
    millis = (new_id().int >> 80) - 2 * 3600 * 1000
    old = IdSource(lambda: millis * 10**6)()
    row = (
        str(old), "email", "surat:x", str(old), None, None, None, "antre", 3,
        (datetime.now(UTC) + timedelta(hours=8)).isoformat(sep=" "), "lambat", None,
    )  # fmt: skip
    columns = (
        "id, jenis, jalur, kunci, muatan, kartu_id, subjek, keadaan, percobaan, mulai_at, sebab,"
        " selesai_at"
    )
    with closing(sqlite3.connect(office.database, timeout=30)) as database:
        database.execute(f"INSERT INTO outbox ({columns}) VALUES ({','.join('?' * 12)})", row)
        database.commit()
        found = await office.until(lambda status, _: status == 503)
        assert found["periksa"]["antrean"]["kata"] == "terlalu lama menunggu: surat"
        database.execute("DELETE FROM outbox WHERE id = ?", (str(old),))
        database.commit()
    await office.until(lambda status, _: status == 200)


async def test_every_line_of_the_log_is_json_and_health_writes_none(office: Office) -> None:
    lines = [json.loads(line) for line in office.log.read_text("utf-8").splitlines()]
    assert "kerja siap" in " ".join(line["event"] for line in lines)
    assert {"time", "level", "logger", "event"} <= set(lines[0])
    assert [line for line in lines if line["logger"] == "aiohttp.access"] == []


async def test_an_outage_keeps_nobody_from_starting_and_is_told(tmp_path: Path) -> None:
    async for office in opened(tmp_path / "b", outage=True):
        found = await office.until(
            lambda _, found: (
                found["periksa"]["mulai"]["baik"]
                and found["periksa"]["surat"]["kata"] == "tidak menjawab"
                and "tidak menjawab" in found["periksa"]["telegram"]["kata"]
            )
        )
        assert not found["siap"]
        assert found["periksa"]["basis_data"]["baik"]
        os.kill(office.pid, signal.SIGTERM)
