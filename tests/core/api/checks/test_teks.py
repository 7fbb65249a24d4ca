"""Free text is one clean line."""

import pytest
from pydantic_core import PydanticCustomError

from core.api.checks import teks


def test_white_space_of_any_kind_becomes_one_space() -> None:
    assert teks.line(" melamar \n\t kerja\u00a0") == "melamar kerja"


@pytest.mark.parametrize("isi", ["", "  ", "\u200b", "a" * 201, "a\x00b", "a\u202eb", "a\ud800"])
def test_empty_long_and_deceptive_text_is_refused(isi: str) -> None:
    with pytest.raises(PydanticCustomError):
        teks.line(isi)
