"""Hours, orders, weights and lengths as people write them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.akta.ukur import hour, length, length_remarks, order, weight, weight_remarks


@pytest.mark.parametrize(
    ("ditulis", "jadi"),
    [("04:30", "04:30"), ("4.30", "04:30"), ("pukul 16.05 WIB", "16:05"), ("jam 7", "07:00"),
     ("23:59", "23:59"), ("0.00", "00:00")],
)  # fmt: skip
def test_an_hour_is_understood(ditulis: str, jadi: str) -> None:
    assert hour(ditulis) == jadi
    assert hour(jadi) == jadi


@pytest.mark.parametrize(
    ("ditulis", "jadi"),
    [("2", 2), ("ke-2", 2), ("ke 2", 2), ("anak ke-2", 2), ("kedua", 2), ("Anak kesepuluh", 10),
     (3, 3), ("25", 25)],
)  # fmt: skip
def test_an_order_is_understood(ditulis: object, jadi: int) -> None:
    assert order(ditulis) == jadi


@pytest.mark.parametrize(
    ("ditulis", "jadi"),
    [("3,2", "3,2 kg"), ("3.2 kg", "3,2 kg"), ("3200", "3,2 kg"), ("3200 gram", "3,2 kg"),
     ("3,250", "3,25 kg"), ("3", "3 kg"), ("0,3", "0,3 kg"), ("8 kg", "8 kg")],
)  # fmt: skip
def test_a_weight_is_understood(ditulis: str, jadi: str) -> None:
    assert weight(ditulis) == jadi
    assert weight(jadi) == jadi


@pytest.mark.parametrize(
    ("ditulis", "jadi"), [("49", "49 cm"), ("49,5 cm", "49,5 cm"), ("50.0", "50 cm")]
)
def test_a_length_is_understood(ditulis: str, jadi: str) -> None:
    assert length(ditulis) == jadi
    assert length(jadi) == jadi


@pytest.mark.parametrize(
    ("periksa", "ditulis"),
    [
        (hour, "24:00"), (hour, "12:60"), (hour, "pagi"), (hour, ""), (hour, "4:3"),
        (order, "0"), (order, "26"), (order, "dua"), (order, "-1"), (order, "1.5"),
        (weight, "0,2"), (weight, "8,1"), (weight, "49 cm"), (weight, "berat"), (weight, "32"),
        (length, "19"), (length, "71"), (length, "3,2 kg"), (length, "panjang"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_an_example(
    periksa: Callable[[object], object], ditulis: str
) -> None:
    with pytest.raises(ValueError, match="Contoh"):
        periksa(ditulis)


def test_what_is_rare_is_remarked_on() -> None:
    assert weight_remarks("3,2 kg", {}) == ()
    assert "jarang" in weight_remarks("1,4 kg", {})[0]
    assert "jarang" in weight_remarks("5,1 kg", {})[0]
    assert length_remarks("49 cm", {}) == ()
    assert "jarang" in length_remarks("34 cm", {})[0]


@given(st.text(max_size=20), st.sampled_from([hour, order, weight, length]))
def test_whatever_is_typed_it_is_understood_for_good_or_refused(
    teks: str, periksa: Callable[[object], object]
) -> None:
    try:
        jadi = periksa(teks)
    except ValueError:
        return
    assert periksa(jadi) == jadi
