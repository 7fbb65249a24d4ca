"""What an SMTP server's answer means for a letter: the table of SECURITY.md 11. Pure.

`sebab` is a class of fault for logs and alerts, never what the server said. A code below 200 is
the library's sign for an answer that cannot be read: it proves nothing."""

import re
from dataclasses import dataclass

SAMBUNGAN = "sambungan"
DITOLAK = "ditolak"
MASUK = "masuk"
TLS = "tls"
LAMBAT = "lambat"
PENGIRIM = "pengirim"
PENERIMA = "penerima"
KOTAK_PENUH = "kotak_penuh"
ISI = "isi"


@dataclass(frozen=True)
class Terkirim:
    """The server took responsibility."""


@dataclass(frozen=True)
class Sementara:
    """Not accepted, certainly; try again."""

    sebab: str
    menit: int | None = None  # wait at least so long
    maksimal: int | None = None  # after so many tries, ask a person
    kabari: int | None = None  # from this try on the office should look at it


@dataclass(frozen=True)
class Tetap:
    """This address will never take it; ask for another one."""

    sebab: str


@dataclass(frozen=True)
class Konfigurasi:
    """Our own settings are wrong: no letter leaves until a person mends them."""

    sebab: str


@dataclass(frozen=True)
class Ragu:
    """The line broke after DATA: accepted or not, nobody knows."""

    sebab: str


Outcome = Terkirim | Sementara | Tetap | Konfigurasi | Ragu

_PENUH = re.compile(r"\b[45]\.2\.2\b")
_KEBIJAKAN = re.compile(r"\b5\.7\.\d")  # RFC 3463: security or policy, not the address
_LOGIN_WANTED = (530, 534, 535)

# One retry, and the office looks at it: our name or our words are disliked, not one address.
_DISLIKED = Sementara(ISI, menit=15, maksimal=2, kabari=1)
_FULL = Sementara(KOTAK_PENUH, menit=8 * 60, maksimal=3)


def after_connect(code: int | None, *, no_tls: bool) -> Outcome:
    """Judge a failure to connect or to start TLS."""
    if no_tls:
        return Konfigurasi(TLS)
    return Sementara(DITOLAK, kabari=3) if code == 554 else Sementara(SAMBUNGAN)


def after_auth(code: int | None, *, lost: bool) -> Outcome:
    """Judge a failure to log in. Only a permanent answer is our settings' fault."""
    if lost or (code is not None and code < 500):
        return Sementara(MASUK)
    return Konfigurasi(MASUK)


def after_sender(code: int | None) -> Outcome:
    """Judge a refused sender."""
    if code is None or code < 500:
        return Sementara(PENGIRIM)
    return Konfigurasi(MASUK if code in _LOGIN_WANTED else PENGIRIM)


def after_recipient(code: int | None, text: str) -> Outcome:
    """Judge a refused recipient; `text` is read for its enhanced status and then forgotten."""
    if code is None or code < 400:
        return Sementara(SAMBUNGAN)
    if code in (452, 552) or _PENUH.search(text):
        return _FULL
    if code < 500:
        # Greylisting: whoever comes back within five minutes is sent away again.
        return Sementara(PENERIMA, menit=5 if code in (450, 451) else None)
    if code in _LOGIN_WANTED:
        return Konfigurasi(MASUK)
    if _KEBIJAKAN.search(text):
        return _DISLIKED
    return Tetap("alamat")


def after_data(code: int) -> Outcome:
    """Judge what was not a plain success, before or after the final dot."""
    if code < 400:
        return Ragu("jawaban")
    if code >= 500:
        return _DISLIKED
    return Sementara(ISI)
