"""Never more than Telegram allows, in whatever window one looks; nobody waits for another."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bot.pace import TELEGRAM, UNLIMITED, Limit, Pace, pace_towards

CHATS = ("a", "b", "c", "d")
GROUP = "g"
_steps = st.lists(
    st.tuples(st.sampled_from((*CHATS, GROUP)), st.floats(0, 2, allow_nan=False)), max_size=150
)


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.instant = 1000.0

    def __call__(self) -> float:
        return self.instant


def _most_in_a_window(instants: Sequence[float], seconds: float) -> int:
    """Windows are half open: a call exactly `seconds` after another is in the next one."""
    return max(
        (sum(0 <= one - first < seconds - 1e-6 for one in instants) for first in instants),
        default=0,
    )


def _play(steps: Sequence[tuple[str, float]]) -> dict[str, list[float]]:
    """Try to serve a lane after each pause, and return when each was served."""
    clock, served = Clock(), {lane: list[float]() for lane in (*CHATS, GROUP)}
    pace = Pace(clock)
    for lane, pause in steps:
        clock.instant += pause
        if not pace.closed() and lane not in pace.waiting():
            pace.count()
            pace.spend(lane, group=lane == GROUP)
            served[lane].append(clock.instant)
    return served


def _keeps(limit: Limit, instants: Sequence[float]) -> bool:
    return _most_in_a_window(instants, limit.seconds) <= limit.most


@given(_steps)
def test_no_window_holds_more_than_its_limit(steps: list[tuple[str, float]]) -> None:
    served = _play(steps)
    for lane, instants in served.items():
        limits = TELEGRAM.group if lane == GROUP else TELEGRAM.chat
        assert all(_keeps(limit, instants) for limit in limits)
    together = sorted(one for instants in served.values() for one in instants)
    assert all(_keeps(limit, together) for limit in TELEGRAM.everything)


@given(st.integers(1, 60))
def test_a_chat_that_is_always_ready_gets_one_a_second_in_the_long_run(seconds: int) -> None:
    served = _play([(CHATS[0], 0.25)] * (4 * seconds))
    assert seconds <= len(served[CHATS[0]]) <= seconds + 3


def test_a_group_gets_twenty_a_minute_and_then_waits_for_the_minute_to_end() -> None:
    served = _play([(GROUP, 0.5)] * 240)[GROUP]
    assert len(served) == 40
    assert served[20] - served[0] == 60.0


def test_thirty_a_second_leave_in_all_and_the_next_waits() -> None:
    clock = Clock()
    pace = Pace(clock)
    for number in range(30):
        assert not pace.closed()
        pace.count()
        pace.spend(str(number), group=False)
    assert pace.closed()
    assert pace.next_change() == pytest.approx(1.0)
    clock.instant += 1
    assert not pace.closed()


def test_a_chat_that_must_wait_stops_nobody_else() -> None:
    pace = Pace(Clock())
    for _ in range(3):
        pace.spend("a", group=False)
    pace.spend("b", group=False)
    assert pace.waiting() == {"a"}
    assert not pace.closed()


def test_a_429_rests_its_chat_as_long_as_it_says_and_no_other() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.refused("a", 30) == 30
    assert pace.waiting() == {"a"}
    assert pace.next_change() == 30
    clock.instant += 29.9
    assert pace.waiting() == {"a"}
    clock.instant += 0.2
    assert pace.waiting() == set()


def test_three_chats_refused_in_a_row_rest_everybody() -> None:
    clock = Clock()
    pace = Pace(clock)
    for lane in ("a", "a", "b"):
        pace.refused(lane, 5)
    assert not pace.closed()
    pace.refused("c", 5)
    assert pace.closed()
    clock.instant += 5
    assert not pace.closed()


def test_an_answer_in_between_says_that_the_limit_is_not_everybodys() -> None:
    pace = Pace(Clock())
    for lane in CHATS:
        pace.refused(lane, 5)
        pace.accepted()
    assert not pace.closed()


def test_a_retry_after_of_nothing_is_still_a_pause() -> None:
    assert Pace(Clock()).refused("a", 0) == 1


def test_who_has_been_quiet_is_forgotten() -> None:
    clock = Clock()
    pace = Pace(clock)
    for number in range(1000):
        pace.spend(str(number), group=False)
    clock.instant += 3
    assert pace.waiting() == set()
    assert pace.next_change() is None
    assert not pace._lanes


def test_without_limits_nobody_waits() -> None:
    pace = Pace(Clock(), UNLIMITED)
    for _ in range(1000):
        pace.count()
        pace.spend("a", group=True)
    assert not pace.closed()
    assert pace.waiting() == set()


@pytest.mark.parametrize(
    ("base_url", "produksi", "held"),
    [
        ("https://api.telegram.org/bot", True, True),
        ("https://api.telegram.org/bot", False, True),
        ("http://127.0.0.1:8081/bot", True, True),
        ("http://127.0.0.1:8081/bot", False, False),
    ],
)
def test_only_a_rehearsal_on_this_machine_is_held_to_no_limits(
    base_url: str, produksi: bool, held: bool
) -> None:
    pace = pace_towards(base_url, produksi=produksi)
    for _ in range(3):
        pace.spend("a", group=False)
    assert bool(pace.waiting()) is held
