"""The database: it is there, it is up to date, and its clock agrees with ours."""

import asyncio
from datetime import UTC, datetime

from tortoise.connection import get_connection

from core.app.checks.check import BAIK, Check, Hasil, Tempat
from core.app.checks.clock import behind, differs
from core.app.checks.folders import sqlite_file
from core.app.models import site_database
from core.store import opened
from core.store.knock import FileRefused, knock
from core.store.models import Riwayat

_BEHIND = "Basis data belum dimutakhirkan ({} langkah): jalankan ./adminduk migrate."


async def _database(tempat: Tempat) -> Hasil:
    file = sqlite_file(tempat.settings)
    if file is not None:
        # Opening would make it, and a file that is something else keeps Tortoise for ever.
        if not await asyncio.to_thread(file.is_file):
            return "Basis data belum ada: jalankan ./adminduk migrate."
        await asyncio.to_thread(knock, file)
    async with opened(site_database(tempat.settings)) as store:
        if names := await store.pending():
            return _BEHIND.format(len(names))
        last = await Riwayat.all().order_by("-urut").first()
        return behind(tempat.now(), last.waktu if last else None) or await _clock(tempat, file)


async def _clock(tempat: Tempat, file: object) -> str:
    """Compare with PostgreSQL's clock; SQLite has ours."""
    if file is not None:
        return BAIK
    found = await get_connection("default").execute_query_dict("SELECT now() AS jam")
    theirs = found[0]["jam"]
    if not isinstance(theirs, datetime):
        return "Jam basis data tidak terbaca."
    return differs(tempat.now(), theirs.astimezone(UTC), "jam basis data")


DATABASE = Check("basis data", _database, (FileRefused,))
