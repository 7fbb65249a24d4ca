"""Locks between replicas: held by a process, gone with it.

On SQLite one `kerja` works alone (core.app.lock refuses a second), so every lock is free. On
PostgreSQL they are session-level advisory locks on one connection of their own: when the process
dies its connection ends and others go on at once, without a lease and without a clock.
"""

import asyncio
import contextlib
import hashlib
from typing import Protocol

import asyncpg

# A host that vanished answers no probe, and a process that hangs says nothing: PostgreSQL lets
# their locks go after some ten and some fifteen seconds. Who is well shows it more often.
_KEEPALIVE = {
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}
_HUNG_SECONDS = 15.0
_DEADLINE_SECONDS = 5.0


class LocksLost(ConnectionError):
    """The connection that held our locks is gone: others may already do what we are doing."""


class Locks(Protocol):
    """Who of several replicas may do something."""

    @property
    def alone(self) -> bool:
        """Whether there can be no other replica."""

    async def take(self, name: str) -> bool:
        """Take a lock if it is free; LocksLost if we can hold none any more."""

    async def give_back(self, name: str) -> None:
        """Let others have it."""

    async def watch(self) -> None:
        """Wait as long as all is well; raise LocksLost when it is not."""


class NoRivals:
    """The locks of a process that works alone."""

    alone = True

    async def take(self, name: str) -> bool:
        """Every lock is free."""
        return True

    async def give_back(self, name: str) -> None:
        """Nobody waits for it."""

    async def watch(self) -> None:
        """Nothing can be lost."""
        await asyncio.Event().wait()

    async def close(self) -> None:
        """There is nothing to close."""


class SharedLocks:
    """Advisory locks of PostgreSQL, held by one connection."""

    alone = False

    def __init__(self, connection: asyncpg.Connection, *, beat_seconds: float) -> None:
        self._connection = connection
        self._turn = asyncio.Lock()  # one statement at a time
        self._lost = asyncio.Event()
        connection.add_termination_listener(lambda _: self._lost.set())
        self._heart = asyncio.create_task(self._beat(beat_seconds))

    @classmethod
    async def open(cls, url: str, *, hung_seconds: float = _HUNG_SECONDS) -> "SharedLocks":
        """Connect to the database at `url`; who says nothing for so long loses his locks."""
        patience = {"idle_session_timeout": str(int(hung_seconds * 1000))}
        connection = await asyncpg.connect(
            url,
            command_timeout=_DEADLINE_SECONDS,
            timeout=_DEADLINE_SECONDS,
            server_settings=_KEEPALIVE | patience,
        )
        return cls(connection, beat_seconds=hung_seconds / 5)

    async def take(self, name: str) -> bool:
        """Take a lock if it is free, also if we hold it already."""
        return bool(await self._ask("SELECT pg_try_advisory_lock($1)", _number(name)))

    async def give_back(self, name: str) -> None:
        """Let others have it."""
        await self._ask("SELECT pg_advisory_unlock($1)", _number(name))

    async def watch(self) -> None:
        """Wait until the connection ends, and raise LocksLost."""
        await self._lost.wait()
        raise LocksLost("sambungan ke basis data terputus")

    async def close(self) -> None:
        """Let every lock go."""
        self._heart.cancel()
        await self._connection.close(timeout=_DEADLINE_SECONDS)

    async def _beat(self, seconds: float) -> None:
        """Show that we are well as long as we hold locks, also while the process stops."""
        with contextlib.suppress(LocksLost):
            while True:
                await asyncio.sleep(seconds)
                await self._ask("SELECT $1::bigint", 0)

    async def _ask(self, question: str, value: object) -> object:
        if self._lost.is_set():
            raise LocksLost("sambungan ke basis data terputus")
        try:
            async with self._turn:
                return await self._connection.fetchval(question, value)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as cause:  # also time-outs
            # Half a connection is none: whoever waits in `watch` hears of it too.
            self._lost.set()
            raise LocksLost("sambungan ke basis data terputus") from cause


async def open_locks(url: str) -> NoRivals | SharedLocks:
    """Return the locks that belong to a database URL."""
    return NoRivals() if url.startswith("sqlite:") else await SharedLocks.open(url)


def _number(name: str) -> int:
    """Return the 64 bits that stand for a name; two names that meet only wait for each other."""
    digest = hashlib.sha256(f"adminduk|{name}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
