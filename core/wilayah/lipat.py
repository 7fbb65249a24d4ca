"""Reduces what is typed, and what is searched, to the letters that count. Pure."""

import re
import string
import unicodedata
from collections.abc import Mapping

_LETTERS = (string.ascii_lowercase + string.digits).encode()
_DROPPED = bytes(sorted(set(range(256)) - set(_LETTERS)))
_DROPPED_IN_LINES = _DROPPED.replace(b"\n", b"")
_APART = re.compile(r"[\s,;/|]+")

# What people write in front of a name. A kabupaten and a kota of one name are told apart by it.
_KIND: Mapping[bytes, bytes] = {
    **dict.fromkeys((b"desa", b"ds", b"kelurahan", b"kel", b"kecamatan", b"kec", b"distrik"), b""),
    **dict.fromkeys((b"provinsi", b"propinsi", b"prov", b"prop"), b""),
    b"kab": b"kabupaten",
    b"kodya": b"kota",
    b"kotamadya": b"kota",
    b"adm": b"administrasi",
}


def fold(teks: str) -> bytes:
    """Keep lower-case letters and digits: spaces, case, hyphens and diacritics do not count."""
    return _ascii(teks).translate(None, _DROPPED)


def fold_lines(teks: str) -> bytes:
    """Fold many names at once, one a line."""
    return _ascii(teks).translate(None, _DROPPED_IN_LINES)


def words(teks: str) -> tuple[bytes, ...]:
    """Split at spaces and commas, each word folded."""
    return tuple(kata for kata in map(fold, _APART.split(teks)) if kata)


def names(kata: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Leave out the words for a level: "desa bae kec bae" becomes "bae bae"."""
    return tuple(nama for nama in (_KIND.get(satu, satu) for satu in kata) if nama)


def _ascii(teks: str) -> bytes:
    return unicodedata.normalize("NFKD", teks).lower().encode("ascii", "ignore")
