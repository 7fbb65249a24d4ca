"""What a page of the site sees happen to a document, written down for the case.

Runs in the process `web`, which holds no key of ours: it moves the product and leaves a notice of
ids and codes in the outbox; `kerja` puts it into words.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.permohonan.models import Produk
from core.permohonan.pelaku import SITUS
from core.permohonan.products import Products
from core.permohonan.status import StatusProduk
from core.store import JenisKeluar, Keluar, new_id, outbox, riwayat, unit_of_work


@dataclass(frozen=True)
class Kejadian:
    """A notice: what happened to which product."""

    kode: str
    produk: UUID

    def dump(self) -> bytes:
        """Write it down; it holds an id and a code, nothing else."""
        return json.dumps({"kode": self.kode, "produk": str(self.produk)}).encode()

    @classmethod
    def load(cls, body: bytes) -> "Kejadian":
        """Read it back."""
        content = json.loads(body)
        return cls(content["kode"], UUID(content["produk"]))


class PeristiwaDokumen:
    """Told by the site inside its own unit of work (delivery.Peristiwa)."""

    def __init__(self, products: Products, *, now: Callable[[], datetime]) -> None:
        self._products = products
        self._now = now

    @unit_of_work
    async def opened(self, dokumen_id: UUID) -> None:
        """The password was right."""
        await self._note("dibuka", dokumen_id)

    @unit_of_work
    async def downloaded(self, dokumen_id: UUID) -> None:
        """The whole file reached a browser for the first time."""
        await self._happened("diunduh", dokumen_id, StatusProduk.DIUNDUH)

    @unit_of_work
    async def printed(self, dokumen_id: UUID) -> None:
        """The office fetched the page to print it."""
        await self._happened("dicetak", dokumen_id, StatusProduk.DICETAK)

    @unit_of_work
    async def attacked(self, dokumen_id: UUID) -> None:
        """Somebody guesses passwords."""
        await self._happened("diserang", dokumen_id, None)

    async def _happened(self, kode: str, dokumen_id: UUID, to: StatusProduk | None) -> None:
        produk = await self._note(kode, dokumen_id)
        if produk is None:
            return
        if to is not None and not await self._products.move(produk, to, pelaku=SITUS):
            return
        now = self._now()
        await outbox.put(
            Keluar(
                id=new_id(),
                jenis=JenisKeluar.PERISTIWA,
                jalur=f"produk:{produk.id}",
                kunci=f"{kode}:{dokumen_id}",
                muatan=Kejadian(kode, produk.id).dump(),
                mulai_at=now,
                subjek=produk.id,
            )
        )

    async def _note(self, kode: str, dokumen_id: UUID) -> Produk | None:
        produk = await self._products.of_document(dokumen_id)
        if produk is not None:
            await riwayat.write(f"tautan_{kode}", produk.id, pelaku=SITUS, now=self._now())
        return produk
