"""Takes papers in, keeps them sealed, opens them for officers, and forgets them in time."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from uuid import UUID

from core.berkas.hasil import Diterima, IsiBerkas, SudahDibuang
from core.berkas.models import Berkas
from core.store import new_id, unit_of_work
from vault import BlobMissing, Index, SealedBlobs


class BerkasMasuk:
    """The desk where papers arrive."""

    def __init__(
        self,
        *,
        blobs: SealedBlobs,
        index: Index,
        now: Callable[[], datetime],
    ) -> None:
        self._blobs = blobs
        self._index = index
        self._now = now

    async def save(self, berkas: Diterima, *, permohonan_id: UUID | None, jalur: str) -> UUID:
        """Keep a clean copy and return its id. The blob comes first: a row never lacks its paper.

        Not inside a unit of work: it writes a file. A crash between the two leaves an orphan blob.
        """
        berkas_id = new_id()
        await self._blobs.put(_blob(berkas_id), berkas.isi)
        await self._record(berkas_id, berkas, permohonan_id, jalur)
        return berkas_id

    async def read(self, berkas_id: UUID) -> IsiBerkas | SudahDibuang:
        """Open a paper; one that was discarded stays closed."""
        row = await Berkas.get_or_none(id=berkas_id, dibuang_at=None)
        if row is None:
            return SudahDibuang()
        try:
            return IsiBerkas(await self._blobs.get(_blob(berkas_id)), row.mime)
        except BlobMissing:
            return SudahDibuang()

    async def used(self, permohonan_id: UUID) -> int:
        """Tell how many bytes the papers of a case have that were not discarded."""
        sizes = Berkas.filter(permohonan_id=permohonan_id, dibuang_at=None)
        return sum([row.ukuran for row in await sizes.only("id", "ukuran")])

    @unit_of_work
    async def discard(self, daftar_id: Sequence[UUID]) -> int:
        """Close papers for good; `erase_discarded` then removes them. Tell how many were open."""
        still = Berkas.filter(id__in=list(daftar_id), dibuang_at=None)
        return await still.update(dibuang_at=self._now())

    @unit_of_work
    async def discard_others(self, permohonan_id: UUID, wanted: Collection[UUID]) -> int:
        """Close every open paper of a case that is not wanted any more; tell how many."""
        of_case = Berkas.filter(permohonan_id=permohonan_id, dibuang_at=None)
        rows = [row.id for row in await of_case if row.id not in wanted]
        return await self.discard(rows) if rows else 0

    async def erase_discarded(self, *, limit: int = 100) -> int:
        """Remove the blobs of discarded papers, a limited batch; repeating it does no harm."""
        rows = await Berkas.filter(dibuang_at__isnull=False, dihapus_at=None).limit(limit)
        for row in rows:
            await self._blobs.delete(_blob(row.id))
        await self._erased([row.id for row in rows])
        return len(rows)

    @unit_of_work
    async def _record(
        self, berkas_id: UUID, berkas: Diterima, permohonan_id: UUID | None, jalur: str
    ) -> None:
        await Berkas.create(
            id=berkas_id,
            permohonan_id=permohonan_id,
            jalur=jalur,
            mime=berkas.mime,
            ukuran=len(berkas.isi),
            lebar=berkas.lebar,
            tinggi=berkas.tinggi,
            halaman=berkas.halaman,
            sidik=self._index.digest(hashlib.sha256(berkas.isi).hexdigest()),
            dibuat_at=self._now(),
        )

    @unit_of_work
    async def _erased(self, daftar_id: Sequence[UUID]) -> None:
        await Berkas.filter(id__in=list(daftar_id), dihapus_at=None).update(dihapus_at=self._now())


def _blob(berkas_id: UUID) -> str:
    return f"berkas/{berkas_id}"
