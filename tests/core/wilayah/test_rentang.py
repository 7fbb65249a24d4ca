"""Ranges of codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wilayah.rentang import Tempat, common, merged
from core.wilayah.wilayah import Tingkat

RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)
KUDUS = Tempat(Tingkat.KABUPATEN, 3319)


def numbers(daftar: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> set[int]:
    return {satu for dari, sampai in daftar for satu in range(dari, sampai)}


@given(satu=RANGES, dua=RANGES)
def test_common_ranges_hold_what_both_hold(
    satu: list[tuple[int, int]], dua: list[tuple[int, int]]
) -> None:
    assert numbers(merged(satu)) == numbers(satu)
    assert numbers(common(merged(satu), merged(dua))) == numbers(satu) & numbers(dua)


@pytest.mark.parametrize(
    ("tingkat", "codes"),
    [
        (Tingkat.DESA, (3319000000, 3320000000)),
        (Tingkat.KABUPATEN, (3319, 3320)),
        (Tingkat.PROVINSI, (33, 34)),
    ],
)
def test_an_area_is_a_range_on_every_level(tingkat: Tingkat, codes: tuple[int, int]) -> None:
    assert KUDUS.codes(tingkat) == codes


def test_an_area_lies_within_those_above_it_and_not_within_itself() -> None:
    assert KUDUS.within(Tempat(Tingkat.PROVINSI, 33))
    assert not KUDUS.within(Tempat(Tingkat.PROVINSI, 35))
    assert not KUDUS.within(KUDUS)
