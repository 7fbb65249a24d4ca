"""Reads Telegram's HTML into text and entities, as strictly as tdlib, with its words.

As there, an unknown name after `&` is no error: it stays as written. Refuses foreign tags.
"""

import re
from dataclasses import dataclass

from sandbox.botapi.refusal import Refusal, bad
from sandbox.records import Entity

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<dec>\d{1,7})|(?P<name>[a-z]+));?")
_ATTRIBUTE = re.compile(
    r"\s+(?P<name>[a-zA-Z0-9-]+)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[a-zA-Z0-9.-]+)))?"
)
_NAME = re.compile(r"[^\s>]*")
_TAG_END = re.compile(r"\s*>")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_AUTOMATIC = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]|\bt\.me/[\w?=&/-]+)"
    r"|(?:^|(?<=\s))(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?!\S)"
)


def utf16(text: str) -> int:
    """The length of a text as Telegram counts offsets."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    offset: int
    url: str
    language: str


class _Reader:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, tuple[Entity, ...]]:
        while self._at < len(self._source):
            char = self._source[self._at]
            if char == "<":
                self._tag()
            elif char == "&":
                self._reference()
            else:
                self._write(char, 1)
        if self._open:
            tag = self._open[-1].tag
            raise self._fault(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self._entities.sort(key=lambda entity: (entity.offset, -entity.length))
        return "".join(self._text), tuple(self._entities)

    def _write(self, text: str, width: int) -> None:
        self._text.append(text)
        self._offset += utf16(text)
        self._at += width

    def _reference(self) -> None:
        found = _REFERENCE.match(self._source, self._at)
        char = _character(found) if found else ""
        if found and char:
            self._write(char, found.end() - found.start())
        else:
            self._write("&", 1)

    def _tag(self) -> None:
        if self._source.startswith("</", self._at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        begin = self._at
        name = _NAME.match(self._source, begin + 1)
        assert name is not None, "an empty match is still a match"
        tag, where = name.group().lower(), f"at byte offset {self._bytes(begin)}"
        if name.end() >= len(self._source):
            raise self._fault(f"Unclosed start tag {where}")
        if tag not in TAGS:
            raise self._fault(f'Unsupported start tag "{tag}" {where}')
        given: dict[str, str] = {}
        at = name.end()
        while found := _ATTRIBUTE.match(self._source, at):
            value = found["double"] or found["single"] or found["bare"] or ""
            given[found["name"].lower()] = _REFERENCE.sub(
                lambda each: _character(each) or each.group(), value
            )
            at = found.end()
        closing = _TAG_END.match(self._source, at)
        if closing is None:
            raise self._fault(f'Unclosed start tag "{tag}" {where}')
        if tag == "span" and given.get("class") != "tg-spoiler":
            raise self._fault(f'Tag "span" must have class "tg-spoiler" {where}')
        language = given.get("class", "").removeprefix("language-") if tag == "code" else ""
        self._open.append(_Open(tag, self._offset, given.get("href", ""), language))
        self._at = closing.end()

    def _end_tag(self) -> None:
        begin = self._at
        where = f"at byte offset {self._bytes(begin)}"
        if not self._open:
            raise self._fault(f"Unexpected end tag {where}")
        closing = _END_TAG.match(self._source, begin)
        if closing is None:
            raise self._fault(f"Unclosed end tag {where}")
        opened = self._open.pop()
        if closing[1] and closing[1].lower() != opened.tag:
            raise self._fault(
                f'Unmatched end tag {where}, expected "</{opened.tag}>", found "</{closing[1]}>"'
            )
        self._at = closing.end()
        length = self._offset - opened.offset
        # A link without an address is plain text, as on Telegram.
        if length and (opened.tag != "a" or opened.url):
            self._entities.append(
                Entity(TAGS[opened.tag], opened.offset, length, opened.url, opened.language)
            )

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode())

    def _fault(self, reason: str) -> Refusal:
        return bad(f"can't parse entities: {reason}")


def _character(found: re.Match[str]) -> str:
    if found["name"]:
        return NAMED.get(found["name"], "")
    code = int(found["hex"], 16) if found["hex"] else int(found["dec"])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """The text without tags, and what the tags marked."""
    return _Reader(source).read()


def find_automatic(text: str, taken: tuple[Entity, ...] = ()) -> tuple[Entity, ...]:
    """Commands and web addresses that Telegram marks by itself, outside links and code."""
    closed = [each for each in taken if each.type in ("text_link", "code", "pre")]
    found = []
    for match in _AUTOMATIC.finditer(text):
        offset, length = utf16(text[: match.start()]), utf16(match.group())
        overlaps = any(
            offset < each.offset + each.length and each.offset < offset + length for each in closed
        )
        if not overlaps and match.lastgroup:
            found.append(Entity(match.lastgroup, offset, length))
    return tuple(sorted((*taken, *found), key=lambda each: (each.offset, -each.length)))
