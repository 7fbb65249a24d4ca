"""Ages go from birthday to birthday; conditions on them count to the day of filing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.api import HARI_INI, F, Usia, age, birthday

LAHIR = st.dates(date(1905, 1, 1), date(2080, 12, 31))


@given(LAHIR, st.integers(0, 100))
def test_on_a_birthday_somebody_is_that_old_and_the_day_before_one_year_less(
    lahir: date, ke: int
) -> None:
    ulang_tahun = birthday(lahir, ke)
    assert age(lahir, ulang_tahun) == ke
    assert age(lahir, ulang_tahun - timedelta(days=1)) == ke - 1


def test_who_was_born_on_a_leap_day_grows_older_on_the_first_of_march() -> None:
    assert birthday(date(2020, 2, 29), 5) == date(2025, 3, 1)
    assert birthday(date(2020, 2, 29), 4) == date(2024, 2, 29)


@given(LAHIR, LAHIR, st.integers(1, 20))
def test_somebody_born_is_either_so_old_or_not_yet(lahir: date, pada: date, batas: int) -> None:
    jawaban = {"lahir": lahir.isoformat(), HARI_INI: pada.isoformat()}
    sudah, belum = F.lahir.usia >= batas, F.lahir.usia < batas
    assert sudah.holds(jawaban) == (age(lahir, pada) >= batas)
    assert belum.holds(jawaban) == (0 <= age(lahir, pada) < batas)


def test_a_condition_on_an_age_is_a_value_that_names_its_field() -> None:
    assert (F.lahir.usia >= 5) == Usia("lahir", 5)
    assert (F.lahir.usia < 5) == Usia("lahir", 0, 5)
    assert (F.lahir.usia >= 5).names() == {"lahir"}


@pytest.mark.parametrize(
    "jawaban",
    [{}, {"lahir": None, HARI_INI: "2026-05-08"}, {"lahir": "2000-01-01"}, {"lahir": "\0lain"}],
)
def test_without_a_date_or_a_day_there_is_no_age(jawaban: dict[str, object]) -> None:
    assert not (F.lahir.usia >= 0).holds(jawaban)
    assert not (F.lahir.usia < 200).holds(jawaban)


def test_an_age_between_two_is_joined_with_the_sign_and_not_with_python() -> None:
    with pytest.raises(TypeError, match="combine conditions"):
        _ = (F.lahir.usia >= 5) and (F.lahir.usia < 17)
