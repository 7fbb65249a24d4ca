"""Numbers the cases of a day in the order in which they were filed."""

import re
from datetime import date

from tortoise.functions import Length

from core.permohonan.models import Permohonan
from core.store import one_at_a_time

_NOMOR = re.compile(r".+-(\d{8})-(\d{4,})")


async def next_number(awalan: str, day: date) -> str:
    """Return the next free number of a day, in the unit of work that files the case."""
    await one_at_a_time("nomor")
    stem = f"{awalan}-{day:%Y%m%d}-"
    # By length first: after 9999 comes 10000, which sorts before it as text.
    used = Permohonan.filter(nomor__startswith=stem).annotate(panjang=Length("nomor"))
    last = await used.order_by("-panjang", "-nomor").first()
    count = int(last.nomor.removeprefix(stem)) if last and last.nomor else 0
    return f"{stem}{count + 1:04d}"


def spoken(nomor: str) -> tuple[date, int]:
    """Return what to say on the telephone instead of a whole number: its day and its count.

    A number is the office's prefix, the day of filing and the count within that day. The prefix
    is the same for every case of an office, so day and count say it all; both are digits, which
    no two people hear differently, as they may hear B and D. ValueError: not a number of ours.
    """
    found = _NOMOR.fullmatch(nomor)
    if found is None:
        raise ValueError("not the number of a case")
    return date.fromisoformat(found[1]), int(found[2])
