"""Databases for tests: each one new, already migrated, SQLite or PostgreSQL, gone afterwards."""

import asyncio
import contextlib
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import psycopg
from psycopg import sql
from tortoise.connection import get_connection

from core.app.models import MODELS
from core.store import Database, opened
from sandbox.postgres import Postgres

KINDS = ("sqlite", "postgres")
_TABLES = """
SELECT tablename FROM pg_tables
WHERE schemaname = 'public' AND tablename <> 'tortoise_migrations'
"""
_STRANGE_SCHEMAS = """
SELECT 1 FROM pg_namespace
WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'information_schema')
"""


class Rak:
    """A shelf of databases. Both kinds are copies of one that was migrated once per worker."""

    def __init__(self, folder: Path, server: Callable[[], Postgres]) -> None:
        self._folder, self.server = folder, server
        self._made = 0
        self._clean: list[str] = []

    @contextlib.contextmanager
    def fresh(self, kind: str, *, migrated: bool = True) -> Iterator[str]:
        """Give the URL of a new database for the length of the block."""
        if kind == "postgres":
            with self._postgres(migrated=migrated) as url:
                yield url
            return
        self._made += 1
        folder = self._folder / str(self._made)
        folder.mkdir()
        if migrated:
            shutil.copyfile(self._sqlite_template, folder / "adminduk.sqlite3")
        try:
            yield f"sqlite:{folder / 'adminduk.sqlite3'}"
        finally:
            shutil.rmtree(folder)

    def close(self) -> None:
        """Remove what was kept, also from a server that is not ours to stop."""
        while self._clean:
            self.server().drop(self._clean.pop())
        if pattern := self.__dict__.pop("_template", None):
            self.server().drop(pattern)

    @contextlib.contextmanager
    def _postgres(self, *, migrated: bool) -> Iterator[str]:
        """Give one that an earlier test left clean: to make one takes a third of a second."""
        server = self.server()
        if not migrated:
            url = server.fresh()
        else:
            url = self._clean.pop() if self._clean else server.fresh(template=self._template)
        try:
            yield url
        finally:
            if migrated and _cleaned(url):
                self._clean.append(url)
            else:
                server.drop(url)

    @cached_property
    def _sqlite_template(self) -> Path:
        file = self._folder / "pola.sqlite3"
        _migrate(f"sqlite:{file}")
        return file

    @cached_property
    def _template(self) -> str:
        url = self.server().fresh()
        _migrate(url)
        return url


def content_of(url: str) -> bytes:
    """Return all that lies in a database, as the bytes that a thief of the disk would see."""
    if file := Database(url, MODELS).file:
        return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))
    with psycopg.connect(url) as connection:
        names = connection.execute(
            "SELECT schemaname, tablename FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2"
        ).fetchall()
        return b"".join(_rows(connection, *name) for name in names)


async def unlock_history() -> None:
    """Do what only the owner of the database can: take the guard off the history."""
    connection = get_connection("default")
    if connection.capabilities.dialect == "postgres":
        await connection.execute_query("ALTER TABLE riwayat DISABLE TRIGGER riwayat_tetap")
        return
    for event in ("ubah", "hapus", "ganti"):
        await connection.execute_query(f"DROP TRIGGER riwayat_tanpa_{event}")


def _rows(connection: psycopg.Connection, *table: str) -> bytes:
    command = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(*table))
    with connection.cursor().copy(command) as rows:
        return b"".join(bytes(row) for row in rows)


def _cleaned(url: str) -> bool:
    """Empty the tables; False if more than their rows was changed: then it serves nobody else."""
    try:
        with psycopg.connect(url) as connection:
            connection.execute("SET lock_timeout = '5s'")
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if connection.execute(_STRANGE_SCHEMAS).fetchone() is not None:
                return False
            # The history refuses to be emptied; foreign keys are let be.
            connection.execute("ALTER TABLE riwayat DISABLE TRIGGER riwayat_tetap")
            connection.execute("SET LOCAL session_replication_role = replica")
            for (name,) in connection.execute(_TABLES).fetchall():
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
            connection.execute("ALTER TABLE riwayat ENABLE ALWAYS TRIGGER riwayat_tetap")
    except psycopg.Error:
        return False
    return True


def _migrate(url: str) -> None:
    """Migrate in a thread: the loops of pytest-asyncio in this one stay as they are."""

    async def migrate() -> None:
        async with opened(Database(url, MODELS)) as database:
            await database.migrate()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, migrate()).result()
