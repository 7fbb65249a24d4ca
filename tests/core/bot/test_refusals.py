"""What Telegram's words mean."""

import pytest
from telegram.error import BadRequest

from core.bot import refusals


@pytest.mark.parametrize("words", ["Message to edit not found", "MESSAGE_ID_INVALID"])
def test_a_message_that_is_gone_is_known_by_either_name(words: str) -> None:
    assert refusals.is_gone(BadRequest(words))


@pytest.mark.parametrize(
    "words", ["Can't parse entities", "Message is too long", "BUTTON_DATA_INVALID"]
)
def test_a_message_that_is_wrong_is_never_taken(words: str) -> None:
    cause = BadRequest(words)
    assert refusals.is_final(cause)
    assert not refusals.is_gone(cause)
    assert not refusals.is_settled(cause)
    assert not refusals.is_unreachable(cause)
