"""An office in a folder that is well in every respect; a test breaks one thing in a copy of it."""

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path

from core.app import setup
from core.app.models import database
from core.kantor import load_kantor
from core.settings import Settings, load
from core.store import opened
from vault import create_keys

ROOT = Path(__file__).parents[3]
TOKEN = "123456789:" + "A" * 35
SETTINGS = """\
kantor = "kantor.toml"
data = "data"
kunci = "kunci"
produksi = false

[telegram]
base_url = "http://127.0.0.1:{port}/bot"
base_file_url = "http://127.0.0.1:{port}/file/bot"

[surat]
host = "127.0.0.1"
port = {smtp}
tls = "tanpa"
dari = "layanan@dukcapil-kudus.example"

[web]
alamat = "http://127.0.0.1:{web}"
port = {web}

[kesehatan]
ruang_mb = 1
"""


def build(folder: Path, *, port: int = 9, smtp: int = 9, web: int = 9) -> Path:
    """Make an office with keys, certificate and a migrated database; return its settings file.

    Port 9 is where nobody listens: neither Telegram nor the mail server answers.
    """
    folder.mkdir(parents=True, exist_ok=True)
    create_keys(folder / "kunci")
    shutil.copyfile(setup.OFFICES / "contoh.toml", folder / "kantor.toml")
    shutil.copytree(setup.OFFICES / "wilayah", folder / "wilayah", dirs_exist_ok=True)
    setup.make_signer(folder / setup.KERJA, load_kantor(folder / "kantor.toml").nama_dinas)
    setup.write_secret(folder / setup.KERJA / "telegram_token", TOKEN)
    config = folder / setup.SETTINGS
    config.write_text(SETTINGS.format(port=port, smtp=smtp, web=web), "utf-8")
    settings = load(config)
    settings.data.mkdir(mode=0o700)
    asyncio.run(_migrate(settings))
    return config


async def _migrate(settings: Settings) -> None:
    async with opened(database(settings)) as store:
        await store.migrate()


def change(config: Path, old: str, new: str) -> None:
    """Change one line of the settings file."""
    text = config.read_text("utf-8")
    assert old in text
    config.write_text(text.replace(old, new), "utf-8")


def rewrite(file: Path, content: bytes, mode: int = 0o400) -> None:
    """Put something else into a file that may not be written."""
    file.unlink(missing_ok=True)
    file.write_bytes(content)
    file.chmod(mode)


def environment(**more: str) -> dict[str, str]:
    """Return this environment without our own names, and with these."""
    ours = {name: value for name, value in os.environ.items() if "ADMINDUK" not in name.upper()}
    return ours | more


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a program of ours to its end."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
