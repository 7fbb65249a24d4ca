"""A wall clock that never goes back while we run, so that nobody waits longer than he was told."""

from collections.abc import Callable
from datetime import datetime, timedelta


class Steady:
    """Gives `wall`, or what the seconds of `clock` (which never goes back) have made of it.

    For judging whether something is due. What is written down keeps to `wall`: a clock that was
    ahead by mistake and was set right must not stay in the database.
    """

    def __init__(self, wall: Callable[[], datetime], clock: Callable[[], float]) -> None:
        self._wall, self._clock = wall, clock
        self._last, self._at = wall(), clock()

    def __call__(self) -> datetime:
        """Return the time."""
        seconds = self._clock()
        passed = timedelta(seconds=seconds - self._at)
        self._last, self._at = max(self._wall(), self._last + passed), seconds
        return self._last
