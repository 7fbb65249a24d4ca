"""The number of the deed: taken as SIAK gives it, remarked on when it looks odd."""

from datetime import date

import pytest

from plugins.akta.nomor import number, number_remarks, registered_on

BIASA = "3319-LU-08052026-0001"


def test_a_number_is_written_without_spaces_in_capitals() -> None:
    assert number(" 3319-lu-08052026-0001 ") == BIASA


@pytest.mark.parametrize("nomor", ["AKTA", "1" * 41, "\uff13\uff13\uff11\uff19"])
def test_what_cannot_be_a_number_is_refused(nomor: str) -> None:
    with pytest.raises(ValueError, match="Nomor akta"):
        number(nomor)


def test_the_day_of_registration_is_read_out_of_it() -> None:
    assert registered_on(BIASA) == date(2026, 5, 8)
    assert registered_on("123/1999") is None
    assert registered_on("3319-LT-31022026-0001") is None


@pytest.mark.parametrize(
    ("nomor", "tanggal", "kata"),
    [
        (BIASA, "2026-05-08", ""),
        (BIASA, "2026-05-09", "berbeda"),
        ("3319-LT-31022026-0001", "2026-02-28", "kalender"),
        ("AL.774.0012345", "2026-05-08", "Bentuk"),
        ("3319-KM-08052026-0001", "2026-05-08", "Bentuk"),
    ],
)
def test_what_is_odd_is_remarked_on(nomor: str, tanggal: str, kata: str) -> None:
    catatan = number_remarks(nomor, {"tanggal_akta": tanggal})
    assert kata in " ".join(catatan)
    assert bool(catatan) == bool(kata)
