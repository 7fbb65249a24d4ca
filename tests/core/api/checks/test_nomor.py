"""NIK, number of a family card, telephone: strict on form, silent on meaning (DOMAIN.md 8)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from core.api.checks import nomor


def refusal(check: Callable[[object], str], teks: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        check(teks)
    return caught.value.message()


@pytest.mark.parametrize(
    "teks",
    ["3319991708900001", "3319 9917 0890 0001", "331999.170890.0001", "3319-9917-0890-0001",
     "\u200b3319991708900001", "3319\u00a09917\u00a00890\u00a00001", "3319–9917–0890–0001"],
)  # fmt: skip
def test_spaces_dots_and_dashes_do_not_count(teks: str) -> None:
    assert nomor.nik(teks) == "3319991708900001"


def test_a_wrong_length_is_told_with_the_count() -> None:
    assert refusal(nomor.nik, "331999170890000") == (
        "NIK terdiri dari 16 angka; yang Anda kirim 15 angka."
    )
    assert refusal(nomor.nomor_kk, "1" * 17) == (
        "Nomor KK terdiri dari 16 angka; yang Anda kirim 17 angka."
    )


@pytest.mark.parametrize("teks", ["331999170890000O", "\uff13319991708900001", "٣319991708900001"])
def test_only_ascii_digits_are_digits(teks: str) -> None:
    assert "hanya berisi angka" in refusal(nomor.nik, teks)


def test_a_nik_never_ends_in_four_noughts_but_a_family_card_may() -> None:
    assert "0000" in refusal(nomor.nik, "3319991708900000")
    assert nomor.nomor_kk("3319991708900000") == "3319991708900000"


def test_a_strange_birth_date_in_a_nik_is_no_reason_to_refuse() -> None:
    assert nomor.nik("3319999999990001") == "3319999999990001"


@pytest.mark.parametrize(
    "teks", ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "6281234567890"]
)
def test_a_mobile_number_is_stored_one_way(teks: str) -> None:
    assert nomor.telepon(teks) == "+6281234567890"


@pytest.mark.parametrize("teks", ["0291 431234", "0812", "08123456789012", "08x1234567", "", "-"])
def test_what_is_no_mobile_number_is_refused_with_a_way_to_write_it(teks: str) -> None:
    assert "Nomor telepon" in refusal(nomor.telepon, teks)


@pytest.mark.parametrize("check", [nomor.nik, nomor.nomor_kk, nomor.telepon])
@given(teks=st.text())
def test_any_text_is_a_number_or_a_sentence(check: Callable[[object], str], teks: str) -> None:
    try:
        simpan = check(teks)
    except PydanticCustomError as tolak:
        kalimat = tolak.message()
    else:
        kalimat = "."
        assert check(simpan) == simpan
    assert kalimat.endswith(".")
