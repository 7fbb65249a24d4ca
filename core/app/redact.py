"""Blots out of a text what must not stand in a log. Pure: the same text, the same line."""

import re

BLOT = "•••"
_CROCKFORD = "0-9A-HJKMNP-TV-Z"
_SMALL = "0-9a-hjkmnp-tv-z"
_SECRETS = re.compile(
    # A NIK or No. KK: sixteen digits, also when somebody wrote them in groups.
    r"(?<!\d)\d{16}(?!\d)"
    r"|(?<![\w-])(?:\d[ .-]?){15}\d(?![\w-])"
    # A bot token, wherever it stands (addresses of the Bot API hold it).
    r"|\d{1,20}:[A-Za-z0-9_-]{20,}"
    # A link token, ticket or code: 26 of our alphabet.
    rf"|(?<![0-9a-z])[{_SMALL}]{{26}}(?![0-9a-z])"
    # A password or counter code, in groups of four.
    rf"|(?<![\w-])[{_CROCKFORD}]{{4}}(?:-[{_CROCKFORD}]{{4}}){{1,2}}(?![\w-])"
    rf"|(?<![\w-])[{_SMALL}]{{4}}(?:-[{_SMALL}]{{4}}){{2}}(?![\w-])"
    # An e-mail address.
    r"|(?<![^\s@<>\"'])[^\s@<>\"']+@[^\s@<>\"']+\.[^\W\d_]{2,}"
    # A mobile number, as people write it here.
    r"|(?<![\w-])(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}(?![\w-])"
    # The user and password of an address.
    r"|(?<=://)[^\s/@]+@"
)
# The path of a download, ticket or verification page is a secret; the pattern of its route is not.
_PATHS = re.compile(r"(?<![\w])/(d|b|v)/(?![{\s-])[^\s\"'<>]+")
# Control characters, line separators, and what turns the direction of writing.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LONGEST = 2000


def redact(text: str) -> str:
    """Blot out secrets and people, and keep the rest on one line of bounded length."""
    line = _CONTROL.sub(" ", text[: 2 * _LONGEST])
    line = _PATHS.sub(rf"/\1/{BLOT}", line)
    line = _SECRETS.sub(BLOT, line)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
