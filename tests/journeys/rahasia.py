"""Looks for what must not stand where others read."""

import re

_NUMBERS = re.compile(r"(?<!\d)\d{16}(?!\d)")
_NAMES = (
    "budi",
    "santoso",
    "aminah",
    "andi",
    "prasetyo",
    "dewi lestari",
    "suminah",
    "ratna",
    "lina marlina",
    "sarijah",
)


def leaks_in(text: str, *secrets: str) -> list[str]:
    """Return every NIK or No. KK, every name of the stage and every given secret in a text."""
    low = text.casefold()
    found = [
        name
        for name in (*_NAMES, *secrets)
        if re.search(rf"\b{re.escape(name.casefold())}\b", low)
    ]
    return found + _NUMBERS.findall(text)
