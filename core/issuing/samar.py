"""Hides private numbers on a page: NIK, No. KK, passport, however the page writes them. Pure."""

import html
import re
from collections.abc import Collection, Iterator

LONG = 16
"""So many digits together are hidden, whatever they are: a NIK, a No. KK, the head's NIP."""
_OPEN = 4  # no more than its region: with the birth date on the page, an end tells the rest
_DOT = "•"
SHORTEST = 6
"""What has fewer letters is no number that tells a person apart, and occurs in any text."""
_RUN = re.compile(rf"\d{{{LONG},}}")
_MARKUP = re.compile(
    r"(<style\b.*?</style>|<script\b.*?</script>|<!--.*?-->|<[^>]*>)", re.DOTALL | re.IGNORECASE
)
_SPACE = re.compile(r"[\s\xad\u200b]+")


def masked(page: str, private: Collection[str]) -> str:
    """Return HTML whose text shows no number of `private` and no long run of digits in full.

    A number is found as it stands, with spaces in it, and with each digit in a box of its own.
    Marks, styles and what stands in tags are left alone.
    """
    parts = _MARKUP.split(page)
    for place in range(0, len(parts), 2):  # a split by one group: text, mark, text, mark, ...
        parts[place] = _RUN.sub(lambda run: _dotted(run[0]), parts[place])
    for number in sorted({one for one in private if len(one) >= SHORTEST}, key=len, reverse=True):
        _hide(parts, number)
    return "".join(parts)


def shows(texts: Collection[str], private: Collection[str]) -> bool:
    """Tell whether the text of pages gives a private number away."""
    told = [_SPACE.sub("", text).casefold() for text in texts]
    numbers = [_SPACE.sub("", one).casefold() for one in private if len(one) >= SHORTEST]
    return any(number in text for number in numbers for text in told) or any(
        _RUN.search(text) for text in texts
    )


def _dotted(number: str) -> str:
    """Leave the first digits of a number, fewer of a short one: 3319••••••••••••."""
    left = min(_OPEN, len(number) // 4)
    return number[:left] + _DOT * (len(number) - left)


def _hide(parts: list[str], number: str) -> None:
    """Put dots into every occurrence of a number in the texts, also across marks."""
    letters = list(_letters(parts))
    line = "".join(letter for letter, _, _ in letters).casefold()
    wanted = _SPACE.sub("", html.escape(number, quote=False)).casefold()
    hidden = _dotted(wanted)
    start = line.find(wanted)
    while start >= 0:
        for step, letter in enumerate(hidden):
            _, place, at = letters[start + step]
            if letter != wanted[step]:
                parts[place] = f"{parts[place][:at]}{letter}{parts[place][at + 1 :]}"
        start = line.find(wanted, start + len(wanted))


def _letters(parts: list[str]) -> Iterator[tuple[str, int, int]]:
    """Give each letter of the texts that is no space, with its text and its place there."""
    for place in range(0, len(parts), 2):
        for at, letter in enumerate(parts[place]):
            if not _SPACE.fullmatch(letter) and len(letter.casefold()) == 1:
                yield letter, place, at
