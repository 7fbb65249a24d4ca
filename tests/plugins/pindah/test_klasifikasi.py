"""The five boxes of F-1.03: from two codes, and from what a citizen types."""

import pytest

from core.kit import Walk
from plugins.pindah.klasifikasi import Klasifikasi, klasifikasi
from plugins.pindah.tujuan import Tujuan
from tests.plugins.pindah.contoh import NOMOR_KK

BAKALANKRAPYAK = "33.19.01.2001"
MERAUKE = "93.01.01.1003"


@pytest.mark.parametrize(
    ("tujuan", "nomor", "keluar"),
    [
        ("33.19.01.2001", 1, False),
        ("33.19.01.2002", 2, False),
        ("33.19.02.2001", 3, False),
        ("33.20.01.2001", 4, True),
        ("35.19.01.2001", 5, True),
    ],
)
def test_the_first_part_that_differs_decides(tujuan: str, nomor: int, keluar: bool) -> None:
    for found in (klasifikasi(BAKALANKRAPYAK, tujuan), klasifikasi(tujuan, BAKALANKRAPYAK)):
        assert found.value == nomor
        assert found.keluar is keluar


def test_the_numbers_are_those_of_the_form_and_each_has_its_words() -> None:
    assert [satu.value for satu in Klasifikasi] == [1, 2, 3, 4, 5]
    assert Klasifikasi.ANTAR_PROVINSI.label == "antar provinsi"


@pytest.mark.parametrize("kode", ["33.19.01", "", "3319012001", "33.19.01.20010"])
def test_only_villages_move(kode: str) -> None:
    with pytest.raises(ValueError, match="village"):
        klasifikasi(BAKALANKRAPYAK, kode)


@pytest.mark.parametrize(
    ("diketik", "kode", "dari_kudus", "dari_merauke"),
    [
        ("Meteseh Tembalang", "33.74.10.1001", 4, 5),
        ("91.01.01.1002", "93.01.01.1002", 5, 2),
        ("93.01.01.1003", MERAUKE, 5, 1),
        ("Oransbari, Manokwari Selatan", "92.11.02.2001", 5, 5),
    ],
)
def test_an_area_of_before_the_split_of_papua_counts_as_what_it_is_now(
    diketik: str, kode: str, dari_kudus: int, dari_merauke: int
) -> None:
    walk = Walk.of(Tujuan).tap("Semua").say(NOMOR_KK, "Budi Santoso", "17-8-1990", diketik)
    assert walk.draft.jawaban["tujuan"] == kode, walk.teks
    assert klasifikasi(BAKALANKRAPYAK, kode).value == dari_kudus
    assert klasifikasi(MERAUKE, kode).value == dari_merauke
