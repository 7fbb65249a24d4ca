"""The migrations make the database that the models describe, and a database behind is refused."""

import asyncio
import pkgutil
import sqlite3
import sys
from pathlib import Path

import pytest
from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.migrations.executor import MigrationTarget

from core import migrations
from core.app.models import MODELS
from core.store import Database, DatabaseBehind, opened
from core.store.database import APP, BrokenReferences
from tests.basis import Rak
from tests.core.isi import fill, rows_of
from tests.core.skema import schema_of

ROOT = Path(__file__).parents[2]
NAMES = sorted(one.name for one in pkgutil.iter_modules(migrations.__path__))
# What Tortoise's models cannot say and the migrations add by hand (SECURITY.md 3 and 16).
INDEX_BY_HAND = ("tautan", True, True, ("dokumen_id",))
GUARDED = {"riwayat"}


async def migrate(url: str, upto: str = "") -> None:
    async with opened(Database(url, MODELS)) as database:
        if not upto:
            await database.migrate()
            return
        executor = database._executor(get_connection("default"))
        await executor.migrate([MigrationTarget(APP, upto)])


async def generate(url: str) -> None:
    async with opened(Database(url, MODELS)):
        await Tortoise.generate_schemas()


def test_the_walk_found_the_migrations() -> None:
    assert NAMES[:2] == ["0001_initial", "0002_riwayat_append_only"]


async def test_the_walk_found_the_tables(database_url: str) -> None:
    found = schema_of(database_url)
    assert {"permohonan", "produk", "riwayat", "inbox", "outbox", "tautan"} <= found.tables
    assert len(found.columns) > 100, "an empty walk proves nothing"
    assert found.references, "an empty walk proves nothing"


async def test_migrations_make_what_the_models_describe_and_a_little_by_hand(
    database_url: str, empty_database_url: str
) -> None:
    await generate(empty_database_url)
    migrated, generated = schema_of(database_url), schema_of(empty_database_url)
    different = migrated.differences(generated)
    triggers = different.pop("triggers")
    assert {row[0] for row in triggers} == GUARDED  # type: ignore[index]
    assert different == {"indexes": {INDEX_BY_HAND}}
    assert INDEX_BY_HAND in migrated.indexes


async def test_a_filled_database_of_the_first_release_becomes_the_newest_and_keeps_its_rows(
    rak: Rak, kind: str
) -> None:
    with rak.fresh(kind) as newest, rak.fresh(kind, migrated=False) as old:
        await migrate(old, NAMES[0])
        first = schema_of(old)
        fill(old, first)
        before = rows_of(old, first)
        await migrate(old)
        assert schema_of(old).differences(schema_of(newest)) == {}
        assert rows_of(old, first) == before
        assert all(len(rows) == 1 for rows in before.values())
        assert len(before) >= 15, "an empty walk proves nothing"


async def migrator(url: str, *how: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.core.pemutakhir", url, *how),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )


async def said_by(process: asyncio.subprocess.Process) -> tuple[int | None, str]:
    out, _ = await process.communicate()
    return process.returncode, out.decode().strip()


async def test_of_three_processes_that_migrate_at_once_one_does(empty_database_url: str) -> None:
    processes = [await migrator(empty_database_url) for _ in range(3)]
    ends = await asyncio.gather(*[said_by(one) for one in processes])
    assert sorted(ends) == [(0, ""), (0, ""), (0, " ".join(NAMES))]


async def test_a_migration_killed_in_the_middle_has_not_happened_and_is_made_up_for(
    empty_database_url: str, database_url: str
) -> None:
    stuck = await migrator(empty_database_url, "macet")
    assert stuck.stdout is not None
    assert await stuck.stdout.readline() == b"macet\n"
    stuck.kill()
    await stuck.wait()
    async with opened(Database(empty_database_url, MODELS)) as database:
        with pytest.raises(DatabaseBehind):
            await database.require_current()
        assert await database.migrate() == NAMES
        await database.require_current()
    assert schema_of(empty_database_url).differences(schema_of(database_url)) == {}


async def test_a_current_database_is_accepted_and_migrated_no_further(
    empty_database_url: str,
) -> None:
    async with opened(Database(empty_database_url, MODELS)) as database:
        assert await database.migrate() == NAMES
        assert await database.migrate() == []
        await database.require_current()


async def test_an_empty_database_is_refused_with_one_sentence(empty_database_url: str) -> None:
    async with opened(Database(empty_database_url, MODELS)) as database:
        with pytest.raises(DatabaseBehind) as refused:
            await database.require_current()
    assert str(refused.value) == (
        f"Basis data belum dimutakhirkan ({', '.join(NAMES)}): jalankan ./adminduk migrate."
    )


async def test_asking_what_is_pending_changes_nothing(empty_database_url: str) -> None:
    async with opened(Database(empty_database_url, MODELS)) as database:
        assert await database.pending() == NAMES
    assert schema_of(empty_database_url).tables == set()


async def test_rows_that_point_nowhere_stop_a_migration_before_it_counts(rak: Rak) -> None:
    with rak.fresh("sqlite", migrated=False) as url:
        await migrate(url, NAMES[0])
        first = schema_of(url)
        fill(url, first)
        with sqlite3.connect(url.removeprefix("sqlite:")) as base:
            base.execute("DELETE FROM permohonan")
        base.close()
        async with opened(Database(url, MODELS)) as database:
            with pytest.raises(BrokenReferences, match="1 baris"):
                await database.migrate()
            assert await database.pending() == NAMES[1:]
        assert schema_of(url) == first
