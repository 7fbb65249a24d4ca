"""When a letter is tried again, and when no more."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.jeda import is_late, is_over, pause
from tests.delivery.dunia import START


@given(st.integers(1, 200), st.floats(0, 1, exclude_max=True))
def test_a_pause_is_spread_by_a_fifth_at_most(failures: int, dice: float) -> None:
    usual = (1, 5, 15, 30, 60)[min(failures, 5) - 1]
    minutes = pause(failures, None, lambda: dice) / timedelta(minutes=1)
    assert usual * 0.8 - 1e-6 <= minutes <= usual * 1.2 + 1e-6


@given(st.integers(1, 30), st.integers(1, 540), st.floats(0, 1, exclude_max=True))
def test_nobody_comes_earlier_than_the_server_asked(
    failures: int, asked: int, dice: float
) -> None:
    assert pause(failures, asked, lambda: dice) >= timedelta(minutes=asked)


def test_a_full_mailbox_waits_no_longer_than_the_outbox_believes() -> None:
    assert pause(1, 8 * 60, lambda: 0.999) <= timedelta(hours=9)


def test_all_tries_of_a_day_are_not_at_the_same_instant_for_everybody() -> None:
    assert pause(1, None, lambda: 0.0) != pause(1, None, lambda: 0.9)


@pytest.mark.parametrize(
    ("hours", "failures", "over"),
    [(23.9, 40, False), (24, 28, True), (24, 6, True), (40, 5, False), (40, 1, False)],
)
def test_a_day_ends_it_if_the_letter_was_really_tried(
    hours: float, failures: int, over: bool
) -> None:
    assert is_over(START, failures, now=START + timedelta(hours=hours)) is over


@pytest.mark.parametrize(("minutes", "late"), [(29, False), (30, True), (600, True)])
def test_half_an_hour_is_late(minutes: int, late: bool) -> None:
    assert is_late(START, next_try=START + timedelta(minutes=minutes)) is late
