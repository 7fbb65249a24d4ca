"""The hours of an invented office, and a clock that stands still."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from core.janji import Jadwal

NOW = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)  # Monday, 07.00 in the office
HOLIDAY = date(2026, 11, 25)
MODELS = ["core.store.models", "core.janji.models"]


@dataclass(frozen=True)
class Buka:
    """One span of opening hours."""

    buka: time
    tutup: time


def hours(day: date) -> Sequence[Buka]:
    """Monday to Friday with a break at noon; Friday's is longer; never on the holiday."""
    if day.weekday() >= 5 or day == HOLIDAY:
        return ()
    noon = time(11) if day.weekday() == 4 else time(12)
    return (Buka(time(7, 30), noon), Buka(time(13), time(15, 30)))


JADWAL = Jadwal(
    zona=ZoneInfo("Asia/Jakarta"),
    jam_pada=hours,
    slot_menit=15,
    tempat_per_slot=2,
    hari_ke_depan=14,
    paling_cepat_jam=2,
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of November 2026 by the office's clock."""
    return datetime(2026, 11, day, hour, minute, tzinfo=JADWAL.zona)
