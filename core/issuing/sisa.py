"""Erases pictures of previews that nobody sent: of a citizen who blocked us, of a killed process.

A preview is erased the moment it is sent; what is left after days belongs to a decision long made.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from vault import SealedBlobs

log = logging.getLogger(__name__)

FOLDER = "pratinjau"
_KEEP = timedelta(hours=48)
_AFTER = timedelta(hours=24)


class Leftovers:
    """Looks at the previews that lie there. Repeating a round does no harm."""

    def __init__(self, blobs: SealedBlobs, *, jam: int, now: Callable[[], datetime]) -> None:
        """`jam`: for how many hours an applicant's word is waited for."""
        self._blobs = blobs
        self._keep = max(_KEEP, timedelta(hours=jam) + _AFTER)
        self._now = now

    async def erase(self) -> None:
        """Erase every preview that is too old for anybody to wait for."""
        before = self._now() - self._keep
        stale = [name async for name in self._blobs.names(FOLDER) if made_at(_id(name)) < before]
        for name in stale:
            await self._blobs.delete(name)
        if stale:
            log.info("bersih-bersih: %s pratinjau", len(stale))


def made_at(one: UUID) -> datetime:
    """Return when an id of ours was made: its first 48 bits are milliseconds (RFC 9562)."""
    return datetime.fromtimestamp((one.int >> 80) / 1000, UTC)


def _id(name: str) -> UUID:
    return UUID(name.partition("/")[2].partition(".")[0])
