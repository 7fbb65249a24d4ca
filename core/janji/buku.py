"""The book of appointments: who holds which place, and what became of it.

One unit of work at a time may book, so a place is never given to two; the table's unique key
stands behind that.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from core.janji.kosong import Jadwal, Slot, Terisi, free
from core.janji.models import Janji
from core.store import new_id, one_at_a_time, unit_of_work

_TURNSTILE = "janji"


class KeadaanJanji(StrEnum):
    """What became of an appointment."""

    DIPESAN = "dipesan"
    HADIR = "hadir"
    TIDAK_DATANG = "tidak_datang"
    DILEPAS = "dilepas"


K = KeadaanJanji


class BukuJanji:
    """Books places, gives them back, and knows who is expected when."""

    def __init__(self, jadwal: Jadwal, *, now: Callable[[], datetime]) -> None:
        self._jadwal = jadwal
        self._now = now

    async def free(self, *, menit: int) -> tuple[Slot, ...]:
        """Return what may be booked now for so many minutes, in order of time."""
        now = self._now()
        held = await Janji.filter(selesai_at__gt=now, tempat__isnull=False)
        terisi = [
            Terisi(_utc(one.mulai_at), _utc(one.selesai_at), one.tempat)
            for one in held
            if one.tempat is not None
        ]
        return free(self._jadwal, terisi, menit=menit, now=now)

    @unit_of_work
    async def book(self, case_id: UUID, mulai: datetime, *, menit: int) -> Janji | None:
        """Take a place for a case from this moment on; None if none is free then.

        To be called before anything that waits for the numbering of cases or for the history:
        every filing then passes the turnstiles in one order.
        """
        await one_at_a_time(_TURNSTILE)
        slots = await self.free(menit=menit)
        slot = next((one for one in slots if one.mulai == mulai), None)
        if slot is None:
            return None
        now = self._now()
        return await Janji.create(
            id=new_id(),
            permohonan_id=case_id,
            mulai_at=slot.mulai,
            selesai_at=slot.selesai,
            tempat=slot.tempat[0],
            keadaan=K.DIPESAN.value,
            dibuat_at=now,
            diubah_at=now,
        )

    async def of(self, case_id: UUID) -> Janji | None:
        """Return the appointment of a case, the newest if it had several."""
        return await Janji.filter(permohonan_id=case_id).order_by("-id").first()

    @unit_of_work
    async def release(self, case_id: UUID) -> bool:
        """Give the place of a case back; False if it holds none."""
        return await self._end(case_id, K.DILEPAS, tempat=None)

    @unit_of_work
    async def attended(self, case_id: UUID) -> bool:
        """Note that the citizen came; False if the case is not expected any more."""
        return await self._end(case_id, K.HADIR)

    @unit_of_work
    async def missed(self, case_id: UUID) -> bool:
        """Note that nobody came; False if the case is not expected any more."""
        return await self._end(case_id, K.TIDAK_DATANG)

    async def expected(self, since: datetime, until: datetime) -> Sequence[Janji]:
        """Return who is expected from one moment on and before another, in order of time."""
        # SQLite compares what was written down, so only UTC may be asked for.
        span = {"mulai_at__gte": _utc(since), "mulai_at__lt": _utc(until)}
        rows = Janji.filter(keadaan=K.DIPESAN.value, **span)
        return await rows.order_by("mulai_at", "tempat")

    async def to_remind(
        self, since: datetime, until: datetime, *, settled: timedelta
    ) -> Sequence[Janji]:
        """Return those expected in a span of time who booked at least `settled` ago."""
        rows = await self.expected(since, until)
        latest = self._now() - settled
        return [one for one in rows if one.diingatkan_at is None and one.dibuat_at <= latest]

    @unit_of_work
    async def remind(self, janji: Janji) -> bool:
        """Mark an appointment as reminded of; False if it was, or is not expected any more."""
        now = self._now()
        due = Janji.filter(id=janji.id, keadaan=K.DIPESAN.value, diingatkan_at__isnull=True)
        return bool(await due.update(diingatkan_at=now, diubah_at=now))

    async def _end(self, case_id: UUID, to: KeadaanJanji, **changes: object) -> bool:
        expected = Janji.filter(permohonan_id=case_id, keadaan=K.DIPESAN.value)
        return bool(await expected.update(keadaan=to.value, diubah_at=self._now(), **changes))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
