"""A lane that failed rests, longer each time, and nobody rests with it."""

from core.store.patience import Patience


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.instant = 0.0

    def __call__(self) -> float:
        return self.instant


def _rests(patience: Patience, clock: Clock, lane: str) -> float:
    """Return how long a lane rests, to a quarter of a second."""
    begun = clock.instant
    while lane in patience.resting():
        clock.instant += 0.25
    return clock.instant - begun


def test_each_pause_is_twice_the_one_before_and_at_most_half_a_minute() -> None:
    clock = Clock()
    patience = Patience(clock, first_seconds=0.25)
    pauses = []
    for _ in range(12):
        patience.failed("a")
        pauses.append(_rests(patience, clock, "a"))
    assert pauses[:5] == [0.25, 0.5, 1, 2, 4]
    assert pauses[-1] == 30.0


def test_nobody_rests_with_it() -> None:
    patience = Patience(Clock(), first_seconds=1)
    patience.failed("a")
    assert patience.resting() == {"a"}


def test_who_is_well_again_begins_with_a_short_pause() -> None:
    clock = Clock()
    patience = Patience(clock, first_seconds=1)
    for _ in range(5):
        patience.failed("a")
    patience.well("a")
    assert patience.resting() == set()
    patience.failed("a")
    assert _rests(patience, clock, "a") == 1.0
