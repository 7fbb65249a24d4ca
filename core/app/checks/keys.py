"""Keys: each fit, each in its place, each the one that was used here before."""

import json
import os
from pathlib import Path

from core.app.checks.check import BAIK, Check, Hasil, Tempat
from core.settings import Secrets, Settings, webhook_secret
from vault import KeyRefused, KunciKerja, KunciWeb, check_folders, fingerprints

KERJA, WEB = "kerja", "web"
MEMORY = "kunci.sidik"


async def _kerja(tempat: Tempat) -> Hasil:
    KunciKerja.load(tempat.settings.kunci / KERJA)
    return _known(tempat.settings, KERJA)


async def _web(tempat: Tempat) -> Hasil:
    KunciWeb.load(tempat.settings.kunci / WEB)
    return _known(tempat.settings, WEB)


async def _places(tempat: Tempat) -> Hasil:
    check_folders(tempat.settings.kunci)
    return BAIK


async def _secrets(tempat: Tempat) -> Hasil:
    webhook_secret(tempat.settings.telegram, Secrets.read(tempat.settings.kunci / KERJA))
    return BAIK


async def _site_environment(tempat: Tempat) -> Hasil:
    """Whoever breaks into the site reads its environment."""
    prefix = Secrets.model_config.get("env_prefix", "")
    secret = {f"{prefix}{name}".upper() for name in Secrets.model_fields}
    found = sorted(name for name in tempat.environ if name.upper() in secret)
    if found:
        return (
            f"Lingkungan proses web memuat {found[0]}, yang hanya untuk proses kerja: "
            "keluarkan dari lingkungan, atau simpan sebagai berkas di folder kunci/kerja."
        )
    return BAIK


def _known(settings: Settings, role: str) -> str:
    """Compare with what was used in this data folder before: with other keys nothing opens."""
    known = _remembered(settings)
    for name, word in fingerprints(settings.kunci / role).items():
        if known.get(name, word) != word:
            return (
                f"Berkas kunci {name} bukan yang dipakai selama ini di folder data: "
                f"kembalikan kunci yang lama (kantor ini masih kosong? hapus {MEMORY})."
            )
    return BAIK


def remember(settings: Settings) -> None:
    """Write down, once, which keys are used here: words that only tell whether it is the same."""
    path = settings.data / MEMORY
    if path.exists():
        return
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A name of its own: replicas may start at the same instant, with the same words.
    making = path.with_name(f"{MEMORY}.{os.getpid()}")
    with making.open("w", encoding="utf-8") as file:
        json.dump(fingerprints(settings.kunci / KERJA), file)
        file.flush()
        os.fsync(file.fileno())
    making.rename(path)


def _remembered(settings: Settings) -> dict[str, str]:
    path: Path = settings.data / MEMORY
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}  # never started here, or torn: it is written anew
    return content if isinstance(content, dict) else {}


KUNCI_KERJA = Check("kunci kerja", _kerja, (KeyRefused,))
KUNCI_WEB = Check("kunci web", _web, (KeyRefused,))
PLACES = Check("folder kunci", _places, (KeyRefused,))
RAHASIA = Check("rahasia", _secrets)
SITE_ENVIRONMENT = Check("lingkungan web", _site_environment)
