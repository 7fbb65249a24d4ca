"""`adminduk backup DIR`: everything but the keys, as of one instant, while the office works.

First the database, then the blobs it names. The engine of durable work is left out on purpose: an
approved case without a workflow is started by the sweep under the same id (see docs/backup.md).
"""

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.app.backup_blobs import BlobCopier
from core.app.backup_format import (
    CadanganDitolak,
    Kepala,
    Manifes,
    Tabel,
    make_folders,
    sync_folders,
    told_plainly,
)
from core.app.backup_tables import applied, head, one_instant, schema, write_table
from core.app.models import database
from core.settings import Settings
from core.store import DatabaseBehind, new_id, opened
from vault import Blobs


@dataclass(frozen=True)
class HasilCadangan:
    """What was backed up, for the operator. `sha256` is the manifest's, to be noted elsewhere."""

    manifes: Manifes
    sha256: str
    detik: float


async def backup(
    settings: Settings, folder: Path, *, now: Callable[[], datetime]
) -> HasilCadangan:
    """Back an installation up into a new folder; raise CadanganDitolak if that is not possible.

    Until the manifest is written, last of all, the folder is no backup.
    """
    with told_plainly("Pencadangan"):
        return await _backup(settings, folder, now)


async def _backup(settings: Settings, folder: Path, now: Callable[[], datetime]) -> HasilCadangan:
    began = time.monotonic()
    _refuse_own_folders(settings, folder)
    store = database(settings)
    if store.file is not None and not store.file.exists():
        raise DatabaseBehind(f"Basis data {store.file.name} tidak ada.")
    async with opened(store):
        await store.require_current()
        await asyncio.to_thread(make_folders, folder)
        with contextlib.closing(BlobCopier(Blobs(settings.data / "berkas"), folder)) as copier:
            await copier.copy_unnamed()
            moment = now()
            tables, last, names = await _snapshot(copier, folder)
            await copier.copy_named(tables, folder)
    manifes = Manifes(
        id=new_id(),
        dibuat_at=moment,
        migrasi=names,
        tabel=tables,
        jumlah_berkas=copier.jumlah,
        bita_berkas=copier.bita,
        daftar_berkas=copier.close(),
        terhapus=copier.terhapus,
        riwayat=last,
    )
    await asyncio.to_thread(sync_folders, folder)
    sha256 = await asyncio.to_thread(manifes.save, folder)
    return HasilCadangan(manifes, sha256, time.monotonic() - began)


async def _snapshot(
    copier: BlobCopier, folder: Path
) -> tuple[tuple[Tabel, ...], Kepala, tuple[str, ...]]:
    async with one_instant() as connection:
        last, names = await head(), await applied(connection)
        # The instant has come. What an officer attached a moment ago was not there when these
        # were copied before; what is published and erased in a moment will not be there later.
        await copier.copy_unnamed()
        tables = [await write_table(connection, one, folder) for one in schema()]
    return tuple(tables), last, names


def _refuse_own_folders(settings: Settings, folder: Path) -> None:
    """Never inside what is backed up, and never beside the keys."""
    wanted = folder.resolve()
    for own in (settings.data.resolve(), settings.kunci.resolve()):
        if wanted.is_relative_to(own):
            raise CadanganDitolak(
                f"{folder} ada di dalam {own.name}/: simpan cadangan di tempat lain."
            )
