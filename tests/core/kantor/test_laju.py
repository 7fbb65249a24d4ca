"""Time as the office works it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kantor import Kantor, load_kantor

KANTOR = load_kantor(Path("offices/contoh.toml"))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("2026-11-23T08:00", "2026-11-23T10:00", 2),  # a Monday
        ("2026-11-23T00:00", "2026-11-24T00:00", 8),
        ("2026-11-23T14:30", "2026-11-24T08:30", 2),
        ("2026-11-27T10:00", "2026-11-27T14:00", 2),  # a Friday with its break
        ("2026-11-27T15:30", "2026-11-30T07:30", 0),  # a weekend
        ("2026-12-23T15:30", "2026-12-28T07:30", 0),  # holidays
        ("2026-11-23T10:00", "2026-11-23T09:00", 0),
    ],
)
def test_only_open_hours_count(since: str, until: str, hours: int) -> None:
    assert KANTOR.buka_antara(at(since), at(until)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("since", "hours", "then"),
    [
        ("2026-11-23T08:00", 2, "2026-11-23T10:00"),
        ("2026-11-23T14:30", 2, "2026-11-24T08:30"),
        ("2026-11-27T10:00", 2, "2026-11-27T14:00"),
        ("2026-11-27T20:00", 1, "2026-11-30T08:30"),
        ("2026-12-23T15:00", 1, "2026-12-28T08:00"),
    ],
)
def test_a_length_of_work_ends_within_open_hours(since: str, hours: int, then: str) -> None:
    assert KANTOR.sesudah_buka(at(since), timedelta(hours=hours)) == at(then)


def test_an_office_that_never_opens_never_gets_there() -> None:
    week = dict.fromkeys(type(KANTOR.jam_layanan).model_fields, "tutup")
    shut = KANTOR.model_copy(update={"jam_layanan": type(KANTOR.jam_layanan).model_validate(week)})
    assert isinstance(shut, Kantor)
    assert shut.sesudah_buka(at("2026-11-23T08:00"), timedelta(minutes=1)) is None


@given(
    start=st.integers(0, 60 * 24 * 40),
    minutes=st.integers(1, 60 * 60),
)
def test_one_undoes_the_other(start: int, minutes: int) -> None:
    since, length = at("2026-11-01T00:00") + timedelta(minutes=start), timedelta(minutes=minutes)
    then = KANTOR.sesudah_buka(since, length)
    assert then is not None
    assert KANTOR.buka_antara(since, then) == length
