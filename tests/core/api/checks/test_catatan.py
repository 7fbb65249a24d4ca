"""Remarks on numbers warn and never block (DOMAIN.md 8.1, 8.2)."""

import pytest

from core.api.checks import catatan

PRIA = "3319991708900001"
WANITA = "3319995708900001"


def test_a_number_that_fits_has_no_remark() -> None:
    sekitar = {"tanggal_lahir": "1990-08-17", "jenis_kelamin": "laki-laki"}
    assert catatan.nik(PRIA, sekitar) == ()
    assert catatan.nik(WANITA, sekitar | {"jenis_kelamin": "perempuan"}) == ()


@pytest.mark.parametrize(
    ("nomor", "sekitar", "bagian"),
    [
        (PRIA, {"tanggal_lahir": "1990-08-18"}, "Tanggal lahir"),
        (PRIA, {"jenis_kelamin": "perempuan"}, "Jenis kelamin"),
        (WANITA, {"jenis_kelamin": "laki-laki"}, "Jenis kelamin"),
        ("3319993202900001", {}, "bukan tanggal"),
        ("9919991708900001", {}, "provinsi"),
    ],
)
def test_what_does_not_fit_is_remarked(nomor: str, sekitar: dict[str, str], bagian: str) -> None:
    (kalimat,) = catatan.nik(nomor, sekitar)
    assert bagian in kalimat


def test_the_leap_day_is_looked_for_in_both_centuries() -> None:
    assert catatan.nik("3319992902000001", {}) == ()  # 29 Feb 2000; 1900 had none


def test_province_codes_of_old_numbers_are_known() -> None:
    assert catatan.nik("0119991708900001", {}) == ()


def test_a_nik_typed_for_a_family_card_is_noticed() -> None:
    assert "mirip NIK" in catatan.nomor_kk(WANITA, {})[0]
    assert "sama dengan NIK" in catatan.nomor_kk(PRIA, {"nik": PRIA})[0]
    assert catatan.nomor_kk("3319990108160001", {"nik": PRIA}) == ()
