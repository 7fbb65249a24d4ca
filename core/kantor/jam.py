"""Opening hours of one weekday, written as an office writes them: "07.30-12.00, 13.00-15.30"."""

import re
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator

TUTUP = "tutup"
_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*-\s*(\d{1,2})[.:](\d{2})")


@dataclass(frozen=True)
class JamBuka:
    """One span of a day in which the counter is open."""

    buka: time
    tutup: time

    def covers(self, jam: time) -> bool:
        """Tell whether the counter is open at this time of the day."""
        return self.buka <= jam < self.tutup

    @property
    def menit(self) -> int:
        """How long it is."""
        opened, closed = (jam.hour * 60 + jam.minute for jam in (self.buka, self.tutup))
        return closed - opened

    def __str__(self) -> str:
        return f"{self.buka:%H.%M}-{self.tutup:%H.%M}"


def read_hours(value: object) -> tuple[JamBuka, ...]:
    """Read one weekday's setting; "tutup" is no hours. Raise ValueError saying why."""
    if not isinstance(value, str):
        raise ValueError('harus berupa teks, misalnya "07.30-15.30" atau "tutup"')
    if value.strip().lower() == TUTUP:
        return ()
    hours = tuple(_span(part.strip()) for part in value.split(","))
    if any(later.buka < earlier.tutup for earlier, later in pairwise(hours)):
        raise ValueError("memuat jam yang saling tumpang tindih")
    return hours


def _span(text: str) -> JamBuka:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError('harus ditulis seperti "07.30-15.30" atau "tutup"')
    hour_a, minute_a, hour_b, minute_b = (int(part) for part in found.groups())
    if max(hour_a, hour_b) > 23 or max(minute_a, minute_b) > 59:
        raise ValueError("memuat jam yang tidak ada")
    span = JamBuka(time(hour_a, minute_a), time(hour_b, minute_b))
    if span.buka >= span.tutup:
        raise ValueError("memuat jam tutup yang tidak sesudah jam buka")
    return span


Jam = Annotated[tuple[JamBuka, ...], BeforeValidator(read_hours)]
