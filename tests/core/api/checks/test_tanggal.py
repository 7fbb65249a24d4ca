"""Dates the way people write them (DOMAIN.md 9.3)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from core.api.checks import tanggal

LAHIR = date(1990, 8, 17)


@pytest.mark.parametrize(
    "teks",
    ["17-8-1990", "17/08/1990", "17.08.1990", "17 08 1990", "17081990", "1990-08-17",
     "17 Agustus 1990", "17 agt 1990", "17agustus1990", "17 - 8 - 1990", "Jumat, 17 Agustus 1990"],
)  # fmt: skip
def test_usual_writings_are_understood(teks: str) -> None:
    assert tanggal.tanggal(teks) == LAHIR


@pytest.mark.parametrize("teks", ["2 Pebruari 2001", "2 Feb 2001", "2/2/2001"])
def test_old_spellings_of_months_are_understood(teks: str) -> None:
    assert tanggal.tanggal(teks) == date(2001, 2, 2)


@pytest.mark.parametrize(
    ("teks", "bagian"),
    [
        ("31-2-1990", "Februari 1990 tidak punya tanggal 31"),
        ("17-8-90", "empat angka"),
        ("17-13-1990", "Bulan hanya 1 sampai 12"),
        ("17 Brumaire 1990", "tidak dikenal"),
        ("17-8-1899", "1900"),
        ("besok", "belum terbaca"),
        ("", "belum terbaca"),
        ("٣-8-1990", "belum terbaca"),
    ],
)
def test_what_is_no_date_is_refused_with_an_example(teks: str, bagian: str) -> None:
    with pytest.raises(PydanticCustomError, match=bagian) as caught:
        tanggal.tanggal(teks)
    assert "Contoh: 17-08-1990" in caught.value.message()


def test_a_birth_date_has_happened() -> None:
    assert tanggal.not_future(LAHIR, LAHIR) is None
    kalimat = tanggal.not_future(date(1990, 8, 18), LAHIR)
    assert kalimat is not None
    assert "18 Agustus 1990 belum terjadi" in kalimat


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_every_date_is_read_back_from_words_and_from_storage(hari: date) -> None:
    assert tanggal.tanggal(tanggal.date_in_words(hari)) == hari
    assert tanggal.tanggal(hari.isoformat()) == hari


@given(st.text())
def test_any_text_is_a_date_or_a_sentence(teks: str) -> None:
    try:
        tanggal.tanggal(teks)
        kalimat = "."
    except PydanticCustomError as tolak:
        kalimat = tolak.message()
    assert kalimat.endswith(".")
