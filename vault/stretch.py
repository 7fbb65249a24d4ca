"""Argon2id in a small pool of threads, so that a flood of guesses costs time and never memory."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from vault.errors import Busy


@dataclass(frozen=True)
class Cost:
    """Parameters of Argon2id."""

    memory_kib: int
    rounds: int
    lanes: int


# SECURITY.md 4: 64 MiB, three rounds; OWASP's minimum is a seventh of it.
STRONG = Cost(memory_kib=64 * 1024, rounds=3, lanes=1)
_LENGTH = 32


class Stretcher:
    """Turns a short secret into 32 bytes, two at a time; who waits too long gets `Busy`."""

    def __init__(
        self, cost: Cost = STRONG, *, workers: int = 2, queue: int = 20, wait: float = 5.0
    ) -> None:
        self._cost = cost
        self._queue = queue
        self._wait = wait
        self._waiting = 0
        self._slots = asyncio.Semaphore(workers)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="argon2")

    async def stretch(self, secret: str, salt: bytes) -> bytes:
        """Stretch a normalised password or code. A slot is held until its thread is really done,
        even when the caller has gone away."""
        await self._take_slot()
        work = asyncio.get_running_loop().run_in_executor(
            self._pool, _argon2id, secret.encode(), salt, self._cost
        )
        work.add_done_callback(lambda _: self._slots.release())
        return await asyncio.shield(work)

    def close(self) -> None:
        """Let the running work finish and take no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def _take_slot(self) -> None:
        if self._slots.locked() and self._waiting >= self._queue:
            raise Busy("too many secrets are waiting to be stretched")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._wait):
                await self._slots.acquire()
        except TimeoutError as cause:
            raise Busy("waited too long for a thread that stretches secrets") from cause
        finally:
            self._waiting -= 1


def _argon2id(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        secret, salt, cost.rounds, cost.memory_kib, cost.lanes, _LENGTH, Type.ID
    )
