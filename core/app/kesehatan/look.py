"""Asks one thing at most so often, one question at a time, and waits for nobody for long."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from core.web.kesehatan import Keadaan

Ask = Callable[[], Awaitable[Keadaan]]
SLOW = "belum menjawab"


@dataclass(frozen=True)
class Sabar:
    """Seconds: how long an answer is fresh, how long a question waits, how stale one may be."""

    segar: float
    tunggu: float = 2.0
    basi: float = 0.0


class Look:
    """Remembers an answer. A question under way is shared; one that hangs is never doubled."""

    def __init__(
        self, ask: Ask, sabar: Sabar, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask = ask
        self._sabar = sabar
        self._clock = clock
        self._last: tuple[float, Keadaan] | None = None
        self._task: asyncio.Task[Keadaan] | None = None

    async def now(self) -> Keadaan:
        """Return the answer: fresh, or new, or not too stale, or that there is none."""
        if (known := self._known(self._sabar.segar)) is not None:
            return known
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._remembered())
        task = self._task
        done, _ = await asyncio.wait({task}, timeout=self._sabar.tunggu)
        if done:
            return task.result()
        return self._known(self._sabar.basi) or Keadaan(False, SLOW)

    async def stop(self) -> None:
        """Give up what is being asked."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _known(self, seconds: float) -> Keadaan | None:
        if self._last is None or self._clock() - self._last[0] > seconds:
            return None
        age = self._clock() - self._last[0]
        known = self._last[1]
        return replace(known, umur_detik=age + (known.umur_detik or 0.0))

    async def _remembered(self) -> Keadaan:
        try:
            found = await self._ask()
        except Exception as cause:
            # Its text may hold an address.
            found = Keadaan(False, type(cause).__name__)
        self._last = (self._clock(), found)
        return found


async def all_of(looks: Mapping[str, Look]) -> dict[str, Keadaan]:
    """Ask all at once: the slowest decides how long it takes."""
    found = await asyncio.gather(*(look.now() for look in looks.values()))
    return dict(zip(looks, found, strict=True))
