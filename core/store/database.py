"""Opens, migrates and closes the database: an SQLite file by default, PostgreSQL by its URL."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.connection import get_connection
from tortoise.migrations.executor import MigrationExecutor

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


class DatabaseBehind(RuntimeError):
    """The database has not seen every migration; its text says what to run."""


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
            return dict(expand_db_url(self.url))
        return {
            "engine": "core.store.sqlite",
            "credentials": {"file_path": str(self.file), **_PRAGMAS},
        }

    async def open(self) -> None:
        """Connect. Workflows of core.jobs run outside our context, hence the global fallback."""
        await Tortoise.init(config=self.config(), _enable_global_fallback=True)

    async def close(self) -> None:
        """Disconnect; without it the process never ends (aiosqlite's thread)."""
        await Tortoise.close_connections()

    async def migrate(self) -> list[str]:
        """Apply every pending migration and return their names."""
        names = await self.pending()
        if names:
            await self._executor().migrate()
        return names

    async def pending(self) -> list[str]:
        """Return the names of migrations that this database has not seen."""
        return [step.migration.name for step in await self._executor().plan()]

    async def require_current(self) -> None:
        """Raise DatabaseBehind unless every migration has been applied."""
        if names := await self.pending():
            raise DatabaseBehind(
                f"Basis data belum dimutakhirkan ({', '.join(names)}): "
                "jalankan ./adminduk migrate."
            )

    def _executor(self) -> MigrationExecutor:
        return MigrationExecutor(get_connection("default"), self.config()["apps"])


@contextlib.asynccontextmanager
async def opened(database: Database) -> AsyncIterator[Database]:
    """Open the database for the length of a block."""
    await database.open()
    try:
        yield database
    finally:
        await database.close()
