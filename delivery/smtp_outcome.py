"""What an SMTP server's answer means for a letter: the table of SECURITY.md 11. Pure.

`sebab` is a class of fault for logs and alerts, never what the server said."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Terkirim:
    """The server took responsibility."""


@dataclass(frozen=True)
class Sementara:
    """Not accepted, certainly; try again."""

    sebab: str
    menit: int | None = None  # wait at least so long
    maksimal: int | None = None  # after so many tries, ask a person
    kabari: bool = False  # the office should look at it


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

_KOTAK_PENUH = re.compile(r"\b[45]\.2\.2\b")


def after_connect(code: int | None, *, no_tls: bool) -> Outcome:
    """Judge a failure to connect or to start TLS."""
    if no_tls:
        return Konfigurasi("tls")
    return Sementara("sambungan", kabari=code == 554)


def after_auth(code: int | None, *, lost: bool) -> Outcome:
    """Judge a failure to log in. Only a permanent answer is our settings' fault."""
    if lost or (code is not None and 400 <= code < 500):
        return Sementara("masuk")
    return Konfigurasi("masuk")


def after_sender(code: int | None) -> Outcome:
    """Judge a refused sender."""
    if code is None or code < 500:
        return Sementara("pengirim")
    return Konfigurasi("pengirim")


def after_recipient(code: int | None, text: str) -> Outcome:
    """Judge a refused recipient; `text` is read for its enhanced status and then forgotten."""
    if code is None:
        return Sementara("sambungan")
    if code in (452, 552) or _KOTAK_PENUH.search(text):
        return Sementara("kotak_penuh", menit=8 * 60, maksimal=3)
    if code < 500:
        # Greylisting: whoever comes back within five minutes is sent away again.
        return Sementara("penerima", menit=5 if code in (450, 451) else None)
    if code in (530, 535):
        return Konfigurasi("masuk")
    return Tetap("alamat")


def after_data(code: int) -> Outcome:
    """Judge a refusal of DATA, before or after the final dot. The server answered: no doubt."""
    if code >= 500:
        return Sementara("isi", maksimal=2, kabari=True)
    return Sementara("isi")
