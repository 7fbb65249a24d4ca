"""Decides whether a link may be opened. Pure: reads no clock, no table, no request."""

from dataclasses import dataclass
from datetime import datetime

from delivery.models import StatusTautan

MAX_SESI = 10


@dataclass(frozen=True)
class KeadaanTautan:
    """What the decision needs to know of a link."""

    status: StatusTautan
    berlaku_sampai: datetime
    sesi: int


@dataclass(frozen=True)
class Openable:
    """The password may be tried."""

    berlaku_sampai: datetime


@dataclass(frozen=True)
class Expired:
    """Its days are over."""


@dataclass(frozen=True)
class Superseded:
    """A newer link exists."""


@dataclass(frozen=True)
class Revoked:
    """It was blocked."""


@dataclass(frozen=True)
class Locked:
    """Too many wrong passwords in its whole life."""


@dataclass(frozen=True)
class UsedUp:
    """It was opened as often as a link may be."""


Gone = Expired | Superseded | Revoked | Locked | UsedUp


def judge(tautan: KeadaanTautan, *, now: datetime) -> Openable | Gone:
    """Say what a link is at this instant. What is not known to be active is not open."""
    match tautan.status:
        case StatusTautan.DIGANTI:
            return Superseded()
        case StatusTautan.TERKUNCI:
            return Locked()
        case StatusTautan.KEDALUWARSA:
            return Expired()
        case StatusTautan.AKTIF if now >= tautan.berlaku_sampai:
            return Expired()
        case StatusTautan.AKTIF if tautan.sesi >= MAX_SESI:
            return UsedUp()
        case StatusTautan.AKTIF:
            return Openable(tautan.berlaku_sampai)
        case _:
            return Revoked()
