from pathlib import Path

import pytest
from tortoise import Tortoise

from core.store import Database, opened

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
