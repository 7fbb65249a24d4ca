"""The desk of cases: the citizen's verbs, the officer's verbs, the office's own, and reading."""

from uuid import UUID

from core.permohonan.changes import Kalah
from core.permohonan.deciding import Deciding
from core.permohonan.filing import Filing
from core.permohonan.models import Permohonan, Produk
from core.permohonan.pelaku import SISTEM
from core.permohonan.pratinjau import Proofing
from core.permohonan.silence import Silence
from core.permohonan.status import EDITABLE, OPEN, StatusPermohonan
from core.store import unit_of_work


class Cases(Filing, Deciding, Proofing, Silence):
    """Finds cases and changes them."""

    async def find(self, case_id: UUID) -> Permohonan | None:
        """Return a case."""
        return await Permohonan.get_or_none(id=case_id)

    async def drafts(self, warga: str) -> list[Permohonan]:
        """Return what a citizen may still fill in: drafts, and cases sent back; newest first."""
        return await Permohonan.filter(
            warga=warga, status__in=[s.value for s in EDITABLE]
        ).order_by("-id")

    async def filed(self, warga: str) -> list[Permohonan]:
        """Return the last ten cases that a citizen has filed, newest first."""
        return await Permohonan.filter(warga=warga, nomor__isnull=False).order_by("-id").limit(10)

    async def all_filed(self, warga: str) -> list[Permohonan]:
        """Return every case that a citizen has filed, newest first."""
        return await Permohonan.filter(warga=warga, nomor__isnull=False).order_by("-id")

    async def waiting(self) -> list[Permohonan]:
        """Return the open cases of the office, oldest first."""
        return await Permohonan.filter(status__in=[s.value for s in OPEN]).order_by(
            "diajukan_at", "id"
        )

    async def products(self, case_id: UUID) -> list[Produk]:
        """Return the products of a case in their order."""
        return await Produk.filter(permohonan_id=case_id).order_by("urutan")

    @unit_of_work
    async def close(self, row: Permohonan) -> Permohonan | Kalah:
        """End an approved case whose products have all reached the citizen."""
        if row.status != StatusPermohonan.DISETUJUI:
            # The road from TERJADWAL to SELESAI is the counter's.
            return await self._lost(row)
        return await self._move(row, StatusPermohonan.SELESAI, "selesai", SISTEM)
