"""Telegram's HTML."""

import pytest

from sandbox.botapi.markup import find_automatic, parse_html
from sandbox.botapi.refusal import Refusal
from sandbox.records import Entity


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>x</b>", "x", (Entity("bold", 0, 1),)),
        ("😀 <i>y</i>", "😀 y", (Entity("italic", 3, 1),)),
        ("<b>a<u>b</u></b>", "ab", (Entity("bold", 0, 2), Entity("underline", 1, 1))),
        ("1 &lt; 2 &amp; &#51; &#x34; &quot;", '1 < 2 & 3 4 "', ()),
        ("Tom & Jerry &nbsp;", "Tom & Jerry &nbsp;", ()),
        ('<a href="https://x.id/?a=1&amp;b=2">t</a>', "t",
         (Entity("text_link", 0, 1, "https://x.id/?a=1&b=2"),)),
        ("<a>t</a>", "t", ()),
        ('<span class="tg-spoiler">r</span>', "r", (Entity("spoiler", 0, 1),)),
        ("<tg-spoiler>r</tg-spoiler>", "r", (Entity("spoiler", 0, 1),)),
        ("<B>x</B>", "x", (Entity("bold", 0, 1),)),
        ("<blockquote expandable>k</blockquote>", "k", (Entity("blockquote", 0, 1),)),
        ("<b></b>kosong", "kosong", ()),
    ],
)  # fmt: skip
def test_tags_become_entities(source: str, text: str, entities: tuple[Entity, ...]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("é <br>", 'Unsupported start tag "br" at byte offset 3'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_a_fault_is_named_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_commands_and_addresses_are_marked_but_not_inside_code() -> None:
    text = "/start lihat https://contoh.id/a. dan /bukan/perintah t.me/bot?start=kk"
    found = {text[each.offset : each.offset + each.length] for each in find_automatic(text)}
    assert found == {"/start", "https://contoh.id/a", "t.me/bot?start=kk"}
    assert find_automatic("/start", (Entity("code", 0, 6),)) == (Entity("code", 0, 6),)
