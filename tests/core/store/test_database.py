from pathlib import Path

import pytest
from tortoise import Tortoise
from tortoise.connection import get_connection

from core.store import Database, new_id, opened, outbox
from tests.core.store.bahan import keluar

MODELS = ["core.store.models"]


def test_an_sqlite_database_is_a_file() -> None:
    assert Database("sqlite:data/a.sqlite3", MODELS).file == Path("data/a.sqlite3")


def test_a_postgresql_database_is_no_file_and_keeps_tortoise_s_own_driver() -> None:
    database = Database("postgres://adminduk@127.0.0.1/adminduk", MODELS)
    connection = database.config()["connections"]["default"]
    assert database.file is None
    assert connection["engine"] == "tortoise.backends.asyncpg"


def test_all_times_are_utc() -> None:
    config = Database("sqlite:a", MODELS).config()
    assert (config["use_tz"], config["timezone"]) == (True, "UTC")


async def test_no_wait_of_a_session_is_without_end(postgres_url: str) -> None:
    async with opened(Database(postgres_url, MODELS)):
        connection = get_connection("default")
        for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            (row,) = await connection.execute_query_dict(f"SHOW {name}")
            assert row[name] in ("1min", "30s")


def test_sslmode_is_said_as_the_driver_hears_it() -> None:
    url = "postgres://adminduk@db.contoh.go.id/adminduk?sslmode=verify-full"
    credentials = Database(url, MODELS).config()["connections"]["default"]["credentials"]
    assert credentials["ssl"] == "verify-full"
    assert "sslmode" not in credentials


async def test_statements_of_the_database_before_are_forgotten(
    sqlite_url: str, postgres_url: str
) -> None:
    for url in (sqlite_url, postgres_url, sqlite_url):
        async with opened(Database(url, MODELS)):
            await outbox.put(keluar(f"{url[:4]}-{new_id()}"))


async def test_a_block_that_fails_still_closes_its_database(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"

    async def fails() -> None:
        async with opened(Database(f"sqlite:{file}", MODELS)):
            await Tortoise.generate_schemas()
            raise LookupError

    with pytest.raises(LookupError):
        await fails()
    # SQLite removes its log when the last connection closes.
    assert left_in(tmp_path) == ["a.sqlite3"]


def left_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]
