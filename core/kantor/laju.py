"""Counts time as an office works it: only while the counter is open. Pure."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from core.kantor.jam import JamBuka

# A year without enough open hours is a mistake in the file; nothing is then foretold.
_LONGEST_DAYS = 366

JamPada = Callable[[date], Sequence[JamBuka]]


def open_between(hours: JamPada, since: datetime, until: datetime) -> timedelta:
    """Return how long the counter is open between two local moments."""
    days = max((until.date() - since.date()).days, 0)
    spans = _spans(hours, since, days=min(days, _LONGEST_DAYS))
    return sum(
        (max(min(closed, until) - max(opened, since), timedelta()) for opened, closed in spans),
        timedelta(),
    )


def after_open(hours: JamPada, since: datetime, length: timedelta) -> datetime | None:
    """Return the local moment by which the counter has been open so long; None: not in a year."""
    left = length
    for opened, closed in _spans(hours, since, days=_LONGEST_DAYS):
        begin = max(opened, since)
        if closed <= begin:
            continue
        if left <= closed - begin:
            return begin + left
        left -= closed - begin
    return None


def _spans(hours: JamPada, since: datetime, *, days: int) -> Iterator[tuple[datetime, datetime]]:
    for count in range(days + 1):
        day = since.date() + timedelta(days=count)
        for span in hours(day):
            yield _at(day, span.buka, since), _at(day, span.tutup, since)


def _at(day: date, clock: time, like: datetime) -> datetime:
    return datetime.combine(day, clock, like.tzinfo)
