"""What a database says about its own tables, in the same words for SQLite and PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import psycopg

# Made by Tortoise or the database for themselves.
FOREIGN = {"tortoise_migrations", "sqlite_sequence"}

_PG_COLUMNS = """
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       pg_get_expr(d.adbin, d.adrelid)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND a.attnum > 0 AND NOT a.attisdropped
"""
_PG_INDEXES = """
SELECT c.relname, i.indisunique, i.indpred IS NOT NULL,
       array(SELECT a.attname::text FROM unnest(i.indkey::int[]) WITH ORDINALITY AS k(num, place)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num ORDER BY k.place)
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace
"""
_PG_REFERENCES = """
SELECT conrelid::regclass::text, confrelid::regclass::text, pg_get_constraintdef(oid)
FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
"""
_PG_TRIGGERS = """
SELECT c.relname, t.tgname, t.tgenabled::text
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
"""


@dataclass(frozen=True)
class Skema:
    """Every set starts a line with the name of its table."""

    tables: frozenset[str]
    columns: frozenset[tuple[object, ...]]
    indexes: frozenset[tuple[object, ...]]
    references: frozenset[tuple[object, ...]]
    triggers: frozenset[tuple[object, ...]]

    def differences(self, other: "Skema") -> dict[str, frozenset[object]]:
        """What one of the two has and the other has not."""
        pairs = {
            one.name: getattr(self, one.name) ^ getattr(other, one.name) for one in fields(self)
        }
        return {name: found for name, found in pairs.items() if found}


def schema_of(url: str) -> Skema:
    """Read the schema of the database at a URL."""
    if url.startswith("sqlite:"):
        return _of_sqlite(Path(url.removeprefix("sqlite:")))
    return _of_postgres(url)


def _of_postgres(url: str) -> Skema:
    with psycopg.connect(url) as base:

        def rows(query: str) -> frozenset[tuple[object, ...]]:
            found = base.execute(query.encode()).fetchall()
            return frozenset(
                tuple(tuple(one) if isinstance(one, list) else one for one in row)
                for row in found
                if row[0] not in FOREIGN
            )

        columns = rows(_PG_COLUMNS)
        return Skema(
            frozenset(str(row[0]) for row in columns),
            columns,
            rows(_PG_INDEXES),
            rows(_PG_REFERENCES),
            rows(_PG_TRIGGERS),
        )


def _of_sqlite(file: Path) -> Skema:
    base = sqlite3.connect(file)
    try:
        names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = {str(name) for (name,) in names} - FOREIGN
        triggers = base.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
        return Skema(
            frozenset(tables),
            frozenset(row for table in tables for row in _sqlite_columns(base, table)),
            frozenset(row for table in tables for row in _sqlite_indexes(base, table)),
            frozenset(row for table in tables for row in _sqlite_references(base, table)),
            frozenset(triggers.fetchall()),
        )
    finally:
        base.close()


def _sqlite_columns(base: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    for _, name, kind, required, default, key in base.execute(f"PRAGMA table_info({table})"):
        yield table, name, kind, bool(required), default, bool(key)


def _sqlite_indexes(base: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    for _, name, unique, _, partial in base.execute(f"PRAGMA index_list({table})").fetchall():
        over = tuple(row[2] for row in base.execute(f"PRAGMA index_info({name})"))
        yield table, bool(unique), bool(partial), over


def _sqlite_references(base: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    for row in base.execute(f"PRAGMA foreign_key_list({table})"):
        yield table, row[2], row[3], row[4], row[6]
