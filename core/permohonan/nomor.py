"""Numbers the cases of a day in the order in which they were filed."""

from datetime import date

from tortoise.functions import Length

from core.permohonan.models import Permohonan
from core.store import one_at_a_time


async def next_number(awalan: str, day: date) -> str:
    """Return the next free number of a day, in the unit of work that files the case."""
    await one_at_a_time("nomor")
    stem = f"{awalan}-{day:%Y%m%d}-"
    # By length first: after 9999 comes 10000, which sorts before it as text.
    used = Permohonan.filter(nomor__startswith=stem).annotate(panjang=Length("nomor"))
    last = await used.order_by("-panjang", "-nomor").first()
    count = int(last.nomor.removeprefix(stem)) if last and last.nomor else 0
    return f"{stem}{count + 1:04d}"
