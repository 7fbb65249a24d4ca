"""Digits as a machine reads them, and what a number must look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.baca.angka import digits_of, is_nik, is_nomor_kk

_LOOKALIKES = {"0": "OQD", "1": "Il|", "2": "Z", "5": "S", "6": "G", "8": "B"}
_DAY = st.dates().map(lambda day: (day.day, day.month, day.year % 100))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("3319991708900001", "3319991708900001"),
        ("33199917O89OOOO1", "3319991708900001"),
        ("331999 1708 9000 01", "3319991708900001"),
        ("33I9991708900001.", "3319991708900001"),
    ],
)
def test_letters_that_look_like_digits_are_read_as_them(read: str, meant: str) -> None:
    assert digits_of(read) == meant


@pytest.mark.parametrize(
    "word", ["", "SOLO", "BOGOR", "SILAS BIG", "CONTOH", "3319x", "12-ABCDEF"]
)
def test_a_word_is_no_number(word: str) -> None:
    assert digits_of(word) == ""


@given(day=_DAY, woman=st.booleans(), serial=st.integers(1, 9999))
def test_every_well_built_nik_is_one(day: tuple[int, int, int], woman: bool, serial: int) -> None:
    date = f"{day[0] + 40 * woman:02d}{day[1]:02d}{day[2]:02d}"
    assert is_nik(f"331999{date}{serial:04d}")


@given(number=st.text("0123456789", min_size=16, max_size=16), at=st.integers(0, 15))
def test_up_to_four_lookalikes_change_nothing(number: str, at: int) -> None:
    read = list(number)
    for place in range(at, min(at + 4, 16)):
        read[place] = _LOOKALIKES.get(read[place], read[place])[0]
    assert digits_of("".join(read)) == number


@pytest.mark.parametrize(
    "number",
    [
        "",
        "331999170890000",
        "33199917089000011",
        "3319991708900000",  # no serial
        "3319993213900001",  # no such day or month
        "3319993002900001",  # 30 February
        "3319997202900001",  # 32 February, a woman's
        "0019991708900001",  # no such province
        "3300991708900001",
        "331999170890000x",
        "\uff13" * 16,
    ],
)
def test_what_is_not_built_like_a_nik_is_none(number: str) -> None:
    assert not is_nik(number)


def test_a_family_cards_number_has_no_womans_day() -> None:
    assert is_nomor_kk("3319990108160001")
    assert not is_nomor_kk("3319995708900001")
