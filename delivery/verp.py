"""Envelope senders that say which letter comes back, and prove that we wrote them (VERP).

``pantulan+<id>.<mark>@domain``: the letter's id in 26 symbols, and ten symbols of a keyed digest.
A notice to any other address is nobody's news. Case is not kept by every server, so both are
Crockford's base 32 in lower case."""

import hmac
import re
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

_SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"
_ID, _MARK = 26, 10
_LABEL = b"pantulan/v1"
_TAIL = re.compile(rf"([{_SYMBOLS}]{{{_ID}}})\.([{_SYMBOLS}]{{{_MARK}}})")


@dataclass(frozen=True)
class Verp:
    """The addresses that belong to one mailbox for returned letters."""

    key: bytes = field(repr=False)
    kotak: str
    """The mailbox, such as ``pantulan@disdukcapil.contoh.go.id``."""

    @classmethod
    def derived(cls, k_app: bytes, kotak: str) -> "Verp":
        """Make it of the key for outgoing messages: a key for this purpose only."""
        return cls(hmac.digest(k_app, _LABEL, sha256), kotak)

    def sender(self, letter: UUID) -> str:
        """Return the envelope sender of a letter."""
        local, _, domain = self.kotak.rpartition("@")
        return f"{local}+{_base32(letter.int, _ID)}.{self._mark(letter)}@{domain}"

    def letter(self, address: str) -> UUID | None:
        """Return which letter an address belongs to; None if we never wrote it."""
        local, _, domain = self.kotak.lower().rpartition("@")
        head, _, rest = address.strip().lower().partition("+")
        tail, _, host = rest.partition("@")
        found = _TAIL.fullmatch(tail)
        if (head, host) != (local, domain) or found is None:
            return None
        number = _number(found[1])
        if number >> 128:
            return None
        letter = UUID(int=number)
        return letter if hmac.compare_digest(self._mark(letter), found[2]) else None

    def _mark(self, letter: UUID) -> str:
        digest = hmac.digest(self.key, letter.bytes, sha256)
        return _base32(int.from_bytes(digest[:8], "big") >> 14, _MARK)


def _base32(number: int, length: int) -> str:
    return "".join(_SYMBOLS[number >> 5 * place & 31] for place in reversed(range(length)))


def _number(symbols: str) -> int:
    total = 0
    for symbol in symbols:
        total = total << 5 | _SYMBOLS.index(symbol)
    return total
