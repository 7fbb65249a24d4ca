"""Reads the text or caption of a call: parse mode, entities, length."""

from pydantic import TypeAdapter, ValidationError

from sandbox.botapi.markup import find_automatic, parse_html, utf16
from sandbox.botapi.params import Params
from sandbox.botapi.refusal import bad
from sandbox.records import Body, Entity

TEXT_CHARACTERS = 4096
CAPTION_CHARACTERS = 1024

_ENTITIES = TypeAdapter(tuple[Entity, ...])


def read_text(params: Params) -> Body:
    """The text of a message."""
    body = _read(params, "text", "entities")
    if not body.text.strip():
        raise bad("message text is empty")
    if len(body.text) > TEXT_CHARACTERS:
        raise bad("message is too long")
    return body


def read_caption(params: Params) -> Body:
    """The caption of a photo or document; may be empty."""
    body = _read(params, "caption", "caption_entities")
    if len(body.text) > CAPTION_CHARACTERS:
        raise bad("message caption is too long")
    return body


def _read(params: Params, field: str, marks: str) -> Body:
    raw = params.text(field)
    mode = params.text("parse_mode").lower()
    if mode not in ("", "html"):
        raise bad("unsupported parse_mode")
    text, entities = parse_html(raw) if mode else (raw, _given(params, marks))
    text = text.rstrip()
    end = utf16(text)
    kept = tuple(entity for entity in entities if entity.offset + entity.length <= end)
    return Body(text=text, raw=raw, entities=find_automatic(text, kept))


def _given(params: Params, marks: str) -> tuple[Entity, ...]:
    try:
        return _ENTITIES.validate_python(params.parsed(marks) or ())
    except ValidationError:
        raise bad("can't parse entities: wrong entity") from None
