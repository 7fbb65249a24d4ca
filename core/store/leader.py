"""Lets exactly one of several replicas do what may be done once only."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from core.store.locks import Locks

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.5


class Leader:
    """Stands by until nobody else leads, then leads until the process ends."""

    def __init__(self, locks: Locks, name: str) -> None:
        self._locks = locks
        self._name = name
        self._leads = False

    @property
    def leads(self) -> bool:
        """Whether this process leads now."""
        return self._leads

    async def run(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do `work` as soon as we lead; LocksLost ends it, since somebody else may lead then."""
        while not await self._locks.take(self._name):  # noqa: ASYNC110  nobody tells us
            await asyncio.sleep(_LOOK_SECONDS)
        self._leads = True
        if not self._locks.alone:
            log.info("%s: proses ini yang bertugas", self._name)
        try:
            await work()
        finally:
            self._leads = False
            await self._locks.give_back(self._name)
