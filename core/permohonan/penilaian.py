"""What citizens think of a service: asked once a case, answered at most once, counted a month.

The scale is that of the public survey of services (Permenpan RB 14/2017): 1 to 4, never a middle.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.functions import Avg, Count

from core.permohonan.book import Book
from core.permohonan.models import Penilaian, Permohonan
from core.permohonan.pelaku import WARGA
from core.permohonan.status import StatusPermohonan
from core.store import riwayat, unit_of_work

LOWEST, HIGHEST = 1, 4
# Words that come later are meant for something else.
_COMMENT_WITHIN = timedelta(hours=24)
_RATING_WITHIN = timedelta(days=7)


@dataclass(frozen=True)
class NilaiLayanan:
    """What was said of one service in a span of time."""

    layanan: str
    banyak: int
    rata_rata: float


class BukuPenilaian:
    """Asks, keeps and counts."""

    def __init__(self, book: Book, *, now: Callable[[], datetime]) -> None:
        self._book = book
        self._now = now

    @unit_of_work
    async def ask(self, case: Permohonan) -> bool:
        """Note that a citizen is asked about a case that is done; False if he was before."""
        if case.status != StatusPermohonan.SELESAI:
            return False
        row = Penilaian(id=case.id, layanan=case.layanan, warga=case.warga, ditanya_at=self._now())
        if await Penilaian.exists(id=case.id):
            return False
        await row.save(force_create=True)
        return True

    @unit_of_work
    async def rate(self, row: Penilaian, nilai: int) -> bool:
        """Keep a rating; False if one was given before. ValueError: not on the scale."""
        if not LOWEST <= nilai <= HIGHEST:
            raise ValueError("a rating is a number from 1 to 4")
        now = self._now()
        if not await Penilaian.filter(id=row.id, nilai__isnull=True).update(
            nilai=nilai, dinilai_at=now, ditutup_at=None
        ):
            return False
        told = {"nilai": nilai}
        await riwayat.write("dinilai", row.id, pelaku=WARGA, now=now, rincian=told)
        return True

    @unit_of_work
    async def comment(self, row: Penilaian, text: str) -> bool:
        """Keep a comment, sealed, or none (an empty text); False if the matter was closed."""
        sealed = self._book.seal_komentar(row.id, text) if text else None
        still = Penilaian.filter(id=row.id, nilai__isnull=False, ditutup_at__isnull=True)
        return bool(await still.update(komentar=sealed, ditutup_at=self._now()))

    @unit_of_work
    async def leave(self, warga: str) -> None:
        """Wait for no more typed words of a citizen: he goes on with something else."""
        open_ = Penilaian.filter(warga=warga, ditutup_at__isnull=True)
        await open_.update(ditutup_at=self._now())

    async def of(self, case: Permohonan) -> Penilaian | None:
        """Return the question about a case, if it was asked."""
        return await Penilaian.get_or_none(id=case.id)

    async def unrated(self, warga: str) -> Penilaian | None:
        """Return the newest question of a citizen that a typed rating may answer now."""
        since = (self._now() - _RATING_WITHIN).astimezone(UTC)
        open_ = Penilaian.filter(
            warga=warga, nilai__isnull=True, ditutup_at__isnull=True, ditanya_at__gte=since
        )
        return await open_.order_by("-ditanya_at", "-id").first()

    async def uncommented(self, warga: str) -> Penilaian | None:
        """Return the newest rating of a citizen whose comment is waited for now."""
        since = (self._now() - _COMMENT_WITHIN).astimezone(UTC)
        open_ = Penilaian.filter(warga=warga, ditutup_at__isnull=True, dinilai_at__gte=since)
        return await open_.order_by("-dinilai_at", "-id").first()

    async def totals(self, since: datetime) -> Sequence[NilaiLayanan]:
        """Count what was rated since a moment, by service."""
        rows = await (
            Penilaian.filter(dinilai_at__gte=since.astimezone(UTC))
            .annotate(banyak=Count("id"), rata=Avg("nilai"))
            .group_by("layanan")
            .order_by("layanan")
            .values("layanan", "banyak", "rata")
        )
        return [
            NilaiLayanan(row["layanan"], int(row["banyak"]), float(row["rata"])) for row in rows
        ]

    async def comments(self, since: datetime, *, most: int) -> Sequence[tuple[str, int, str]]:
        """Return the newest comments since a moment: service, rating, words. No name, no case."""
        rows = Penilaian.filter(dinilai_at__gte=since.astimezone(UTC), komentar__isnull=False)
        return [
            (row.layanan, row.nilai or 0, self._book.komentar(row))
            for row in await rows.order_by("-dinilai_at").limit(most)
        ]
