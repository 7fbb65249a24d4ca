"""Numbers and dates in words, in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.akta.bilangan import cardinal, date_spelled, ordinal, tanggal_terbilang, terbilang

_SATUAN = ["nol", *"satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()]
_KATA = dict(zip(_SATUAN, range(11), strict=True)) | {"sebelas": 11}


def read(teks: str) -> int:
    """Read an Indonesian number back: what was counted so far grows with every unit of size."""
    jumlah, kini = 0, 0
    for kata in teks.split():
        match kata:
            case "belas":
                kini += 10
            case "puluh":
                kini *= 10
            case "ratus" | "seratus":
                kini = max(kini, 1) * 100
            case "ribu" | "seribu":
                kini = max(kini, 1) * 1000
            case _:
                jumlah, kini = jumlah + kini, _KATA[kata]
                continue
        if kata != "belas":
            jumlah, kini = jumlah + kini, 0
    return jumlah + kini


@given(st.integers(0, 9999))
def test_an_indonesian_number_can_be_read_back(angka: int) -> None:
    assert read(terbilang(angka)) == angka


@pytest.mark.parametrize(
    ("angka", "teks"),
    [
        (0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"),
        (20, "dua puluh"), (21, "dua puluh satu"), (100, "seratus"), (111, "seratus sebelas"),
        (200, "dua ratus"), (1000, "seribu"), (1100, "seribu seratus"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"), (2000, "dua ribu"),
        (2026, "dua ribu dua puluh enam"),
    ],
)  # fmt: skip
def test_indonesian_numbers_at_their_turning_points(angka: int, teks: str) -> None:
    assert terbilang(angka) == teks


@pytest.mark.parametrize(
    ("angka", "teks"),
    [
        (0, "zero"), (13, "thirteen"), (20, "twenty"), (21, "twenty-one"), (100, "one hundred"),
        (101, "one hundred and one"), (1999, "one thousand nine hundred and ninety-nine"),
        (2000, "two thousand"), (2005, "two thousand and five"),
        (2026, "two thousand and twenty-six"), (2100, "two thousand one hundred"),
    ],
)  # fmt: skip
def test_english_numbers_at_their_turning_points(angka: int, teks: str) -> None:
    assert cardinal(angka) == teks


def test_every_day_of_a_month_has_its_english_order() -> None:
    assert [ordinal(hari) for hari in range(1, 32)] == (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
    ).split()


@pytest.mark.parametrize(
    ("tanggal", "indonesia", "inggris"),
    [
        (
            date(2026, 5, 3),
            "tiga Mei tahun dua ribu dua puluh enam",
            "the third of May, two thousand and twenty-six",
        ),
        (
            date(1999, 12, 31),
            "tiga puluh satu Desember tahun seribu sembilan ratus sembilan puluh sembilan",
            "the thirty-first of December, one thousand nine hundred and ninety-nine",
        ),
        (
            date(2024, 2, 29),
            "dua puluh sembilan Februari tahun dua ribu dua puluh empat",
            "the twenty-ninth of February, two thousand and twenty-four",
        ),
    ],
)
def test_a_date_is_written_out(tanggal: date, indonesia: str, inggris: str) -> None:
    assert tanggal_terbilang(tanggal) == indonesia
    assert date_spelled(tanggal) == inggris


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_two_dates_never_sound_alike(tanggal: date) -> None:
    hari, _, tahun = tanggal_terbilang(tanggal).partition(" tahun ")
    assert read(tahun) == tanggal.year
    assert read(hari.rsplit(" ", 1)[0]) == tanggal.day
    assert date_spelled(tanggal).endswith(cardinal(tanggal.year))


@pytest.mark.parametrize("angka", [-1, 10_000])
def test_a_number_without_words_is_refused(angka: int) -> None:
    for tulis in (terbilang, cardinal, ordinal):
        with pytest.raises(ValueError, match=str(angka)):
            tulis(angka)
