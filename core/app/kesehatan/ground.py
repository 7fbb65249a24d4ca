"""The looks that both processes share: database and storage."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from core.app.checks.folders import BERKAS, room
from core.store import Database
from core.store.knock import FileRefused, knock
from core.store.models import Inbox
from core.web.kesehatan import Keadaan
from vault import StorageRefused, probe

_MIGRATIONS_SECONDS = 60.0


class DatabaseLook:
    """A question over our own connection, and a knock at the file from outside."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._current_at: float | None = None

    async def __call__(self) -> Keadaan:
        """Ask; raise whatever the driver raises."""
        begun = self._clock()
        await Inbox.all().order_by("id").first().values_list("id")
        if (file := self._database.file) is not None:
            try:
                await asyncio.to_thread(knock, file)
            except FileRefused as fault:
                return Keadaan(False, str(fault))
        if not await self._is_current():
            return Keadaan(False, "belum dimutakhirkan: jalankan ./adminduk migrate")
        return Keadaan(True, umur_detik=self._clock() - begun)

    async def _is_current(self) -> bool:
        """Look now and then: a newer version may have been unpacked under our feet."""
        now = self._clock()
        if self._current_at is None or now - self._current_at > _MIGRATIONS_SECONDS:
            if await self._database.pending():
                return False
            self._current_at = now
        return True


class StorageLook:
    """Write, sync and read a blob, and see how much room is left."""

    def __init__(self, data: Path, *, ruang_mb: int, writes: bool = True) -> None:
        self._data = data
        self._wanted = ruang_mb
        self._writes = writes

    async def __call__(self) -> Keadaan:
        """Try the folder."""
        if self._writes:
            try:
                await probe(self._data / BERKAS)
            except StorageRefused as fault:
                return Keadaan(False, str(fault))
        elif not await asyncio.to_thread((self._data / BERKAS).is_dir):
            return Keadaan(False, "folder berkas tidak ada")
        free, more = await asyncio.to_thread(room, self._data)
        if free < self._wanted or not more:
            return Keadaan(False, f"ruang bebas {free} MB" if more else "inode habis")
        return Keadaan(True)
