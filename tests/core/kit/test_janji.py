"""The promises themselves: what they catch, and what they leave in peace."""

from dataclasses import replace

import pytest

from core.kit import Walk
from core.kit.janji import check
from tests.core.dialog.forms import Dikenal


def test_a_citizen_may_be_called_like_an_english_word() -> None:
    jalan = Walk.of(Dikenal).say("3319990108160001", "FALSE")
    assert any("FALSE" in balasan.teks for balasan in jalan.balasan)
    check(jalan)


def test_an_english_sentence_of_ours_is_caught() -> None:
    jalan = Walk.of(Dikenal).say("3319990108160001")
    jalan.balasan = (replace(jalan.balasan[0], teks="Value is required"), *jalan.balasan[1:])
    with pytest.raises(AssertionError, match="foreign word"):
        check(jalan)
