"""Sets up a small office in a folder and runs it against the sandbox, as child processes."""

import asyncio
import contextlib
import shutil
import socket
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout

from core.app import setup
from core.app.lock import FolderLock, FolderTaken
from core.app.models import database
from core.app.processes import Supervisor
from core.demo.stage import stage
from core.kantor import load_kantor
from core.settings import Settings, load
from core.store import opened
from sandbox import TOKEN, Klien, Sandbox
from vault import create_keys

LOG = "catatan.log"
_READY_SECONDS = 60.0
_SETTINGS = """\
kantor = "kantor.toml"
data = "data"
kunci = "kunci"
basis_data = "{basis_data}"
produksi = false

[telegram]
base_url = "{bot}"
base_file_url = "{file}"
{webhook}
[surat]
host = "127.0.0.1"
port = {smtp}
tls = "tanpa"
dari = "layanan@dukcapil-kudus.example"

[web]
alamat = "http://127.0.0.1:{web}"
host = "127.0.0.1"
port = {web}

[tanda_tangan]
sertifikat = "kunci/kerja/penanda.p12"
"""
_WEBHOOK = """\
webhook = "http://127.0.0.1:{port}/telegram"
webhook_port = {port}
"""
_REGISTRY = """
[penduduk]
csv = "penduduk.csv"
"""


class DemoFailed(RuntimeError):
    """The rehearsal cannot go on; the text is one sentence."""


@dataclass(frozen=True)
class House:
    """A running rehearsal."""

    sandbox: Sandbox
    settings: Settings
    config: Path
    supervisor: Supervisor
    group: int
    officer: int


@contextlib.asynccontextmanager
async def opened_house(
    folder: Path,
    *,
    port: int = 0,
    told: asyncio.Event | None = None,
    registry: bool = True,
    basis_data: str = "",
    webhook: bool = False,
    pratinjau_jam: int = 0,
) -> AsyncIterator[House]:
    """Run sandbox, bot and site until the block ends; everything started here is stopped here.

    `told` ends the wait for bot and site early: somebody wants to stop already. Without
    `registry` the office has no population data, and its officers type or attach. `basis_data` is
    the URL of an empty PostgreSQL; without it the data lie in an SQLite file. With `webhook` the
    updates are posted to the bot instead of fetched by it. For `pratinjau_jam` hours the word of
    an applicant on the masked pages is waited for; 0: he is not asked.
    """
    _refuse_taken(folder)
    kantor = load_kantor(setup.OFFICES / "contoh.toml")
    panggung = stage(kantor, folder / "contoh", again=(folder / "kunci").exists())
    async with Sandbox(panggung, port=await _free(port)) as sandbox:
        config = prepare(
            folder,
            sandbox,
            registry=registry,
            basis_data=basis_data,
            webhook=webhook,
            pratinjau_jam=pratinjau_jam,
        )
        settings = load(config)
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        async with opened(database(settings)) as store:
            await store.migrate()
        log = folder / LOG
        supervisor = Supervisor(config, log=log)
        await supervisor.start()
        try:
            await _until_ready(sandbox, settings, supervisor, log, told or asyncio.Event())
            officer = kantor.daftar_petugas[0].id
            yield House(sandbox, settings, config, supervisor, kantor.telegram.admin, officer)
        finally:
            await supervisor.stop()


def _refuse_taken(folder: Path) -> None:
    """Leave a folder alone in which another rehearsal is running."""
    lock = FolderLock(folder / "data")
    try:
        lock.take()
    except FolderTaken as cause:
        raise DemoFailed(f"Peragaan lain sedang memakai folder {folder.name}.") from cause
    lock.release()


def prepare(
    folder: Path,
    sandbox: Sandbox,
    *,
    registry: bool = True,
    basis_data: str = "",
    webhook: bool = False,
    pratinjau_jam: int = 0,
) -> Path:
    """Write the office's files; keys and data of an earlier rehearsal in this folder are kept."""
    config = folder / setup.SETTINGS
    if not (folder / "kunci").exists():
        create_keys(folder / "kunci")
        kantor = load_kantor(setup.OFFICES / "contoh.toml")
        setup.make_signer(folder / setup.KERJA, kantor.nama_dinas)
        setup.write_secret(folder / setup.KERJA / "telegram_token", TOKEN)
        setup.make_webhook_secret(folder / setup.KERJA)
    profile = (setup.OFFICES / "contoh.toml").read_text("utf-8")
    shown = profile.replace("pemohon_jam = 0", f"pemohon_jam = {pratinjau_jam}")
    (folder / "kantor.toml").write_text(shown, "utf-8")
    shutil.copyfile(setup.OFFICES / "contoh_penduduk.csv", folder / "penduduk.csv")
    shutil.copytree(setup.OFFICES / "wilayah", folder / "wilayah", dirs_exist_ok=True)
    content = _SETTINGS + (_REGISTRY if registry else "")
    config.write_text(
        content.format(
            bot=sandbox.base_url,
            file=sandbox.base_file_url,
            smtp=sandbox.smtp_port,
            web=free_port(),
            basis_data=basis_data,
            webhook=_WEBHOOK.format(port=free_port()) if webhook else "",
        ),
        "utf-8",
    )
    return config


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _free(wanted: int) -> int:
    """Return the wanted port, or another with a word about it if somebody listens there."""
    if wanted == 0:
        return 0
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", wanted))
    except OSError:
        print(f"Port {wanted} sedang dipakai; halaman dibuka di port lain.", file=sys.stderr)  # noqa: T201
        return 0
    return wanted


async def _until_ready(
    sandbox: Sandbox, settings: Settings, supervisor: Supervisor, log: Path, told: asyncio.Event
) -> None:
    """Wait until the bot listens to the sandbox and the site answers."""
    ended = asyncio.create_task(supervisor.wait())
    deadline = time.monotonic() + _READY_SECONDS
    try:
        async with ClientSession(timeout=ClientTimeout(total=2)) as session:
            while time.monotonic() < deadline:
                if told.is_set():
                    return
                if ended.done():
                    raise DemoFailed(f"Bot atau situs tidak dapat dimulai: {last_line(log)}")
                if await _is_introduced(sandbox) and await _answers(session, settings.web.alamat):
                    return
                await asyncio.sleep(0.1)
    finally:
        ended.cancel()
    raise DemoFailed(f"Bot atau situs belum siap dalam satu menit: {last_line(log)}")


def last_line(log: Path) -> str:
    """Return the last thing that a child said."""
    lines = log.read_text("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "tanpa sebab"


async def _is_introduced(sandbox: Sandbox) -> bool:
    async with Klien(sandbox.url) as klien:
        return bool(await klien.panggilan("setMyCommands"))


async def _answers(session: ClientSession, url: str) -> bool:
    try:
        async with session.get(url) as answer:
            return answer.status == 200
    except (ClientError, TimeoutError):
        return False
