"""Runs waiting rows: those of one lane one after the other, lanes beside each other."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Collection
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

R = TypeVar("R")

_GRACE_SECONDS = 30.0


class Lanes(Generic[R]):
    """Takes the next row whose lane is free and hands it to `act`; `wake`: look at once."""

    def __init__(
        self,
        name: str,
        take: Callable[[Collection[str]], Awaitable[R | None]],
        act: Callable[[R], Awaitable[None]],
        *,
        lane: Callable[[R], str],
        width: int = 8,
        idle_seconds: float = 0.5,
    ) -> None:
        self._name = name
        self._take = take
        self._act = act
        self._lane = lane
        self._width = width
        self._idle = idle_seconds
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._stir = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Look for work now instead of at the next idle tick."""
        self._stir.set()

    async def run(self) -> None:
        """Work until `stop`; a failing look is logged and tried again after the idle time."""
        while not self._stopping:
            self._stir.clear()
            try:
                await self._fill()
            except Exception as cause:
                log.error("%s: gagal mengambil pekerjaan (%s)", self._name, type(cause).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stir.wait(), self._idle)

    async def stop(self) -> None:
        """Take nothing new and wait, half a minute at most, for what is being done."""
        self._stopping = True
        self._stir.set()
        if self._busy:
            await asyncio.wait(list(self._busy.values()), timeout=_GRACE_SECONDS)

    async def _fill(self) -> None:
        while len(self._busy) < self._width:
            row = await self._take(self._busy.keys())
            if row is None or self._stopping:
                return
            self._busy[self._lane(row)] = asyncio.create_task(self._one(row))

    async def _one(self, row: R) -> None:
        try:
            await self._act(row)
        except Exception as cause:
            # Only the class: the text of a foreign error may carry what was sent.
            log.error("%s: satu pekerjaan gagal (%s)", self._name, type(cause).__name__)
            await asyncio.sleep(self._idle)
        finally:
            del self._busy[self._lane(row)]
            self._stir.set()
