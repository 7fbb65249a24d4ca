"""What lies unfinished with a citizen: reminded of once a silence, a draft removed in the end.

Silence is counted from the last change of the case. The mark of a reminder is no change: it
neither counts the revision up nor breaks the silence. The next answer takes it off.
"""

from collections.abc import Collection
from datetime import UTC, datetime

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from core.permohonan.changes import Changes, Kalah
from core.permohonan.models import Permohonan
from core.permohonan.pelaku import SISTEM
from core.permohonan.status import EDITABLE, StatusPermohonan
from core.store import unit_of_work

S = StatusPermohonan
_BATCH = 200


class Silence(Changes):
    """The clock's verbs. Each is a unit of work."""

    async def to_remind(
        self,
        silent_since: datetime,
        *,
        layanan: Collection[str],
        beyond: Permohonan | None = None,
    ) -> list[Permohonan]:
        """Return a batch of what nobody touched since a moment and nobody was reminded of.

        `layanan`: the services that are loaded; others' cases wait. `beyond`: the last row of the
        batch before, so that rows that cannot be dealt with keep no others from their due.
        """
        found = Permohonan.filter(
            status__in=[one.value for one in EDITABLE],
            diubah_at__lte=_utc(silent_since),
            diingatkan_at__isnull=True,
        )
        return await _batch(found, layanan, beyond)

    async def to_remove(
        self,
        silent_since: datetime,
        *,
        warned_before: datetime | None,
        layanan: Collection[str],
        beyond: Permohonan | None = None,
    ) -> list[Permohonan]:
        """Return a batch of drafts that nobody touched since a moment; see `to_remind`.

        With `warned_before`, only those whose citizen was reminded by then: nothing that somebody
        wrote goes without a word before it.
        """
        found = Permohonan.filter(status=S.DRAF.value, diubah_at__lte=_utc(silent_since))
        if warned_before is not None:
            found = found.filter(diingatkan_at__lte=_utc(warned_before))
        return await _batch(found, layanan, beyond)

    @unit_of_work
    async def remind(self, row: Permohonan, *, told: bool) -> bool:
        """Mark a case as reminded of; False if it was, or if its citizen has been quicker.

        `told`: False for who cannot be reached; he counts as reminded, but no history says so.
        """
        now = self._now()
        same = Permohonan.filter(
            id=row.id, revisi=row.revisi, status=row.status, diingatkan_at__isnull=True
        )
        if not await same.update(diingatkan_at=now):
            return False
        if told:
            await self._tell(row, "diingatkan", SISTEM, {})
        return True

    @unit_of_work
    async def expire(self, row: Permohonan) -> Permohonan | Kalah:
        """End a draft that nobody finished; its answers are erased at once."""
        if row.status != S.DRAF:
            # A filed case waits for its citizen; other roads to this end are the counter's.
            return await self._lost(row)
        empty = self.book.seal_isian(row.id, "{}")
        return await self._move(row, S.KEDALUWARSA, "kedaluwarsa", SISTEM, isian=empty)


async def _batch(
    found: QuerySet[Permohonan], layanan: Collection[str], beyond: Permohonan | None
) -> list[Permohonan]:
    found = found.filter(layanan__in=list(layanan))
    if beyond is not None:
        last = _utc(beyond.diubah_at)
        found = found.filter(Q(diubah_at__gt=last) | Q(diubah_at=last, id__gt=beyond.id))
    return await found.order_by("diubah_at", "id").limit(_BATCH)


def _utc(moment: datetime) -> datetime:
    # SQLite compares what was written down, so only UTC may be asked for.
    return moment.astimezone(UTC)
