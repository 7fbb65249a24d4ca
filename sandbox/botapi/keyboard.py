"""Reads `reply_markup` into an inline keyboard, refusing what Telegram refuses."""

from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from sandbox.botapi.params import Params
from sandbox.botapi.refusal import Refusal, bad
from sandbox.records import Button, Keyboard

DATA_BYTES = 64
COPY_CHARACTERS = 256
STYLES = ("", "primary", "success", "danger")
BUTTONS = 100


class _CopyText(BaseModel):
    text: str


class _Button(BaseModel):
    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: _CopyText | None = None
    style: str = ""


class _Markup(BaseModel):
    inline_keyboard: list[list[_Button]]


def read_keyboard(params: Params) -> Keyboard:
    """The keyboard of a call; empty when none was given."""
    given = params.parsed("reply_markup")
    if given is None:
        return ()
    if not isinstance(given, dict) or "inline_keyboard" not in given:
        raise bad("the sandbox shows inline keyboards only")
    try:
        markup = _Markup.model_validate(given)
    except ValidationError:
        raise bad("can't parse inline keyboard button: wrong field type") from None
    rows = tuple(tuple(_button(each) for each in row) for row in markup.inline_keyboard if row)
    if sum(len(row) for row in rows) > BUTTONS:
        raise bad("reply markup is too long")
    return rows


def _button(given: _Button) -> Button:
    if not given.text:
        raise bad("can't parse inline keyboard button: Text must be non-empty")
    if given.style not in STYLES:
        raise bad("can't parse inline keyboard button: invalid button style specified")
    if given.callback_data is not None:
        if not 1 <= len(given.callback_data.encode()) <= DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")
        return Button(given.text, data=given.callback_data, style=given.style)
    if given.url is not None:
        _check_address(given.url)
        return Button(given.text, url=given.url, style=given.style)
    if given.copy_text is not None:
        if not 1 <= len(given.copy_text.text) <= COPY_CHARACTERS:
            raise bad("BUTTON_COPY_TEXT_INVALID")
        return Button(given.text, copy=given.copy_text.text, style=given.style)
    raise bad(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "tg":
        return
    if parts.scheme not in ("http", "https", ""):
        raise _wrong(url, "Unsupported URL protocol")
    host = parts.hostname or parts.path.split("/")[0]
    if "." not in host:  # so is "http://localhost" on Telegram
        raise _wrong(url, "Wrong HTTP URL")


def _wrong(url: str, why: str) -> Refusal:
    return bad(f"inline keyboard button URL '{url}' is invalid: {why}")
