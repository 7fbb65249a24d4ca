"""Folders: keys apart from data, a storage that keeps what it is given, room to write."""

import asyncio
import os
import shutil
from pathlib import Path

from core.app.checks.check import BAIK, Check, Hasil, Tempat
from core.settings import Settings
from vault import StorageRefused, probe

BERKAS = "berkas"
_MB = 1024 * 1024
_FEW_INODES = 1000


def inside(inner: Path, outer: Path) -> bool:
    """Tell whether a path is a folder or lies in it, links followed."""
    return inner.resolve().is_relative_to(outer.resolve())


async def _apart(tempat: Tempat) -> Hasil:
    """Whoever takes the data (a thief, a backup) must not take the keys along."""
    settings = tempat.settings
    certificate = settings.tanda_tangan.sertifikat
    if inside(settings.kunci, settings.data) or inside(settings.data, settings.kunci):
        return "Folder kunci dan folder data harus terpisah: pindahkan salah satunya."
    if inside(certificate, settings.data):
        return "Sertifikat penanda tidak boleh di folder data: pindahkan ke folder kunci."
    database = sqlite_file(settings)
    if database is not None and inside(database, settings.kunci):
        return "Basis data tidak boleh di folder kunci: ubah basis_data."
    return BAIK


def sqlite_file(settings: Settings) -> Path | None:
    """Return the file of the database, or None on PostgreSQL."""
    url = settings.database_url
    return Path(url.removeprefix("sqlite:")) if url.startswith("sqlite:") else None


async def _storage(tempat: Tempat) -> Hasil:
    try:
        await probe(tempat.settings.data / BERKAS)
    except StorageRefused as fault:
        return f"Folder penyimpanan {tempat.settings.data.name}/{BERKAS}: {fault}"
    return BAIK


async def _readable(tempat: Tempat) -> Hasil:
    """The site reads what `kerja` stores; it may be forbidden to write there."""
    folder = tempat.settings.data / BERKAS
    if await asyncio.to_thread(folder.is_dir) and not os.access(folder, os.R_OK | os.X_OK):
        return f"Folder penyimpanan {tempat.settings.data.name}/{BERKAS}: tidak dapat dibaca."
    return BAIK


def room(folder: Path) -> tuple[int, bool]:
    """Return the free megabytes below a folder, and whether there is room for more files."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    status = os.statvfs(place)
    more = not status.f_files or status.f_favail > _FEW_INODES
    return shutil.disk_usage(place).free // _MB, more


async def _room(tempat: Tempat) -> Hasil:
    wanted = tempat.settings.kesehatan.ruang_mb
    free, more = await asyncio.to_thread(room, tempat.settings.data)
    if free < wanted:
        return (
            f"Ruang bebas untuk folder data tinggal {free} MB, paling sedikit {wanted} MB: "
            "kosongkan ruang (batasnya kesehatan.ruang_mb)."
        )
    if not more:
        return "Sistem berkas folder data kehabisan inode: hapus berkas yang tidak diperlukan."
    return BAIK


APART = Check("letak kunci", _apart)
STORAGE = Check("penyimpanan", _storage)
READABLE = Check("penyimpanan (baca)", _readable)
ROOM = Check("ruang penyimpanan", _room)
