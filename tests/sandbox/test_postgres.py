"""A PostgreSQL for a block: it comes up, holds databases apart, and leaves nothing behind."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from core.settings import Settings
from core.settings.sections import Mail, Web
from sandbox.postgres import ENVIRONMENT, Postgres, PostgresUnavailable, name_of, postgres

ROOT = Path(__file__).parents[2]
# A process that starts a server, says where it is, and is then killed.
HOLDER = """
from sandbox.postgres import postgres
with postgres() as server:
    print(server.url, flush=True)
    input()
"""


@pytest.fixture(autouse=True)
def _our_own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)


def answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def data_of(url: str) -> Path:
    """Where a server keeps what it was given."""
    with psycopg.connect(url) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    assert row is not None
    return Path(row[0])


def test_databases_are_new_apart_and_gone_when_dropped(pg_server: Postgres) -> None:
    one, other = pg_server.fresh(), pg_server.fresh()
    with psycopg.connect(one) as connection:
        connection.execute("CREATE TABLE a (b int)")
    with psycopg.connect(other) as connection:
        assert connection.execute("SELECT to_regclass('a')").fetchone() == (None,)
    for url in (one, other):
        pg_server.drop(url)
        assert not answers(url)


def test_a_template_is_copied_with_all_it_holds(pg_server: Postgres) -> None:
    pattern = pg_server.fresh()
    with psycopg.connect(pattern) as connection:
        connection.execute("CREATE TABLE a AS SELECT 7 AS b")
    copy = pg_server.fresh(template=pattern)
    with psycopg.connect(copy) as connection:
        assert connection.execute("SELECT b FROM a").fetchone() == (7,)
    pg_server.drop(copy)
    pg_server.drop(pattern)


def test_a_database_that_is_in_use_is_dropped_too(pg_server: Postgres) -> None:
    url = pg_server.fresh()
    with psycopg.connect(url):
        pg_server.drop(url)
    assert not answers(url)


def test_the_settings_take_its_url(pg_url: str) -> None:
    settings = Settings(
        kantor=Path("kantor.toml"),
        basis_data=pg_url,
        surat=Mail(host="127.0.0.1", dari="layanan@contoh.go.id"),
        web=Web(alamat="http://127.0.0.1:1"),
    )
    assert settings.database_url == pg_url
    assert answers(settings.jobs_url)


def test_the_server_of_the_environment_is_used_and_left_running(
    pg_server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, pg_server.url)
    with postgres() as server:
        assert server == pg_server
    assert answers(pg_server.url)


def test_a_server_ends_with_its_block_and_its_data_with_it() -> None:
    seen: list[tuple[str, Path]] = []

    def fails() -> None:
        with postgres() as server:
            seen.append((server.url, data_of(server.url)))
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    ((url, data),) = seen
    assert not answers(url)
    assert not data.parent.exists()


def test_a_server_ends_although_its_holder_was_killed_and_its_data_with_it() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        url = holder.stdout.readline().decode().strip()
        data = data_of(url)
        holder.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 60
    while answers(url) or data.parent.exists():
        assert time.monotonic() < deadline, "the server outlives its holder"


def test_what_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.postgres_server._FAST", ("fsync=maybe",))
    with pytest.raises(PostgresUnavailable, match="fsync"), postgres():
        pass


def test_the_name_of_a_database_stands_at_the_end_of_its_url() -> None:
    assert name_of("postgres://a:b@127.0.0.1:5432/adminduk") == "adminduk"
