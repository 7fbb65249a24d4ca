"""Opens, migrates and closes the database: an SQLite file by default, PostgreSQL by its URL."""

import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.connection import get_connection
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.transactions import in_transaction

from core.store.finish import finish
from core.store.turnstile import one_at_a_time

APP = "adminduk"
# In this order: the first process of several turns WAL on while the others wait.
_PRAGMAS = {
    "busy_timeout": 30_000,
    "journal_mode": "WAL",
    "foreign_keys": "ON",
    "synchronous": "FULL",
    "cache_size": -16_000,
    "temp_store": "MEMORY",
    "secure_delete": "ON",
}
# Every wait ends (milliseconds): a process that was stopped in mid-transaction holds its rows no
# longer than a minute.
_SESSION = {
    "application_name": "adminduk",
    "statement_timeout": "60000",
    "lock_timeout": "30000",
    "idle_in_transaction_session_timeout": "60000",
    "timezone": "UTC",
}
# Seconds, on our side: to connect, and for an answer from a network that is dead.
_DEADLINES = {"timeout": 10.0, "command_timeout": 900.0}
# An index over a big table takes its time; so does whoever waits for his turn.
_PATIENT = ("SET LOCAL statement_timeout = '10min'", "SET LOCAL lock_timeout = '10min'")


class DatabaseBehind(RuntimeError):
    """The database has not seen every migration; its text says what to run."""


class BrokenReferences(RuntimeError):
    """Rows point to rows that are not there; nothing was migrated."""


@dataclass(frozen=True)
class Database:
    """Where the data is (`sqlite:` and a path, or `postgres://...`) and who holds the models."""

    url: str
    models: Sequence[str]
    migrations: str = "core.migrations"

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None on PostgreSQL."""
        return Path(self.url.removeprefix("sqlite:")) if self.url.startswith("sqlite:") else None

    def config(self) -> dict[str, Any]:
        """Return Tortoise's configuration. All times are stored as UTC."""
        return {
            "connections": {"default": self._connection()},
            "apps": {
                APP: {
                    "models": list(self.models),
                    "default_connection": "default",
                    "migrations": self.migrations,
                }
            },
            "use_tz": True,
            "timezone": "UTC",
        }

    def _connection(self) -> dict[str, Any]:
        if self.file is None:
            found = dict(expand_db_url(self.url))
            found["credentials"] = _credentials(found["credentials"])
            return found
        return {
            "engine": "core.store.sqlite",
            "credentials": {"file_path": str(self.file), **_PRAGMAS},
        }

    async def open(self) -> None:
        """Connect. Workflows of core.jobs run outside our context, hence the global fallback."""
        # Statements that Tortoise wrote for another database speak that database's dialect.
        EXECUTOR_CACHE.clear()
        await Tortoise.init(config=self.config(), _enable_global_fallback=True)

    async def close(self) -> None:
        """Disconnect; without it the process never ends (aiosqlite's thread)."""
        await Tortoise.close_connections()

    async def migrate(self) -> list[str]:
        """Apply every pending migration and return their names.

        All in one transaction, with the record of what was applied: killed in the middle, nothing
        has happened. Of several processes one migrates, the others wait and find nothing to do.
        """
        return await finish(self._migrate())

    async def _migrate(self) -> list[str]:
        async with in_transaction() as connection:
            if self.file is None:
                for patience in _PATIENT:
                    await connection.execute_query(patience)
            await one_at_a_time("migrasi")
            executor = self._executor(connection)
            executor.recorder = _Recorder(connection)
            await executor.recorder.ensure_schema(executor._schema_editor())
            names = [step.migration.name for step in await executor.plan()]
            if names:
                await executor.migrate()
                await _check_references(connection)
            return names

    async def pending(self) -> list[str]:
        """Return the names of migrations that this database has not seen."""
        executor = self._executor(get_connection("default"))
        return [step.migration.name for step in await executor.plan()]

    async def require_current(self) -> None:
        """Raise DatabaseBehind unless every migration has been applied."""
        if names := await self.pending():
            raise DatabaseBehind(
                f"Basis data belum dimutakhirkan ({', '.join(names)}): "
                "jalankan ./adminduk migrate."
            )

    def _executor(self, connection: BaseDBAsyncClient) -> MigrationExecutor:
        return MigrationExecutor(connection, self.config()["apps"])


def _credentials(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Add our deadlines, and say `sslmode` as asyncpg hears it: the other drivers want it so."""
    credentials = {**_DEADLINES, "server_settings": _SESSION, **asked}
    if (mode := credentials.pop("sslmode", None)) is not None:
        credentials["ssl"] = mode
    return credentials


class _Recorder(MigrationRecorder):
    """Makes its table inside our transaction: SQLite's `executescript` would commit it."""

    async def ensure_schema(self, schema_editor: BaseSchemaEditor) -> None:
        made = schema_editor._get_model_sql_data(self.model).table_sql
        await self.connection.execute_query(
            made.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1)
        )


async def _check_references(connection: BaseDBAsyncClient) -> None:
    """Raise BrokenReferences if a row points nowhere. PostgreSQL never lets that happen."""
    if connection.capabilities.dialect == "sqlite":
        _, rows = await connection.execute_query("PRAGMA foreign_key_check")
        if rows:
            raise BrokenReferences(
                f"Basis data tidak dimutakhirkan: {len(rows)} baris menunjuk ke baris yang tidak "
                "ada. Pulihkan cadangan terakhir."
            )


@contextlib.asynccontextmanager
async def opened(database: Database) -> AsyncIterator[Database]:
    """Open the database for the length of a block."""
    await database.open()
    try:
        yield database
    finally:
        await database.close()
