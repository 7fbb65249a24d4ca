import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault import (
    TOKEN_PATTERN,
    new_code,
    new_email_code,
    new_password,
    new_token,
    normalise_code,
    normalise_password,
    token_hash,
)
from vault.crockford import ALPHABET

HELD = b"\x00\x1f\x0a\x07\x11\x02\x1e\x19\x08\x13\x05\x0c\x0d\x0e\x0f\x10" * 2
random_bytes = st.binary(min_size=11, max_size=11)


def held(count: int) -> bytes:
    return HELD[:count]


def test_a_token_is_26_lower_case_symbols_that_the_route_accepts() -> None:
    token = new_token(held)
    assert re.fullmatch(TOKEN_PATTERN, token)
    assert token == token.lower()
    assert len(token_hash(token)) == 32


def test_the_token_pattern_is_exactly_the_alphabet() -> None:
    symbol = re.compile(TOKEN_PATTERN.replace("{26}", ""))
    accepted = {chr(code) for code in range(256) if symbol.fullmatch(chr(code))}
    assert accepted == set(ALPHABET.lower())


def test_a_token_uses_every_byte_it_is_given() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200


@given(random_bytes)
def test_a_new_password_is_shown_in_three_groups_and_is_its_own_normal_form(
    random: bytes,
) -> None:
    password = new_password(lambda count: random[:count])
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}", password)
    assert normalise_password(password) == password.replace("-", "")


NOISE = st.sampled_from(
    ["-", " ", "\u2013", "\u2014", "\u2212", "\u00a0", "\u200b", "\u2060", "\t", "_"]
)


@given(random_bytes, st.lists(NOISE, min_size=13, max_size=13), st.data())
def test_d07_a_password_is_recognised_however_it_is_typed(
    random: bytes, noise: list[str], data: st.DataObject
) -> None:
    meant = new_password(lambda count: random[:count]).replace("-", "")
    typed = ""
    for symbol, gap in zip(meant, noise, strict=False):
        same = {"0": ["0", "o", "O"], "1": ["1", "i", "I", "l", "L"]}.get(symbol, [symbol])
        form = data.draw(st.sampled_from(same))
        form = data.draw(st.sampled_from([form, form.lower(), chr(ord(form) + 0xFEE0)]))
        typed += gap + form
    assert normalise_password(typed) == meant


@given(random_bytes, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_every_single_typo_is_caught(random: bytes, place: int, symbol: str) -> None:
    password = new_password(lambda count: random[:count]).replace("-", "")
    typo = password[:place] + symbol + password[place + 1 :]
    assert (normalise_password(typo) is None) == (typo != password)


def test_nearly_every_swap_of_neighbours_is_caught() -> None:
    swapped = caught = 0
    for _, place in itertools.product(range(200), range(11)):
        symbols = new_password().replace("-", "")
        if symbols[place] != symbols[place + 1]:
            pair = symbols[place + 1] + symbols[place]
            swapped += 1
            caught += normalise_password(symbols[:place] + pair + symbols[place + 2 :]) is None
    assert swapped > 1000, "an empty walk proves nothing"
    assert caught / swapped > 0.98


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "----",
        "ABC",
        "A" * 13,
        "UUUU-UUUU-UUUU",
        "\x00" * 12,
        "🙂" * 12,
        "A" * 100_000,
        "ﷺ",
    ],
)
def test_what_cannot_be_a_password_is_refused(typed: str) -> None:
    assert normalise_password(typed) is None


@given(st.text())
def test_no_text_breaks_the_normaliser(typed: str) -> None:
    result = normalise_password(typed)
    assert result is None or normalise_password(result) == result


def test_a_counter_code_has_eight_symbols_and_is_recognised_as_typed() -> None:
    code = new_code(held)
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", code)
    assert normalise_code(f" {code.lower()} ") == code.replace("-", "")
    assert normalise_code("1234567") is None


def test_an_email_code_has_six_digits_with_leading_zeros() -> None:
    assert new_email_code(lambda count: bytes(count)) == "000000"
    assert re.fullmatch(r"\d{6}", new_email_code())
