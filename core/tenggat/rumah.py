"""Forgets in time what must not be kept: links, tickets, codes, papers, handled updates."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from core.store import inbox, outbox
from delivery import sapu

log = logging.getLogger(__name__)

# SECURITY.md 17: raw updates are kept for 48 hours, to recognise a repeat.
_KEEP_UPDATES = timedelta(hours=48)
_MOST_BATCHES = 50
# The keys of messages that were sent keep a repeated step from saying them twice.
_KEEP_SENT = timedelta(days=90)
# What a citizen who blocked us never came back for.
_KEEP_HELD = timedelta(days=30)


class Papers(Protocol):
    """What house-keeping needs of core.berkas."""

    async def erase_discarded(self, *, limit: int = 100) -> int:
        """Remove the blobs of discarded papers, and tell how many."""


class HouseKeeping:
    """One round of tidying. Repeating it does no harm."""

    def __init__(self, papers: Papers, *, now: Callable[[], datetime]) -> None:
        self._papers = papers
        self._now = now

    async def tidy(self) -> None:
        """Do everything that is due."""
        now = self._now()
        await sapu.sweep(now=now)
        gone = await inbox.purge(before=now - _KEEP_UPDATES)
        await outbox.drop_held(before=now - _KEEP_HELD, now=now)
        await outbox.purge(before=now - _KEEP_SENT)
        papers = 0
        for _ in range(_MOST_BATCHES):
            erased = await self._papers.erase_discarded()
            papers += erased
            if not erased:
                break
        log.info("bersih-bersih: %s pesan masuk, %s berkas", gone, papers)
