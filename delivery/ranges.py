"""Decides which bytes of a file a Range header asks for (RFC 9110, 14). Pure."""

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@dataclass(frozen=True)
class Whole:
    """The whole file: no range, or one that a server may ignore."""


@dataclass(frozen=True)
class Part:
    """Bytes start up to, and not including, end."""

    start: int
    end: int


@dataclass(frozen=True)
class Unsatisfiable:
    """No byte of the file is in the range."""


def choose(header: str | None, *, size: int) -> Whole | Part | Unsatisfiable:
    """Several ranges, another unit or nonsense mean the whole file."""
    match = _ONE_RANGE.fullmatch((header or "").strip())
    if match is None or match.group() == "bytes=-":
        return Whole()
    first, last = match.groups()
    if first == "":
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), size if last == "" else min(int(last) + 1, size)
        if last != "" and int(last) < start:
            return Whole()
    return Part(start, end) if start < end else Unsatisfiable()
