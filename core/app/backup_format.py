"""What a backup is: JSON lines for every table, sealed blobs, and a manifest that comes last.

A folder without a manifest is not a backup. The format knows no database: what was written from
SQLite can be read into PostgreSQL, and back.
"""

import contextlib
import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self
from uuid import UUID

from obstore.exceptions import BaseError as StorageError
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from core.app.backup_files import HashedFile, Jejak, sync_folder
from vault import StorageTrouble

MANIFEST = "manifes.json"
BLOBS = "berkas"
INVENTORY = "berkas.jsonl"
_TABLES = "tabel"

# Names go into SQL and into paths: nothing but what our own tables are called.
Nama = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
Jumlah = Annotated[int, Field(ge=0)]


class CadanganDitolak(RuntimeError):
    """A backup cannot be made or taken back; the text is one sentence for the operator."""


class JenisNilai(StrEnum):
    """What a column holds, whatever the database calls it."""

    ANGKA = "angka"
    TEKS = "teks"
    YA_TIDAK = "ya_tidak"
    UUID = "uuid"
    WAKTU = "waktu"
    BITA = "bita"


class _Bagian(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Kolom(_Bagian):
    """A column."""

    nama: Nama
    jenis: JenisNilai


class Susunan(_Bagian):
    """A table: its primary key and its columns, in the order of the values of a line."""

    nama: Nama
    kunci: Nama
    kolom: tuple[Kolom, ...]


class Tabel(_Bagian):
    """A table as it lies in the backup."""

    susunan: Susunan
    baris: Jumlah
    jejak: Jejak


class Kepala(_Bagian):
    """The last line of the history, by which a cut or rewritten tail is noticed."""

    urut: Jumlah
    sidik: str


class Manifes(_Bagian):
    """What belongs to the backup. Tables come in the order in which they are put back."""

    format: Literal[1] = 1
    id: UUID
    dibuat_at: AwareDatetime
    migrasi: tuple[str, ...]
    tabel: tuple[Tabel, ...]
    jumlah_berkas: Jumlah
    bita_berkas: Jumlah
    daftar_berkas: Jejak
    terhapus: Jumlah
    riwayat: Kepala

    @property
    def baris(self) -> int:
        """The rows of all tables."""
        return sum(one.baris for one in self.tabel)

    @property
    def bita(self) -> int:
        """The bytes of all tables and blobs."""
        return self.bita_berkas + sum(one.jejak.bita for one in self.tabel)

    def save(self, folder: Path) -> str:
        """Write the manifest so that it is there in full or not at all; return its SHA-256."""
        making = folder / f"{MANIFEST}.baru"
        file = HashedFile(making)
        file.write(self.model_dump_json(indent=1).encode() + b"\n")
        jejak = file.close()
        making.rename(folder / MANIFEST)
        sync_folder(folder)
        return jejak.sha256

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the manifest, or raise CadanganDitolak: half a backup is none."""
        try:
            content = (folder / MANIFEST).read_bytes()
        except OSError as cause:
            raise CadanganDitolak(
                f"{folder} bukan cadangan yang lengkap: {MANIFEST} tidak ada atau tidak terbaca."
            ) from cause
        try:
            return cls.model_validate_json(content)
        except ValidationError as cause:
            raise CadanganDitolak(
                f"{folder / MANIFEST} rusak, atau dibuat oleh adminduk yang lebih baru."
            ) from cause


@contextlib.contextmanager
def told_plainly(act: str) -> Iterator[None]:
    """Say in one sentence that a disk is full or cannot be read; what is half done stays so."""
    try:
        yield
    except OSError as cause:
        reason = cause.strerror or type(cause).__name__
        raise CadanganDitolak(f"{act} tidak selesai: {reason}.") from cause
    except (StorageError, StorageTrouble) as cause:
        raise CadanganDitolak(
            f"{act} tidak selesai: penyimpanan berkas penuh atau tidak terbaca."
        ) from cause


def make_folders(folder: Path) -> None:
    """Make the folder of a new backup, closed to others; one that holds anything is refused."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise CadanganDitolak(f"{folder} tidak kosong: cadangan tidak pernah ditimpa.")
        folder.chmod(0o700)
        (folder / _TABLES).mkdir(mode=0o700)
        (folder / BLOBS).mkdir(mode=0o700)
    except OSError as cause:
        raise CadanganDitolak(
            f"{folder} tidak dapat dipakai: {os.strerror(cause.errno or 0)}."
        ) from cause


def sync_folders(folder: Path) -> None:
    """Bring every name in the backup to the disk, its own included."""
    for one in (folder / _TABLES, folder / BLOBS, folder, folder.parent):
        sync_folder(one)


def table_file(folder: Path, nama: str) -> Path:
    """Return where the rows of a table lie."""
    return folder / _TABLES / f"{nama}.jsonl"
