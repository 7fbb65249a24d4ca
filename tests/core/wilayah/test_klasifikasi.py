"""The five boxes of F-1.03."""

import pytest

from core.wilayah import Klasifikasi, klasifikasi

BAKALANKRAPYAK = "33.19.01.2001"


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
    with pytest.raises(ValueError, match=r"village|code"):
        klasifikasi(BAKALANKRAPYAK, kode)
