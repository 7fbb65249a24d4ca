"""What a page of the site sees happen to a document, written down for the case.

Runs in the process `web`, which holds no key of ours: it moves the product and leaves a notice of
ids and codes in the outbox; `kerja` puts it into words.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from core.permohonan.models import Produk
from core.permohonan.pelaku import SITUS
from core.permohonan.products import Products
from core.permohonan.status import StatusProduk
from core.store import JenisKeluar, Keluar, new_id, outbox, riwayat, unit_of_work


class Hal(StrEnum):
    """What a notice is about."""

    DIBUKA = "dibuka"
    DIUNDUH = "diunduh"
    DICETAK = "dicetak"
    DISERANG = "diserang"
    KEMBALI = "kembali"
    """Not from the site: a letter came back. It may be a draft's, which waits for a code."""


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
        """The password was right: so the letter with the link has arrived."""
        await self._happened(Hal.DIBUKA, dokumen_id, None)

    @unit_of_work
    async def downloaded(self, dokumen_id: UUID) -> None:
        """The whole file reached a browser for the first time."""
        await self._happened(Hal.DIUNDUH, dokumen_id, StatusProduk.DIUNDUH)

    @unit_of_work
    async def printed(self, dokumen_id: UUID) -> None:
        """The office fetched the page to print it."""
        await self._happened(Hal.DICETAK, dokumen_id, StatusProduk.DICETAK)

    @unit_of_work
    async def attacked(self, dokumen_id: UUID) -> None:
        """Somebody guesses passwords."""
        await self._happened(Hal.DISERANG, dokumen_id, None)

    async def _happened(self, kode: Hal, dokumen_id: UUID, to: StatusProduk | None) -> None:
        produk = await self._note(kode, dokumen_id)
        if produk is None:
            return
        if to is not None and not await self._products.move(produk, to, pelaku=SITUS):
            return
        await leave_notice(Kejadian(kode, produk.id), f"{kode}:{dokumen_id}", now=self._now())

    async def _note(self, kode: Hal, dokumen_id: UUID) -> Produk | None:
        produk = await self._products.of_document(dokumen_id)
        if produk is not None:
            await riwayat.write(f"tautan_{kode}", produk.id, pelaku=SITUS, now=self._now())
        return produk


async def leave_notice(happened: Kejadian, kunci: str, *, now: datetime) -> bool:
    """Put a notice down for `kerja` in the caller's unit of work; the same key tells it once."""
    return await outbox.put(
        Keluar(
            id=new_id(),
            jenis=JenisKeluar.PERISTIWA,
            jalur=f"produk:{happened.produk}",
            kunci=kunci,
            muatan=happened.dump(),
            mulai_at=now,
            subjek=happened.produk,
        )
    )
