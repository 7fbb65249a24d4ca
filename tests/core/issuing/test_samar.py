"""Numbers on a page are hidden however the page writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.issuing.samar import SHORTEST, masked, shows

NIK = "3319991708900001"
HIDDEN = "3319••••••••••••"


@pytest.mark.parametrize(
    "page",
    [
        f"<td>{NIK}</td>",
        "<td>3319 9917 0890 0001</td>",
        "<tr>" + "".join(f"<td>{one}</td>" for one in NIK) + "</tr>",
        f"<b>331999</b>1708900001 dan {NIK}",
        "<p>3319&nbsp;9917 0890 0001</p>".replace("&nbsp;", "\xa0"),
    ],
)
def test_a_number_is_hidden_as_it_stands_spaced_and_in_boxes(page: str) -> None:
    drawn = masked(page, {NIK})
    bare = re.sub(r"<[^>]*>|\s", "", drawn)
    assert HIDDEN in bare
    assert not shows([bare], {NIK})


def test_long_runs_of_digits_are_hidden_though_nobody_named_them() -> None:
    assert masked(f"<p>{NIK}</p>", ()) == f"<p>{HIDDEN}</p>"


def test_a_passport_is_hidden() -> None:
    assert masked("<td>X1234567</td>", {"X1234567"}) == "<td>X1••••••</td>"


def test_the_end_of_a_number_is_hidden_too_for_its_middle_is_a_birth_date() -> None:
    bare = masked(f"<td>{NIK}</td><td>17-08-1990</td>", {NIK})
    assert re.findall(r"\d+", bare) == ["3319", "17", "08", "1990"]


def test_marks_and_styles_stay_as_they_are() -> None:
    page = f'<style>.a{{width:{NIK}mm}}</style><i data-x="{NIK}">a</i>'
    assert masked(page, {NIK}) == page


def test_words_and_dates_stay_as_they_are() -> None:
    page = "<p>BUDI SANTOSO, 17-08-1990, RT 001/RW 002, 59313</p>"
    assert masked(page, {NIK}) == page


def test_what_is_left_to_read_is_noticed() -> None:
    assert shows(["3319 9917 0890 0001"], {NIK})
    assert shows([NIK], ())
    assert shows(["X 1234567"], {"x1234567"})
    assert not shows([HIDDEN], {NIK})


digits = st.text("0123456789", min_size=16, max_size=16)


@given(digits, st.lists(st.sampled_from([" ", "</td><td>", "<b>", "\n", ""]), max_size=16))
def test_no_way_of_writing_a_number_shows_it(number: str, between: list[str]) -> None:
    gaps = [*between, *([""] * 16)]
    page = "".join(digit + gap for digit, gap in zip(number, gaps, strict=False))
    text = re.sub(r"<[^>]*>", " ", masked(f"<td>{page}</td>", {number}))
    assert not shows([text], {number})


@given(st.text(), st.sets(st.text(max_size=SHORTEST - 1)))
def test_what_tells_nobody_apart_is_never_hidden(text: str, private: set[str]) -> None:
    if not re.search(r"\d{16}", text):
        assert masked(text, private) == text
