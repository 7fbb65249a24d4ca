"""Long texts are cut where a line ends."""

from hypothesis import given
from hypothesis import strategies as st

from core.bot.petugas.dossier import split

lines = st.lists(st.text("abc <b>", max_size=400), max_size=60)


@given(lines)
def test_nothing_is_lost_and_no_part_is_too_long(rows: list[str]) -> None:
    text = "\n".join(rows)
    parts = split(text)
    assert "\n".join(parts) == text
    assert all(len(part) <= 4096 for part in parts)


def test_a_text_that_fits_is_one_part() -> None:
    assert split("satu\ndua") == ["satu\ndua"]
    assert len(split("\n".join(["x" * 1000] * 9))) == 3
