"""Button data: an address, never an authority. Unknown forms are old buttons, not errors.

Formats (DIALOG.md): citizen `d1.<draft>.<rev hex>.<action>`, officer
`o1.<case>.<rev hex>.<nonce>.<act>[.<arg>]`, menu `m1.<act>[.<arg>]`; at most 64 bytes (Bot API).
"""

import re
import secrets
from dataclasses import dataclass
from uuid import UUID

LIMIT = 64
_SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32, lower case
_REF_LENGTH = 8
_REF = r"[0-9a-hjkmnp-tv-z]{8}"
_WARGA = re.compile(rf"d1\.({_REF})\.([0-9a-f]{{1,6}})\.([\x21-\x7e]{{1,40}})")
_PETUGAS = re.compile(
    rf"o1\.({_REF})\.([0-9a-f]{{1,6}})\.({_REF})\.([a-z]{{1,8}})(?:\.([\x21-\x7e]{{1,36}}))?"
)
_MENU = re.compile(r"m1\.([a-z]{1,8})(?:\.([A-Za-z0-9_-]{1,40}))?")


@dataclass(frozen=True)
class TombolWarga:
    """A button of a citizen's dialog."""

    draf: str
    rev: int
    aksi: str


@dataclass(frozen=True)
class TombolPetugas:
    """A button of an officer's card."""

    kasus: str
    rev: int
    nonce: str
    aksi: str
    arg: str = ""


@dataclass(frozen=True)
class TombolMenu:
    """A button outside any draft: choose a service, begin, go on, show a password."""

    aksi: str
    arg: str = ""


def short(row_id: UUID) -> str:
    """Return eight symbols of the random tail of an id, to tell two drafts of one chat apart."""
    return "".join(
        _SYMBOLS[row_id.int >> 5 * place & 31] for place in reversed(range(_REF_LENGTH))
    )


def new_nonce() -> str:
    """Return eight random symbols that mark one drawing of a card (40 bits)."""
    return "".join(secrets.choice(_SYMBOLS) for _ in range(_REF_LENGTH))


def data(button: TombolWarga | TombolPetugas | TombolMenu) -> str:
    """Write a button's data; ValueError if Telegram would not carry it."""
    match button:
        case TombolWarga(draf, rev, aksi):
            text = f"d1.{draf}.{rev:x}.{aksi}"
        case TombolPetugas(kasus, rev, nonce, aksi, arg):
            text = f"o1.{kasus}.{rev:x}.{nonce}.{aksi}" + (f".{arg}" if arg else "")
        case TombolMenu(aksi, arg):
            text = f"m1.{aksi}" + (f".{arg}" if arg else "")
    if len(text.encode()) > LIMIT:
        raise ValueError("button data is longer than 64 bytes")
    return text


def parse(text: str) -> TombolWarga | TombolPetugas | TombolMenu | None:
    """Read button data; None for anything that we do not write."""
    if found := _WARGA.fullmatch(text):
        return TombolWarga(found[1], int(found[2], 16), found[3])
    if found := _PETUGAS.fullmatch(text):
        return TombolPetugas(found[1], int(found[2], 16), found[3], found[4], found[5] or "")
    if found := _MENU.fullmatch(text):
        return TombolMenu(found[1], found[2] or "")
    return None
