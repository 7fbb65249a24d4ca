"""The clock: not before this release, not before what was written, not beside others' clocks."""

from datetime import UTC, datetime

from core.app.checks.check import BAIK, Check, Hasil, Tempat

# Nothing of this program existed before. A machine without a battery wakes up in 1970, and every
# deadline would be wrong (FAULTS S07).
RELEASED = datetime(2025, 1, 1, tzinfo=UTC)
MOST_SECONDS = 120.0


def differs(ours: datetime, theirs: datetime, whose: str) -> str:
    """Say that two clocks are too far apart, or nothing."""
    seconds = abs((ours - theirs).total_seconds())
    if seconds <= MOST_SECONDS:
        return BAIK
    return f"Jam mesin ini berbeda {seconds:.0f} detik dari {whose}: sesuaikan jam (NTP)."


def behind(ours: datetime, written: datetime | None) -> str:
    """Say that our clock is before the newest line of the history, or nothing."""
    if written is None or (written - ours).total_seconds() <= MOST_SECONDS:
        return BAIK
    seconds = (written - ours).total_seconds()
    return (
        f"Jam mesin ini {seconds:.0f} detik sebelum catatan riwayat terakhir: sesuaikan jam (NTP)."
    )


async def _released(tempat: Tempat) -> Hasil:
    if tempat.now() < RELEASED:
        return f"Jam mesin ini menunjuk tahun {tempat.now().year}: sesuaikan jam (NTP)."
    return BAIK


RELEASE = Check("jam", _released)
