"""The migrations make the database that the models describe, and a database behind is refused."""

import sqlite3
from pathlib import Path

import pytest
from tortoise import Tortoise

from core.app.models import MODELS
from core.store import Database, DatabaseBehind, opened

# What Tortoise's models cannot say and the migration adds by hand (SECURITY.md 3).
BY_HAND = ("tautan", True, True, ("dokumen_id",))
OF_TORTOISE = {"tortoise_migrations", "sqlite_sequence"}

Column = tuple[str, str, str, bool, object, bool]
Index = tuple[str, bool, bool, tuple[str, ...]]
Reference = tuple[str, str, str, str, str]


class Schema:
    """What an SQLite file says about its own tables, without the names of indexes."""

    def __init__(self, file: Path) -> None:
        base = sqlite3.connect(file)
        names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        self.tables = {name for (name,) in names} - OF_TORTOISE
        self.columns: set[Column] = set()
        self.indexes: set[Index] = set()
        self.references: set[Reference] = set()
        for table in self.tables:
            self._read(base, table)
        base.close()

    def _read(self, base: sqlite3.Connection, table: str) -> None:
        for _, name, kind, required, default, key in base.execute(f"PRAGMA table_info({table})"):
            self.columns.add((table, name, kind, bool(required), default, bool(key)))
        for _, name, unique, _, partial in base.execute(f"PRAGMA index_list({table})").fetchall():
            over = tuple(row[2] for row in base.execute(f"PRAGMA index_info({name})"))
            self.indexes.add((table, bool(unique), bool(partial), over))
        for row in base.execute(f"PRAGMA foreign_key_list({table})"):
            self.references.add((table, row[2], row[3], row[4], row[6]))


@pytest.fixture
async def migrated(tmp_path: Path) -> Schema:
    file = tmp_path / "migrated.sqlite3"
    async with opened(Database(f"sqlite:{file}", MODELS)) as database:
        await database.migrate()
    return Schema(file)


@pytest.fixture
async def generated(tmp_path: Path) -> Schema:
    file = tmp_path / "generated.sqlite3"
    async with opened(Database(f"sqlite:{file}", MODELS)):
        await Tortoise.generate_schemas()
    return Schema(file)


async def test_the_walk_found_the_tables(migrated: Schema) -> None:
    assert {"permohonan", "produk", "riwayat", "inbox", "outbox", "tautan"} <= migrated.tables
    assert len(migrated.columns) > 100, "an empty walk proves nothing"


async def test_migrations_make_the_tables_and_columns_of_the_models(
    migrated: Schema, generated: Schema
) -> None:
    assert migrated.columns == generated.columns


async def test_migrations_make_the_indexes_of_the_models_and_one_by_hand(
    migrated: Schema, generated: Schema
) -> None:
    assert migrated.indexes == generated.indexes | {BY_HAND}


async def test_migrations_make_the_foreign_keys_of_the_models(
    migrated: Schema, generated: Schema
) -> None:
    assert migrated.references == generated.references
    assert migrated.references, "an empty walk proves nothing"


async def test_a_current_database_is_accepted_and_migrated_no_further(tmp_path: Path) -> None:
    async with opened(Database(f"sqlite:{tmp_path / 'a.sqlite3'}", MODELS)) as database:
        assert await database.migrate() == ["0001_initial"]
        assert await database.migrate() == []
        await database.require_current()


async def test_an_empty_database_is_refused_with_one_sentence(tmp_path: Path) -> None:
    async with opened(Database(f"sqlite:{tmp_path / 'a.sqlite3'}", MODELS)) as database:
        with pytest.raises(DatabaseBehind) as refused:
            await database.require_current()
    assert str(refused.value) == (
        "Basis data belum dimutakhirkan (0001_initial): jalankan ./adminduk migrate."
    )


async def test_asking_what_is_pending_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    async with opened(Database(f"sqlite:{file}", MODELS)) as database:
        assert await database.pending() == ["0001_initial"]
    assert Schema(file).tables == set()
