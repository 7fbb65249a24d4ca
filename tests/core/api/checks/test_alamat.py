"""Pieces of an address, and picking them out of one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from core.api import Potongan
from core.api.checks import alamat


@pytest.mark.parametrize(
    "teks", ["2/5", "002/005", "RT 02 RW 05", "RT.002/RW.005", "rt2rw5", "RT/RW 2/5", "02 05"]
)
def test_rt_and_rw_are_stored_one_way(teks: str) -> None:
    assert alamat.rt_rw(teks) == "002/005"


def test_what_is_no_rt_rw_is_refused_with_an_example() -> None:
    with pytest.raises(PydanticCustomError, match="002/005"):
        alamat.rt_rw("dua")


def test_a_street_needs_something_to_find_it_by() -> None:
    assert alamat.jalan("  Jl.  Kenari 5, ") == "Jl. Kenari 5"
    with pytest.raises(PydanticCustomError, match="nama jalan"):
        alamat.jalan("x")
    with pytest.raises(PydanticCustomError, match="130 huruf"):
        alamat.jalan("x" * 130)


def test_rt_rw_and_village_are_found_in_a_line() -> None:
    baris = "Jl. Kenari 5 RT 02 RW 03 Desa Bae"
    assert alamat.pick_rt_rw(baris) == Potongan("RT 02 RW 03", "Jl. Kenari 5 Desa Bae")
    assert alamat.pick_desa("Jl. Kenari 5 Desa Bae") == Potongan("Bae", "Jl. Kenari 5")


def test_the_district_helps_to_tell_villages_apart() -> None:
    potongan = alamat.pick_desa("Jl. Kenari 5, Kel. Bae Kec. Bae Kab. Kudus")
    assert potongan == Potongan("Bae, Kec. Bae", "Jl. Kenari 5")


def test_a_plain_street_holds_no_other_piece() -> None:
    assert alamat.pick_rt_rw("Jl. Kenari 5") is None
    assert alamat.pick_desa("Jl. Kenari 5") is None


@given(st.text(max_size=300))
def test_any_line_can_be_searched(teks: str) -> None:
    for pick in (alamat.pick_rt_rw, alamat.pick_desa):
        potongan = pick(teks)
        assert potongan is None or len(potongan.sisa) <= len(teks)
