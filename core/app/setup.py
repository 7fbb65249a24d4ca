"""Makes a new installation: keys, sample certificate, office file, settings file."""

import os
import secrets
import shutil
from pathlib import Path

from core.kantor import load_kantor
from delivery.sign import create_sample_certificate
from vault import create_keys

OFFICES = Path(__file__).resolve().parents[2] / "offices"
SETTINGS = "adminduk.toml"
KERJA = Path("kunci") / "kerja"

_TEMPLATE = """\
# Pengaturan proses. Rahasia tidak di sini, tetapi satu berkas satu rahasia di kunci/kerja/:
#   telegram_token, surat_sandi, penanda_sandi, webhook_rahasia
kantor = "kantor.toml"
data = "data"
kunci = "kunci"
# true hanya bila sertifikat penanda menuju akar resmi; selama false dokumen ditandai CONTOH.
produksi = false

[surat]
host = "smtp.contoh.go.id"
port = 587
username = ""
tls = "starttls"
dari = "layanan@contoh.go.id"

[web]
# Alamat yang dibuka warga; TLS berakhir di nginx atau Caddy di depan port ini.
alamat = "https://dukcapil.contoh.go.id"
host = "127.0.0.1"
port = 8080
proksi = ["127.0.0.1"]

[telegram]
# Kosong: pesan diambil dari Telegram. Dengan alamat: Telegram mengantarnya ke sini.
# webhook = "https://dukcapil.contoh.go.id/telegram"

[tanda_tangan]
sertifikat = "kunci/kerja/penanda.p12"

[penduduk]
# csv = "penduduk.csv"
"""


class SetupRefused(RuntimeError):
    """The folder cannot be set up; the text is one sentence."""


def set_up(folder: Path, office: str) -> Path:
    """Fill a folder and return its settings file; one that is filled already is refused."""
    settings = folder / SETTINGS
    profile = OFFICES / f"{office}.toml"
    if not profile.is_file():
        known = ", ".join(sorted(path.stem for path in OFFICES.glob("*.toml")))
        raise SetupRefused(f"Kantor {office} tidak ada di offices/; yang ada: {known}.")
    if settings.exists():
        raise SetupRefused(f"{settings} sudah ada; pemasangan yang ada tidak pernah ditimpa.")
    folder.mkdir(parents=True, exist_ok=True)
    create_keys(folder / "kunci")
    make_signer(folder / KERJA, load_kantor(profile).nama_dinas)
    make_webhook_secret(folder / KERJA)
    shutil.copyfile(profile, folder / "kantor.toml")
    shutil.copytree(OFFICES / "wilayah", folder / "wilayah", dirs_exist_ok=True)
    settings.write_text(_TEMPLATE, "utf-8")
    return settings


def make_signer(folder: Path, nama_dinas: str) -> None:
    """Make the self-made sample certificate, and the file with its passphrase."""
    passphrase = secrets.token_urlsafe(24)
    create_sample_certificate(folder / "penanda.p12", passphrase, nama_dinas)
    write_secret(folder / "penanda_sandi", passphrase)


def make_webhook_secret(folder: Path) -> None:
    """Make what Telegram shows at the webhook's door, of the characters that it allows."""
    write_secret(folder / "webhook_rahasia", secrets.token_urlsafe(32))


def write_secret(path: Path, value: str) -> None:
    """Write a secret into a file that only its owner may read."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(value)
