"""Answers as people read them."""

from hypothesis import given
from hypothesis import strategies as st

from core.dialog.show import PESAN_MAKSIMAL, fill, fit, mask


def test_the_middle_of_a_number_is_hidden() -> None:
    assert mask("3319991708900001") == "3319••••••••0001"
    assert mask("X123456") == "X•••••6"
    assert mask("12") == "••"


@given(st.text(max_size=60))
def test_at_least_half_is_hidden(teks: str) -> None:
    sama = sum(a == b and a != "•" for a, b in zip(teks, mask(teks), strict=True))
    assert sama <= max(8, len(teks) // 2)


def test_values_are_escaped_and_cut() -> None:
    assert fill("<b>{nama}</b>", nama="<i>&") == "<b>&lt;i&gt;&amp;</b>"
    assert len(fill("{nama}", nama="x" * 5000)) < 700


@given(st.lists(st.text(max_size=600), max_size=40))
def test_lines_are_spread_over_messages_that_fit(baris: list[str]) -> None:
    pesan = fit(baris)
    assert "\n".join(pesan) == "\n".join(baris)
    assert all(
        len(satu.encode("utf-16-le", "surrogatepass")) // 2 <= PESAN_MAKSIMAL for satu in pesan
    )
