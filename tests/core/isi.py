"""Fills every table of a database with a row or two, whatever its columns are."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import psycopg

from tests.core.skema import Skema

# One id for everything: whatever points to a row points to this one.
ID = UUID("01a2041b-1aed-7000-bea1-fa243e72cb21")
NOW = datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC)
Rows = dict[str, tuple[object, ...]]


def fill(url: str, skema: Skema) -> None:
    """Put a row into every table."""
    for table in sorted(skema.tables):
        names = columns_of(skema, table)
        values = [_value(_kind(skema, table, name), sqlite=_is_file(url)) for name in names]
        _write(url, table, names, values)


def rows_of(url: str, skema: Skema) -> Rows:
    """Read back what stands in the columns that a schema knows."""
    return {
        table: _read(url, f"SELECT {', '.join(columns_of(skema, table))} FROM {table}")
        for table in skema.tables
    }


def columns_of(skema: Skema, table: str) -> list[str]:
    """The names of a table's columns, sorted."""
    return sorted(str(row[1]) for row in skema.columns if row[0] == table)


def _kind(skema: Skema, table: str, name: str) -> str:
    return next(str(row[2]).lower() for row in skema.columns if row[:2] == (table, name))


def _value(kind: str, *, sqlite: bool) -> object:
    if "uuid" in kind or kind == "char(36)":
        return str(ID)
    if "time" in kind:
        return str(NOW) if sqlite else NOW
    if "bool" in kind:
        return True
    if "int" in kind:
        return 7
    if kind in ("bytea", "blob"):
        return b"tersegel"
    return "aktif"


def _write(url: str, table: str, names: list[str], values: list[object]) -> None:
    places = ", ".join("?" if _is_file(url) else "%s" for _ in names)
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"
    if _is_file(url):
        with closing(sqlite3.connect(_file(url))) as base, base:
            base.execute(statement, values)
        return
    with psycopg.connect(url) as server:
        server.execute("SET session_replication_role = replica")
        server.execute(statement.encode(), values)


def _read(url: str, statement: str) -> tuple[object, ...]:
    if _is_file(url):
        with closing(sqlite3.connect(_file(url))) as base:
            return tuple(base.execute(statement).fetchall())
    with psycopg.connect(url) as server:
        return tuple(server.execute(statement.encode()).fetchall())


def _is_file(url: str) -> bool:
    return url.startswith("sqlite:")


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:"))
