"""Finds out that another executor has died, and goes on with its work.

DBOS leaves the work of a dead executor alone until one of the same name is launched. So every
executor holds a lock on its own name as long as it lives; whoever can take the lock of another
knows that it is dead (measured: taken over 1.6 s after kill -9).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

log = logging.getLogger(__name__)

_LOOK_SECONDS = 1.0

Pending = Callable[[], Awaitable[Sequence[tuple[str, str]]]]
Resume = Callable[[Sequence[str]], Awaitable[None]]


class Locks(Protocol):
    """Locks that end with the process that holds them (core.store.Locks)."""

    async def take(self, name: str) -> bool:
        """Take a lock if it is free."""

    async def give_back(self, name: str) -> None:
        """Let others have it."""


class Takeover:
    """Looks after other executors. `pending` lists who runs what, as (executor, workflow)."""

    def __init__(self, executor: str, locks: Locks, *, pending: Pending, resume: Resume) -> None:
        self._executor = executor
        self._locks = locks
        self._pending = pending
        self._resume = resume

    async def announce(self) -> None:
        """Show that we live; RuntimeError if another one lives under our name."""
        if not await self._locks.take(_lock(self._executor)):
            raise RuntimeError(f"executor {self._executor} is running already")

    async def run(self) -> None:
        """Look for ever; a look that fails is logged and tried again."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                await self.look()
            except Exception as cause:
                log.warning("pekerjaan rekan: belum dapat dilihat (%s)", type(cause).__name__)

    async def look(self) -> None:
        """Take over, once, what dead executors were doing."""
        running: dict[str, list[str]] = {}
        for executor, workflow in await self._pending():
            if executor != self._executor:
                running.setdefault(executor, []).append(workflow)
        for executor in running:
            if await self._locks.take(_lock(executor)):
                try:
                    await self._take_over(executor)
                finally:
                    await self._locks.give_back(_lock(executor))

    async def _take_over(self, executor: str) -> None:
        """Look again under the lock: somebody may have been faster."""
        left = [workflow for owner, workflow in await self._pending() if owner == executor]
        if left:
            await self._resume(left)
            log.warning("%s pekerjaan dari proses yang mati dilanjutkan", len(left))


def _lock(executor: str) -> str:
    return f"pelaksana|{executor}"
