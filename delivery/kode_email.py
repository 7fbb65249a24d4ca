"""The six-digit code that proves an e-mail address. Pure: the room keeps the state, the code's
keyed hash and the clock. Ten minutes, five tries, sixty seconds between, five a day."""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.bahasa import kata
from vault import Index

MASA_BERLAKU = timedelta(minutes=10)
JEDA = timedelta(seconds=60)
SEHARI = timedelta(hours=24)
MAKS_PERCOBAAN = 5
MAKS_SEHARI = 5

# One sentence for wrong, expired, spent and foreign codes: it tells a guesser nothing.
KODE_SALAH = "Kode tidak berlaku. Periksa surat terbaru di e-mail Anda, atau minta kode baru."


@dataclass(frozen=True)
class KeadaanKode:
    """The code that was sent last. Sending another replaces it, so the old one is dead."""

    sidik: str
    dikirim_at: datetime
    percobaan: int = 0
    terpakai: bool = False


@dataclass(frozen=True)
class BolehKirim:
    """A code may be sent now."""


@dataclass(frozen=True)
class TungguKirim:
    """Not yet; the sentence says when."""

    kalimat: str


@dataclass(frozen=True)
class Cocok:
    """Right; the state that remains accepts the code no more."""

    keadaan: KeadaanKode


@dataclass(frozen=True)
class Salah:
    """Not right; the state that remains has counted it."""

    keadaan: KeadaanKode | None
    kalimat: str = KODE_SALAH


def code_hash(k_otp: bytes, *, chat: str, alamat: str, keperluan: str, kode: str) -> str:
    """Bind a code to the chat, the address and the purpose it was made for."""
    parts = (chat, alamat.lower(), keperluan, kode)
    return Index(k_otp).digest("|".join(f"{len(part)}:{part}" for part in parts))


def may_send(dikirim: tuple[datetime, ...], *, now: datetime) -> BolehKirim | TungguKirim:
    """Judge by when codes were sent before. Ask once for the chat and once for the address."""
    # An instant in the future means that the clock was set back: it still counts.
    recent = [instant for instant in dikirim if instant > now - SEHARI]
    if len(recent) >= MAKS_SEHARI:
        return TungguKirim(
            kata("Sudah lima kode dalam sehari. Coba lagi besok, atau pakai alamat lain.")
        )
    if recent and (wait := max(recent) + JEDA - now) > timedelta(0):
        seconds = max(1, round(wait.total_seconds()))
        return TungguKirim(kata("Kode baru dapat diminta {detik} detik lagi.", detik=seconds))
    return BolehKirim()


def judge(keadaan: KeadaanKode | None, *, sidik: str, now: datetime) -> Cocok | Salah:
    """Judge a typed code by its hash. Every look at an open code counts."""
    if keadaan is None or keadaan.terpakai or keadaan.percobaan >= MAKS_PERCOBAAN:
        return Salah(keadaan)
    # A clock that was set back does not revive a code (FAULTS V04).
    if not timedelta(0) <= now - keadaan.dikirim_at < MASA_BERLAKU:
        return Salah(keadaan)
    if not hmac.compare_digest(keadaan.sidik, sidik):
        return Salah(replace(keadaan, percobaan=keadaan.percobaan + 1))
    return Cocok(replace(keadaan, terpakai=True))


def read_code(typed: str) -> str | None:
    """Return the six digits that were typed, or None; spaces and dashes are forgiven."""
    digits = "".join(symbol for symbol in typed if symbol not in " -\t\n")
    return digits if len(digits) == 6 and digits.isascii() and digits.isdigit() else None
