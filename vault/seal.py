"""Seals one field of one row so that it opens in that row only, and indexes what must be found."""

import hashlib
import hmac
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vault.errors import WrongKey

_VERSION = b"\x01"
_ID = 4
_NONCE = 12
_HEAD = len(_VERSION) + _ID


def key_id(key: bytes) -> bytes:
    """Return the four bytes by which a sealed value names its key."""
    return hashlib.sha256(b"kunci/v1|" + key).digest()[:_ID]


class Sealer:
    """AES-256-GCM under one key; values sealed under ``previous`` keys still open."""

    def __init__(self, key: bytes, *previous: bytes) -> None:
        self._current = key_id(key)
        self._ciphers = {key_id(each): AESGCM(each) for each in (*previous, key)}

    def seal(self, value: bytes | str, *, table: str, column: str, row: UUID | str) -> bytes:
        """Seal a value for one place: version, key id, nonce, ciphertext."""
        plain = value.encode() if isinstance(value, str) else value
        nonce = os.urandom(_NONCE)
        place = _place(table, column, row)
        cipher = self._ciphers[self._current]
        return _VERSION + self._current + nonce + cipher.encrypt(nonce, plain, place)

    def open(self, sealed: bytes, *, table: str, column: str, row: UUID | str) -> bytes:
        """Open a value in the place it was sealed for, or raise `WrongKey`."""
        cipher = self._ciphers.get(sealed[len(_VERSION) : _HEAD])
        if sealed[: len(_VERSION)] != _VERSION or cipher is None:
            raise WrongKey(f"{table}.{column} was not sealed under this key")
        nonce, body = sealed[_HEAD : _HEAD + _NONCE], sealed[_HEAD + _NONCE :]
        try:
            return cipher.decrypt(nonce, body, _place(table, column, row))
        except (InvalidTag, ValueError) as cause:
            raise WrongKey(f"{table}.{column} does not open in this row") from cause

    def open_text(self, sealed: bytes, *, table: str, column: str, row: UUID | str) -> str:
        """Open a value that was sealed as text."""
        return self.open(sealed, table=table, column=column, row=row).decode()


class Index:
    """HMAC-SHA256: finds an equal value again without storing it. Normalise before."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def digest(self, value: str) -> str:
        """Return the value's keyed digest in hex."""
        return hmac.new(self._key, value.encode(), hashlib.sha256).hexdigest()


def _place(table: str, column: str, row: UUID | str) -> bytes:
    if "|" in table or "|" in column:
        raise ValueError("a table or column name may not contain '|'")
    return f"{table}|{column}|{row}".encode()
