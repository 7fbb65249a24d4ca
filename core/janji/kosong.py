"""Which places at the counter are free. Pure: reads no clock and no database."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Rentang(Protocol):
    """One span of a day in which the counter is open, by the office's clock."""

    @property
    def buka(self) -> time:
        """When it opens."""

    @property
    def tutup(self) -> time:
        """When it closes."""


@dataclass(frozen=True)
class Jadwal:
    """When and where appointments may be: the office's hours and its own rules."""

    zona: ZoneInfo
    jam_pada: Callable[[date], Sequence[Rentang]]
    """The opening hours of a day; none when it is closed."""
    slot_menit: int
    """Appointments begin every so many minutes after opening."""
    tempat_per_slot: int
    """How many people the counter serves at once."""
    hari_ke_depan: int
    """How many days ahead a place may be booked, today not counted."""
    paling_cepat_jam: int
    """How many hours must lie between booking and appointment."""


@dataclass(frozen=True)
class Terisi:
    """A place that somebody holds."""

    mulai: datetime
    selesai: datetime
    tempat: int


@dataclass(frozen=True)
class Slot:
    """A moment at which an appointment may begin, and the numbers of the places free then."""

    mulai: datetime
    selesai: datetime
    tempat: tuple[int, ...]


def free(
    jadwal: Jadwal, terisi: Sequence[Terisi], *, menit: int, now: datetime
) -> tuple[Slot, ...]:
    """Give every slot with a free place, in order of time; all moments are UTC.

    An appointment of more than `slot_menit` needs one place for as many slots as it lasts, within
    one span of opening hours. A place counts as free only while nobody holds any part of that
    time, so a changed slot length never gives a place away twice.
    """
    today = now.astimezone(jadwal.zona).date()
    earliest = now + timedelta(hours=jadwal.paling_cepat_jam)
    days = (today + timedelta(days=ahead) for ahead in range(jadwal.hari_ke_depan + 1))
    slots = (slot for day in days for slot in _slots(jadwal, day, menit))
    found = (
        Slot(mulai, selesai, _places(jadwal, terisi, mulai, selesai))
        for mulai, selesai in slots
        if mulai >= earliest
    )
    return tuple(slot for slot in found if slot.tempat)


def _slots(jadwal: Jadwal, day: date, menit: int) -> Iterator[tuple[datetime, datetime]]:
    """Give begin and end of every slot of a day."""
    step = timedelta(minutes=jadwal.slot_menit)
    length = step * -(-menit // jadwal.slot_menit)
    for span in jadwal.jam_pada(day):
        mulai = _moment(jadwal, day, span.buka)
        tutup = _moment(jadwal, day, span.tutup)
        while mulai + length <= tutup:
            yield mulai, mulai + length
            mulai += step


def _moment(jadwal: Jadwal, day: date, jam: time) -> datetime:
    return datetime.combine(day, jam, jadwal.zona).astimezone(UTC)


def _places(
    jadwal: Jadwal, terisi: Sequence[Terisi], mulai: datetime, selesai: datetime
) -> tuple[int, ...]:
    held = {one.tempat for one in terisi if one.mulai < selesai and mulai < one.selesai}
    return tuple(nomor for nomor in range(1, jadwal.tempat_per_slot + 1) if nomor not in held)
