"""What the child's age decides, on every day of a childhood."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.api import age, birthday
from plugins.kia.umur import (
    background,
    outdated,
    remarks,
    still_a_child,
    valid_until,
)

LAHIR = st.dates(date(1990, 1, 1), date(2060, 12, 31))
HARI = st.integers(0, 18 * 366)
SEHARI = timedelta(days=1)


@given(LAHIR, HARI)
def test_a_child_is_refused_from_the_17th_birthday_on_and_never_before(
    lahir: date, hari: int
) -> None:
    hari_ini = lahir + timedelta(days=hari)
    assert (still_a_child(lahir, hari_ini) is None) == (hari_ini < birthday(lahir, 17))


@given(LAHIR, HARI)
def test_the_kind_that_is_filed_on_a_day_is_valid_on_that_day(lahir: date, hari: int) -> None:
    hari_ini = lahir + timedelta(days=hari)
    if still_a_child(lahir, hari_ini) is not None:
        return
    berfoto = age(lahir, hari_ini) >= 5
    assert hari_ini <= valid_until(lahir, berfoto=berfoto)
    assert outdated(lahir, hari_ini, berfoto=berfoto) is None


@given(LAHIR)
def test_one_kind_ends_where_the_other_begins(lahir: date) -> None:
    genap = birthday(lahir, 5)
    assert valid_until(lahir, berfoto=False) == genap
    assert valid_until(lahir, berfoto=True) == birthday(lahir, 17) - SEHARI
    assert outdated(lahir, genap - SEHARI, berfoto=False) is None
    assert outdated(lahir, genap, berfoto=False) is not None
    assert outdated(lahir, genap, berfoto=True) is None


@given(LAHIR, st.booleans(), st.integers(-200, 200))
def test_the_officer_is_warned_in_the_last_59_days_and_after(
    lahir: date, berfoto: bool, sisa: int
) -> None:
    batas = birthday(lahir, 17 if berfoto else 5)
    catatan = remarks(lahir, batas - timedelta(days=sisa), berfoto=berfoto)
    assert len(catatan) == (1 if sisa < 60 else 0)
    assert all(kalimat.endswith(".") for kalimat in catatan)


def test_the_warning_names_the_day_and_how_far_it_is() -> None:
    (catatan,) = remarks(date(2021, 6, 7), date(2026, 5, 8), berfoto=False)
    assert "7 Juni 2026, 30 hari lagi" in catatan


@pytest.mark.parametrize(("tahun", "latar"), [(2019, "MERAH"), (2020, "BIRU"), (2021, "MERAH")])
def test_the_background_is_red_for_odd_and_blue_for_even_years(tahun: int, latar: str) -> None:
    assert background(date(tahun, 1, 1)) == latar


def test_a_child_not_yet_born_is_refused_with_another_sentence() -> None:
    kalimat = still_a_child(date(2026, 5, 9), date(2026, 5, 8))
    assert kalimat is not None
    assert "9 Mei 2026 belum terjadi" in kalimat
    assert still_a_child(date(2026, 5, 8), date(2026, 5, 8)) is None
