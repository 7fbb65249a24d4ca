"""When a letter is tried again, and when no more: SECURITY.md 11. Pure: clock and dice outside."""

from collections.abc import Callable
from datetime import datetime, timedelta

Dice = Callable[[], float]  # from 0 up to 1

# Minutes after the first, second ... failure; then hourly, until a day has passed.
_MINUTES = (1, 5, 15, 30, 60)
_SPREAD = 0.2
_LONGEST = timedelta(hours=9)  # core.store.outbox: what waits longer met a clock set back
SEHARI = timedelta(hours=24)
LAMA = timedelta(minutes=30)  # so late, the citizen is told
RAGU = timedelta(minutes=15)  # so long a doubt may settle itself before the letter goes again


def pause(failures: int, at_least: int | None, dice: Dice) -> timedelta:
    """Return how long to wait after so many failures (1: the first), spread by a fifth.

    Where the server said how many minutes it wants, we never come earlier than that.
    """
    usual = _MINUTES[min(failures, len(_MINUTES)) - 1] * (1 + _SPREAD * (2 * dice() - 1))
    asked = (at_least or 0) * (1 + _SPREAD * dice())
    return min(timedelta(minutes=max(usual, asked)), _LONGEST)


def is_over(put_down: datetime, failures: int, *, now: datetime) -> bool:
    """Tell whether a letter is given up: a day has passed, and in it the letter was really tried.

    The second half is for one that stood still because of our own settings.
    """
    return now - put_down >= SEHARI and failures > len(_MINUTES)


def is_late(put_down: datetime, *, next_try: datetime) -> bool:
    """Tell whether a letter that waits until then will have waited too long to say nothing."""
    return next_try - put_down >= LAMA
