"""Makes an older backup out of a new one."""

import contextlib
import json
import sqlite3
from pathlib import Path

from tortoise.connection import get_connection
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget

from core.app.backup_files import HashedFile
from core.app.backup_format import Manifes, table_file
from core.app.models import MODELS
from core.store import Database, opened
from core.store.database import APP


async def known_to_the_first(url: str) -> dict[str, set[str]]:
    """Return the tables that the first migration makes in an empty file, and their columns."""
    async with opened(Database(url, MODELS)) as store:
        executor = MigrationExecutor(get_connection("default"), store.config()["apps"])
        await executor.migrate([MigrationTarget(APP, "0001_initial")])
    with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:"))) as connection:
        return {
            nama: {row[1] for row in connection.execute(f'PRAGMA table_info("{nama}")')}
            for (nama,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).fetchall()
        }


def aged(folder: Path, known: dict[str, set[str]]) -> None:
    """Cut a backup down to what it would be if it had been made after the first migration."""
    manifes, kept = Manifes.load(folder), []
    for tabel in manifes.tabel:
        susunan, path = tabel.susunan, table_file(folder, tabel.susunan.nama)
        rows = [json.loads(line) for line in path.read_bytes().splitlines()]
        path.unlink()
        if susunan.nama not in known:
            assert rows == [], f"rows of {susunan.nama} would be lost"
            continue
        places = [
            place for place, one in enumerate(susunan.kolom) if one.nama in known[susunan.nama]
        ]
        file = HashedFile(path)
        for row in rows:
            file.write(json.dumps([row[place] for place in places]).encode() + b"\n")
        kolom = tuple(susunan.kolom[place] for place in places)
        older = susunan.model_copy(update={"kolom": kolom})
        kept.append(tabel.model_copy(update={"susunan": older, "jejak": file.close()}))
    cut = {"migrasi": manifes.migrasi[:1], "tabel": tuple(kept)}
    manifes.model_copy(update=cut).save(folder)


def columns(manifes: Manifes) -> set[tuple[str, str]]:
    """Return every column of a backup."""
    return {(one.susunan.nama, each.nama) for one in manifes.tabel for each in one.susunan.kolom}
