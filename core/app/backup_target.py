"""Says whether an installation may be restored into: nobody works in it, and nothing is in it."""

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget

from core.app.backup_format import CadanganDitolak
from core.app.backup_tables import applied, is_sqlite
from core.settings import Settings
from core.store import Database
from core.store.database import APP

_SQLITE_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_POSTGRES_TABLES = "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
_POSTGRES_ENGINE = "SELECT 1 FROM pg_tables WHERE schemaname = 'dbos' LIMIT 1"
_POSTGRES_OTHERS = (
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
    " AND backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1"
)
_MIGRATIONS = "tortoise_migrations"


async def refuse_used(connection: BaseDBAsyncClient, settings: Settings) -> None:
    """Raise CadanganDitolak unless the database is empty and ours alone.

    What is left of the engine of durable work counts too: it would take a restored case for one
    that it has issued already.
    """
    if is_sqlite(connection):
        await _refuse_rows(connection, _SQLITE_TABLES)
        if (settings.data / "pekerjaan.sqlite3").exists():
            raise CadanganDitolak(
                "Folder data sudah pernah dipakai (ada pekerjaan.sqlite3): pulihkan ke folder "
                "data yang baru."
            )
        return
    if await connection.execute_query_dict(_POSTGRES_OTHERS):
        raise CadanganDitolak(
            "Ada proses lain yang memakai basis data ini: hentikan semua kerja dan web dulu."
        )
    await _refuse_rows(connection, _POSTGRES_TABLES)
    if await connection.execute_query_dict(_POSTGRES_ENGINE):
        raise CadanganDitolak(
            "Basis data sudah pernah dipakai (ada skema dbos): pulihkan ke basis data yang baru."
        )


async def migrate_to(
    connection: BaseDBAsyncClient, store: Database, wanted: tuple[str, ...]
) -> None:
    """Give an empty database the tables that the backup was made from.

    Raise CadanganDitolak if the backup is newer than this program, or older than a database that
    was migrated already.
    """
    executor = MigrationExecutor(connection, store.config()["apps"])
    await executor.loader.build_graph()
    known = {key.name for key in executor.loader.graph.nodes if key.app_label == APP}
    if newer := [name for name in wanted if name not in known]:
        raise CadanganDitolak(
            f"Cadangan dibuat oleh adminduk yang lebih baru ({newer[0]}): "
            "mutakhirkan program dulu."
        )
    if not wanted or set(await applied(connection)) - set(wanted):
        raise CadanganDitolak(
            "Cadangan lebih tua daripada tabel di basis data ini: pulihkan ke basis data yang "
            "belum dimigrasikan."
        )
    await executor.migrate([MigrationTarget(APP, wanted[-1])], direction="forward")


async def _refuse_rows(connection: BaseDBAsyncClient, question: str) -> None:
    for found in await connection.execute_query_dict(question):
        table = found["name"]
        if table != _MIGRATIONS and await connection.execute_query_dict(
            f'SELECT 1 FROM "{table}" LIMIT 1'  # noqa: S608  the database's own names
        ):
            raise CadanganDitolak(
                "Basis data tidak kosong: pemulihan tidak pernah menimpa yang sudah ada."
            )
