"""Secrets that people read, type or click: tokens, passwords, codes. Crockford's base 32, random
bytes from outside so that a test can hold them. Formats and bits: SECURITY.md 2."""

import hashlib
import secrets
import unicodedata
from collections.abc import Callable

Random = Callable[[int], bytes]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TOKEN_PATTERN = "[0-9a-hjkmnp-tv-z]{26}"
PASSWORD_LENGTH = 12
CODE_LENGTH = 8

# What people type for a symbol that Crockford left out because it looks like another.
_LOOKALIKES = str.maketrans("OIL", "011")
# Spaces, dashes, control and zero-width characters: nobody means them, every keyboard adds them.
_IGNORED_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"})
_IGNORED = frozenset("_.,\u2212")  # U+2212 is the minus sign, which is not in Pd
_LONGEST_INPUT = 200


def new_token(random: Random = secrets.token_bytes) -> str:
    """Return 26 lower-case symbols (130 bits) for a link or a ticket."""
    return _symbols(26, random).lower()


def token_hash(token: str) -> bytes:
    """Return what is stored of a token: its SHA-256. 130 random bits need no slow hash."""
    return hashlib.sha256(token.encode("ascii")).digest()


def new_password(random: Random = secrets.token_bytes) -> str:
    """Return a password such as ``AZHR-M7X0-7H5Y``: 55 random bits and a check symbol."""
    body = _symbols(PASSWORD_LENGTH - 1, random)
    return grouped(body + _check_symbol(body))


def normalise_password(typed: str) -> str | None:
    """Return the twelve symbols that were meant, or None when they cannot be a password of ours.

    None is reached before any slow work and never counts as an attempt (SECURITY.md 5)."""
    symbols = _normalise(typed, PASSWORD_LENGTH)
    if symbols is None or _check_symbol(symbols[:-1]) != symbols[-1]:
        return None
    return symbols


def new_code(random: Random = secrets.token_bytes) -> str:
    """Return a single-use code for the counter's page, such as ``7H5Y-AZHR`` (40 bits)."""
    return grouped(_symbols(CODE_LENGTH, random))


def normalise_code(typed: str) -> str | None:
    """Return the eight symbols that were meant, or None when they cannot be a code of ours."""
    return _normalise(typed, CODE_LENGTH)


def new_email_code(random: Random = secrets.token_bytes) -> str:
    """Return six decimal digits. Eight bytes make the bias of the remainder negligible."""
    return f"{int.from_bytes(random(8), 'big') % 1_000_000:06d}"


def grouped(symbols: str) -> str:
    """Write symbols in groups of four, the way they are read aloud."""
    return "-".join(symbols[start : start + 4] for start in range(0, len(symbols), 4))


def _symbols(count: int, random: Random) -> str:
    # 256 is a multiple of 32, so the remainder is uniform.
    return "".join(ALPHABET[byte % 32] for byte in random(count))


def _normalise(typed: str, length: int) -> str | None:
    if len(typed) > _LONGEST_INPUT:
        return None
    kept = "".join(
        symbol
        for symbol in unicodedata.normalize("NFKC", typed).upper()
        if unicodedata.category(symbol) not in _IGNORED_CATEGORIES and symbol not in _IGNORED
    ).translate(_LOOKALIKES)
    if len(kept) != length or any(symbol not in ALPHABET for symbol in kept):
        return None
    return kept


def _check_symbol(body: str) -> str:
    """Luhn's algorithm modulo 32: every single typo and nearly every neighbour swap shows."""
    total, factor = 0, 2
    for symbol in reversed(body):
        product = factor * ALPHABET.index(symbol)
        factor = 1 if factor == 2 else 2
        total += product // 32 + product % 32
    return ALPHABET[-total % 32]
