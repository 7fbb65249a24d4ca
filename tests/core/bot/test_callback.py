"""Button data goes out and comes back the same, and nothing else is taken for it."""

import string
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bot.callback import (
    LIMIT,
    TombolMenu,
    TombolPetugas,
    TombolWarga,
    data,
    new_nonce,
    parse,
    short,
)

SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"
refs = st.text(SYMBOLS, min_size=8, max_size=8)
revs = st.integers(0, 0xFFFFFF)
marks = [chr(code) for code in range(0x21, 0x7F)]
warga = st.builds(TombolWarga, refs, revs, st.text(marks, min_size=1, max_size=40))
petugas = st.builds(
    TombolPetugas,
    refs,
    revs,
    refs,
    st.text(string.ascii_lowercase, min_size=1, max_size=8),
    st.one_of(st.just(""), st.text(marks, min_size=1, max_size=28)),
)
menu = st.builds(
    TombolMenu,
    st.text(string.ascii_lowercase, min_size=1, max_size=8),
    st.text(string.ascii_letters + string.digits + "_-", max_size=40),
)


@given(warga | petugas | menu)
def test_what_is_written_is_read_back_and_fits(
    button: TombolWarga | TombolPetugas | TombolMenu,
) -> None:
    text = data(button)
    assert len(text.encode()) <= LIMIT
    assert parse(text) == button


@given(st.text(max_size=80))
def test_nothing_else_is_taken_for_a_button(text: str) -> None:
    found = parse(text)
    assert found is None or data(found).startswith(text[:3])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "d1",
        "d1.aaaaaaaa.1",
        "d2.aaaaaaaa.1.v:x",
        "d1.aaaaaaaa.1.v:é",
        "d1.aaaaaaaa.1.v:x\n",
        "d1.iiiiiiii.1.v:x",
        "o1.aaaaaaaa.1.bbbbbbbb.OK",
        "o1.aaaaaaaa.1.bbbbbbbb.ok.",
        "o1.aaaaaaaa.g.bbbbbbbb.ok",
        "m1.pilih.kk ganti",
        "m1.pilih.\u0661",
        "x" * 64,
    ],
)
def test_an_unknown_form_is_an_old_button_and_no_error(text: str) -> None:
    assert parse(text) is None


def test_data_that_telegram_would_not_carry_is_refused() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        data(TombolWarga("a" * 8, 1, "v:" + "x" * 60))


def test_a_reference_is_made_of_the_random_end_of_an_id() -> None:
    one = UUID("01a203bb-7000-7000-8000-000000000001")
    assert short(one) == "00000001"
    assert len({new_nonce() for _ in range(50)}) == 50
