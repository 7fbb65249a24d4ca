"""Codes of areas are taken dotted; a line's village is found with all that follows it."""

import pytest
from pydantic_core import PydanticCustomError

from core.api import Potongan
from core.api.checks import wilayah


def test_a_dotted_code_is_taken() -> None:
    assert wilayah.desa(" 33.19.07.2004 ") == "33.19.07.2004"
    assert wilayah.kabupaten("33.19") == "33.19"


@pytest.mark.parametrize("teks", ["Bae", "33.19", "3319072004", "33.19.07.20044", ""])
def test_anything_else_is_no_village(teks: str) -> None:
    with pytest.raises(PydanticCustomError, match="nama desa"):
        wilayah.desa(teks)


@pytest.mark.parametrize("teks", ["Kudus", "3319", "33.19.07", ""])
def test_anything_else_is_no_kabupaten(teks: str) -> None:
    with pytest.raises(PydanticCustomError, match="nama kabupaten"):
        wilayah.kabupaten(teks)


@pytest.mark.parametrize(
    ("baris", "isi", "sisa"),
    [
        ("Jl. Kenari 5 Desa Bae Kec. Bae Kab. Kudus", "Bae Kec. Bae Kab. Kudus", "Jl. Kenari 5"),
        ("Jl. Kenari 5, Kel. Menteng, Jakarta", "Menteng, Jakarta", "Jl. Kenari 5"),
    ],
)
def test_a_village_is_picked_with_its_surroundings(baris: str, isi: str, sisa: str) -> None:
    assert wilayah.pick_desa(baris) == Potongan(isi, sisa)


def test_a_line_without_the_word_names_no_village() -> None:
    assert wilayah.pick_desa("Jl. Desakan 5") is None
