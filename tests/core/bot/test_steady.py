"""A clock that people set."""

from datetime import UTC, datetime, timedelta

from core.bot.steady import Steady

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Hands:
    """A wall clock and a stopwatch."""

    def __init__(self) -> None:
        self.wall, self.seconds = NOON, 100.0

    def pass_(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds


def test_it_follows_the_wall() -> None:
    hands = Hands()
    steady = Steady(lambda: hands.wall, lambda: hands.seconds)
    hands.pass_(5)
    assert steady() == NOON + timedelta(seconds=5)
    hands.wall += timedelta(hours=1)
    assert steady() == hands.wall


def test_it_goes_on_when_the_wall_is_set_back() -> None:
    hands = Hands()
    steady = Steady(lambda: hands.wall, lambda: hands.seconds)
    hands.wall -= timedelta(hours=1)
    assert steady() == NOON
    hands.pass_(30)
    assert steady() == NOON + timedelta(seconds=30)
    assert steady() == NOON + timedelta(seconds=30)
