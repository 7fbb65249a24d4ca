"""Runs waiting rows: those of one lane one after the other, lanes beside each other.

A lane is worked on under its lock, so that this holds for several processes as well.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Collection
from typing import Generic, TypeVar

from core.store.locks import Locks, LocksLost, NoRivals
from core.store.patience import Patience

log = logging.getLogger(__name__)

R = TypeVar("R")

_GRACE_SECONDS = 30.0


class Lanes(Generic[R]):
    """Takes the next row whose lane is free and hands it to `act`; `wake`: look at once.

    `again` returns a row as it is now, if it still waits as it did when it was taken: between
    the look and the lock another process may have done it. A lane whose row fails rests, longer
    each time, and occupies no hand meanwhile.
    """

    def __init__(
        self,
        name: str,
        take: Callable[[Collection[str]], Awaitable[R | None]],
        act: Callable[[R], Awaitable[None]],
        *,
        lane: Callable[[R], str],
        again: Callable[[R], Awaitable[R | None]],
        locks: Locks | None = None,
        width: int = 8,
        idle_seconds: float = 0.5,
    ) -> None:
        self._name = name
        self._take = take
        self._act = act
        self._lane = lane
        self._again = again
        self._locks = locks or NoRivals()
        self._width = width
        self._idle = idle_seconds
        self._patience = Patience(time.monotonic, first_seconds=idle_seconds)
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._stir = asyncio.Event()
        self._closed = False

    def wake(self) -> None:
        """Look for work now instead of at the next idle tick."""
        self._stir.set()

    async def run(self) -> None:
        """Work until closed, and until what was begun is done (half a minute at most).

        A failing look is logged and tried again after the idle time.
        """
        while not self._closed:
            self._stir.clear()
            try:
                await self._fill()
            except Exception as cause:
                log.error("%s: gagal mengambil pekerjaan (%s)", self._name, type(cause).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stir.wait(), self._idle)
        await self._finish()

    def close(self) -> None:
        """Take nothing new from now on."""
        self._closed = True
        self._stir.set()

    async def stop(self) -> None:
        """Take nothing new and wait, half a minute at most, for what is being done."""
        self.close()
        await self._finish()

    def _is_closed(self) -> bool:
        """Look again: it may have happened while we waited."""
        return self._closed

    async def _finish(self) -> None:
        if self._busy:
            await asyncio.wait(list(self._busy.values()), timeout=_GRACE_SECONDS)

    async def _fill(self) -> None:
        elsewhere = self._patience.resting()  # and lanes that another process works on
        while len(self._busy) < self._width:
            row = await self._take(self._busy.keys() | elsewhere)
            if row is None or self._is_closed():
                return
            lane = self._lane(row)
            if not await self._locks.take(self._lock(lane)):
                elsewhere.add(lane)
            elif self._is_closed():
                await self._locks.give_back(self._lock(lane))
                return
            else:
                self._busy[lane] = asyncio.create_task(self._one(lane, row))

    async def _one(self, lane: str, row: R) -> None:
        try:
            current = row if self._locks.alone else await self._again(row)
            if current is not None:
                await self._act(current)
        except Exception as cause:
            # Only the class: the text of a foreign error may carry what was sent.
            log.error("%s: satu pekerjaan gagal (%s)", self._name, type(cause).__name__)
            self._patience.failed(lane)
        else:
            self._patience.well(lane)
        finally:
            await self._leave(lane)

    async def _leave(self, lane: str) -> None:
        """Free a lane. Whoever watches the locks hears of it if they are lost."""
        try:
            with contextlib.suppress(LocksLost):
                await self._locks.give_back(self._lock(lane))
        finally:
            del self._busy[lane]
            self._stir.set()

    def _lock(self, lane: str) -> str:
        return f"{self._name}|{lane}"
