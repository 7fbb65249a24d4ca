"""Listens to the bot's pulse: how long after a death the bot calls Telegram again."""

import asyncio
import time
from bisect import bisect_right
from collections.abc import Iterable

from sandbox.store import Store

_LOOK_SECONDS = 0.05


class Denyut:
    """Notes, to a twentieth of a second, when the bot called."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._beats: list[float] = []

    async def listen(self) -> None:
        """Listen for ever."""
        last = 0
        while True:
            number = self._store.calls[-1].number if self._store.calls else 0
            if number != last:
                last = number
                self._beats.append(time.monotonic())
            await asyncio.sleep(_LOOK_SECONDS)

    def after(self, deaths: Iterable[float]) -> list[float]:
        """Return the seconds from each instant to the next call."""
        found = []
        for death in deaths:
            at = bisect_right(self._beats, death)
            if at < len(self._beats):
                found.append(self._beats[at] - death)
        return found
