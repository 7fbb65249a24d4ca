"""How long a call to the Bot API may take, part by part and as a whole."""

from dataclasses import dataclass
from functools import cached_property

from aiohttp import ClientTimeout
from telegram.request import BaseRequest

_TRANSFER_SECONDS = 300.0


@dataclass(frozen=True)
class Waits:
    """Seconds that each part of a call may take; None waits for ever.

    `pool` is for a free connection, `connect` for a new one, `read` for the next bytes of an
    answer, `write` until the peer takes the next piece of a file.
    """

    connect: float | None = 20.0
    read: float | None = 20.0
    write: float | None = 20.0
    pool: float | None = 20.0

    def altered(self, *, connect: object, read: object, write: object, pool: object) -> "Waits":
        """Take what a call of PTB gave: DEFAULT_NONE is "as usual", None is "for ever"."""
        usual = BaseRequest.DEFAULT_NONE
        if connect is usual and read is usual and write is usual and pool is usual:
            return self
        return Waits(
            connect=_seconds(connect, self.connect),
            read=_seconds(read, self.read),
            write=_seconds(write, self.write),
            pool=_seconds(pool, self.pool),
        )

    @cached_property
    def of_call(self) -> ClientTimeout:
        """Bound a call without files also as a whole: nobody drips an answer at us."""
        whole = _sum(self.pool, self.connect, self.write, self.read)
        return self._bounded_by(whole)

    @cached_property
    def of_transfer(self) -> ClientTimeout:
        """Bound a file by its progress, and by a long stop."""
        return self._bounded_by(_TRANSFER_SECONDS)

    def _bounded_by(self, whole: float | None) -> ClientTimeout:
        return ClientTimeout(
            total=whole,
            connect=_sum(self.pool, self.connect),  # aiohttp counts both in one
            sock_connect=self.connect,
            sock_read=self.read,
        )


def _seconds(given: object, usual: float | None) -> float | None:
    return given if given is None or isinstance(given, int | float) else usual


def _sum(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
