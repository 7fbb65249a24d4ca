"""`adminduk restore DIR`: takes a backup back into an installation that is stopped and empty.

Everything is verified before anything is written. The tables then come in one transaction, so a
restore that died is simply run again.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from core.app.backup_blobs import refuse_other_blobs, restore_blobs, verify_blobs
from core.app.backup_files import measure
from core.app.backup_format import INVENTORY, CadanganDitolak, Manifes, table_file, told_plainly
from core.app.backup_keys import refuse_wrong_keys
from core.app.backup_tables import head, read_table
from core.app.backup_target import migrate_to, refuse_used
from core.app.lock import FolderLock
from core.app.models import database
from core.settings import Settings
from core.store import Database, JenisKeluar, KeadaanKeluar, opened, riwayat
from core.store.models import Outbox
from delivery import jeda
from delivery.jejak import Jejak
from vault import Blobs, KunciKerja

# Time for citizens who have the mail to open its link; then it goes out once more.
DOUBT = jeda.RAGU
_UNSENT = [one.value for one in (KeadaanKeluar.ANTRE, KeadaanKeluar.AMPLOP, KeadaanKeluar.DATA)]


@dataclass(frozen=True)
class HasilPemulihan:
    """What was restored, for the operator."""

    manifes: Manifes
    ragu: int
    """Mails that may have been sent after the backup: held back, sent once if nothing happens."""
    riwayat: riwayat.Utuh | riwayat.Putus
    """What the history is now. One that is broken came so: it is told of, not mended."""
    detik: float


async def restore(
    settings: Settings, folder: Path, *, now: Callable[[], datetime]
) -> HasilPemulihan:
    """Take a backup back; raise CadanganDitolak, FolderTaken or KeyRefused if that may not be."""
    with told_plainly("Pemulihan"):
        return await _restore(settings, folder, now)


async def _restore(
    settings: Settings, folder: Path, now: Callable[[], datetime]
) -> HasilPemulihan:
    began = time.monotonic()
    manifes = Manifes.load(folder)
    kunci = KunciKerja.load(settings.kunci / "kerja")
    with _locked(settings):
        await _verify(manifes, folder)
        refuse_wrong_keys(manifes, folder, kunci)
        blobs = Blobs(settings.data / "berkas")
        async with opened(database(settings)) as store:
            await refuse_used(get_connection("default"), settings)
            await refuse_other_blobs(blobs, folder)
            await migrate_to(get_connection("default"), store, manifes.migrasi)
            await restore_blobs(folder, blobs)
            ragu = await _fill(store, manifes, folder, now())
            chain = await riwayat.verify(kepala=manifes.riwayat.sidik)
            return HasilPemulihan(manifes, ragu, chain, time.monotonic() - began)


async def _fill(store: Database, manifes: Manifes, folder: Path, now: datetime) -> int:
    """Put every row back, all or nothing, and return how many mails are in doubt now."""
    async with in_transaction() as connection:
        for tabel in manifes.tabel:
            await read_table(connection, tabel, folder)
        if await head() != manifes.riwayat:
            raise CadanganDitolak("Riwayat di cadangan tidak berakhir seperti yang dicatat.")
        await store.migrate()
        ragu = await _doubt(now)
        await riwayat.write(
            "dipulihkan", manifes.id, pelaku="operator", now=now, rincian={"ragu": ragu}
        )
        return ragu


async def _doubt(now: datetime) -> int:
    """Mails that wait may have left after the snapshot: nobody knows, so none leaves at once.

    A message to a chat goes out again: twice does no harm, a lost password does.
    """
    mails = Outbox.filter(jenis=JenisKeluar.EMAIL.value, muatan__isnull=False)
    await mails.filter(keadaan__in=_UNSENT).update(
        keadaan=KeadaanKeluar.RAGU.value, sebab=Jejak().doubted().dump()
    )
    return await mails.filter(keadaan=KeadaanKeluar.RAGU.value).update(mulai_at=now + DOUBT)


async def _verify(manifes: Manifes, folder: Path) -> None:
    """Compare every file with the manifest; raise CadanganDitolak at the first that differs."""
    files = {table_file(folder, one.susunan.nama): one.jejak for one in manifes.tabel}
    files[folder / INVENTORY] = manifes.daftar_berkas
    for path, jejak in files.items():
        if await asyncio.to_thread(measure, path) != jejak:
            raise CadanganDitolak(f"{path.name} di cadangan hilang atau berubah isinya.")
    await verify_blobs(folder, manifes.jumlah_berkas)


@contextlib.contextmanager
def _locked(settings: Settings) -> Iterator[None]:
    """Keep every `kerja` away from the data folder meanwhile."""
    lock = FolderLock(settings.data)
    lock.take()
    try:
        yield
    finally:
        lock.release()
