"""The gate of the mail room: shut for a moment while the server is down, shut until somebody
mends them while our settings are wrong. Pure: a new gate after every outcome, clock outside."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from delivery.smtp_outcome import (
    DITOLAK,
    ISI,
    KOTAK_PENUH,
    PENERIMA,
    SAMBUNGAN,
    Konfigurasi,
    Outcome,
    Ragu,
    Sementara,
    Terkirim,
)

_MOST_FAILURES = 5
_WITHIN = timedelta(minutes=2)
_SHORT = timedelta(minutes=1)
KETUK = timedelta(minutes=3)
# Refusals that can only be heard by whom the server has let in.
_INSIDE = frozenset({PENERIMA, KOTAK_PENUH, ISI})
_OUTSIDE = frozenset({SAMBUNGAN, DITOLAK})


@dataclass(frozen=True)
class Gerbang:
    """What the room remembers of its server."""

    gagal: tuple[datetime, ...] = ()
    """When connecting failed of late."""
    tutup_sampai: datetime | None = None
    """Too many failures: nobody goes out before this instant."""
    setelan: str = ""
    """What is wrong with our settings; empty: nothing."""
    ketuk_at: datetime | None = None
    """When one letter may go and see whether the settings are mended."""

    def rests(self, now: datetime) -> bool:
        """Tell whether the server is left alone for a moment."""
        return _is_ahead(self.tutup_sampai, now, within=_SHORT)

    def admits(self, now: datetime) -> bool:
        """Tell whether a letter may go out now."""
        return not self.setelan or not _is_ahead(self.ketuk_at, now, within=KETUK)

    def knocking(self, now: datetime) -> "Gerbang":
        """Return the gate while one letter knocks: the others wait for the next time."""
        return replace(self, ketuk_at=now + KETUK) if self.setelan else self


def let_in(outcome: Outcome) -> bool:
    """Tell whether this outcome proves that the server lets us in."""
    match outcome:
        case Terkirim() | Ragu():
            return True
        case Sementara(sebab):
            return sebab in _INSIDE
        case _:
            return False


def after(gerbang: Gerbang, outcome: Outcome, *, now: datetime) -> Gerbang:
    """Return the gate as it stands after a letter was tried."""
    if let_in(outcome):
        return Gerbang()
    match outcome:
        case Konfigurasi(sebab):
            return Gerbang(setelan=sebab, ketuk_at=now + KETUK)
        case Sementara(sebab) if sebab in _OUTSIDE:
            return _failed(gerbang, now)
        case _:
            return gerbang


def _is_ahead(instant: datetime | None, now: datetime, *, within: timedelta) -> bool:
    """Tell whether an instant is still to come. One further away than any pause counts as passed:
    the clock was set back, and a gate that was shut for a minute is not shut for hours."""
    return instant is not None and timedelta(0) < instant - now <= within


def _failed(gerbang: Gerbang, now: datetime) -> Gerbang:
    recent = (*(one for one in gerbang.gagal if timedelta(0) <= now - one < _WITHIN), now)
    if len(recent) < _MOST_FAILURES:
        return replace(gerbang, gagal=recent)
    return replace(gerbang, gagal=recent[-_MOST_FAILURES:], tutup_sampai=now + _SHORT)
