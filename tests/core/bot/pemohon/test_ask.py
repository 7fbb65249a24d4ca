"""Remarks and questions share a message where there is room."""

from core.bot.pemohon.ask import joined
from core.dialog import Balasan, Tombol

BUTTONS = ((Tombol("Ya", "v:ya"),),)


def test_a_remark_stands_above_the_question_that_follows_it() -> None:
    (one,) = joined([Balasan("Tercatat.", tanya=False), Balasan("Berapa?", BUTTONS)])
    assert one.teks == "Tercatat.\n\nBerapa?"
    assert one.tombol == BUTTONS
    assert one.tanya


def test_nothing_is_added_under_a_keyboard() -> None:
    replies = [Balasan("Berapa?", BUTTONS), Balasan("Tercatat.", tanya=False)]
    assert joined(replies) == replies


def test_a_long_text_stays_alone() -> None:
    replies = [Balasan("x" * 3000, tanya=False), Balasan("Berapa?", BUTTONS)]
    assert joined(replies) == replies
