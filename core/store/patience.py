"""Which lanes rest after a failure, and how long: a little longer each time. Pure."""

from collections.abc import Callable

_LONGEST = 30.0
_MOST_DOUBLINGS = 16


class Patience:
    """Kept in memory: after a restart everything is tried at once. `clock` never goes back."""

    def __init__(self, clock: Callable[[], float], *, first_seconds: float) -> None:
        self._clock = clock
        self._first = first_seconds
        self._failures: dict[str, int] = {}
        self._until: dict[str, float] = {}

    def resting(self) -> set[str]:
        """Return the lanes that must not be worked on now."""
        now = self._clock()
        self._until = {lane: until for lane, until in self._until.items() if until > now}
        return set(self._until)

    def failed(self, lane: str) -> None:
        """Let a lane rest: the first time for the first pause, then twice as long each time."""
        times = self._failures.get(lane, 0)
        self._failures[lane] = times + 1
        pause = self._first * 2 ** min(times, _MOST_DOUBLINGS)
        self._until[lane] = self._clock() + min(pause, _LONGEST)

    def well(self, lane: str) -> None:
        """Begin anew with short pauses."""
        self._failures.pop(lane, None)
        self._until.pop(lane, None)
