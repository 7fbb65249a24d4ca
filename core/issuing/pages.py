"""Gives the page of a case as PDF: the plugin's own, drawn now, or the attached official one."""

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime

from core.dialog import CariWilayah, Rencana
from core.issuing import catatan, page, samar
from core.issuing.catatan import Catatan
from core.issuing.page import Population
from core.kantor import Kantor
from core.permohonan import Book, Permohonan, Produk
from core.registry import Katalog, LayananSiap
from delivery.render import Renderer
from delivery.sign import Signer
from vault import SealedBlobs


class Pages:
    """Draws pages."""

    def __init__(
        self,
        *,
        kantor: Kantor,
        katalog: Katalog[Rencana],
        book: Book,
        population: Population,
        renderer: Renderer,
        signer: Signer,
        blobs: SealedBlobs,
        now: Callable[[], datetime],
        wilayah: CariWilayah | None = None,
    ) -> None:
        self._wilayah = wilayah
        self._kantor = kantor
        self._katalog = katalog
        self._book = book
        self._population = population
        self._renderer = renderer
        self._signer = signer
        self._blobs = blobs
        self._now = now

    async def records(self, case: Permohonan) -> Catatan:
        """Return what the officer saw when he decided, else what the registry holds now."""
        if kept := self._book.putusan(case).penduduk:
            return catatan.load(kept)
        return await self.look_up(case)

    async def look_up(self, case: Permohonan) -> Catatan:
        """Ask the registry anew."""
        return await page.look_up(
            self._service(case), isian=self._book.isian(case), population=self._population
        )

    async def draw(
        self, case: Permohonan, produk: Produk, penduduk: Catatan, *, alamat: str | None
    ) -> bytes:
        """Draw a product's page; one without an address to verify it at is a preview."""
        return await self._renderer.render(await self._html(case, produk, penduduk, alamat=alamat))

    async def draw_masked(
        self, case: Permohonan, produk: Produk, penduduk: Catatan, private: Collection[str]
    ) -> bytes:
        """Draw a product's page marked PRATINJAU, with private numbers hidden."""
        html = await self._html(case, produk, penduduk, alamat=None)
        return await self._renderer.render(await asyncio.to_thread(samar.masked, html, private))

    def private(self, case: Permohonan) -> frozenset[str]:
        """Give every private number in the answers of a case, the officer's included."""
        return page.private_numbers(
            self._service(case),
            isian=self._book.isian(case),
            petugas=self._book.putusan(case).petugas,
        )

    async def _html(
        self, case: Permohonan, produk: Produk, penduduk: Catatan, *, alamat: str | None
    ) -> str:
        service = self._service(case)
        hasil = service.layanan.keluar(produk.jenis)
        moment = case.diputus_at or self._now()
        bahan = page.gather(
            service,
            isian=self._book.isian(case),
            petugas=self._book.putusan(case).petugas,
            penduduk=penduduk,
            kantor=self._kantor,
            tanggal=self._kantor.tanggal_setempat(moment),
            wilayah=self._wilayah,
        )
        penerbit = self._signer.penerbit if self._signer.resmi else None
        cetak = page.stamp(penerbit=penerbit, pratinjau=alamat is None, alamat=alamat)
        isi = page.context(hasil, bahan)
        return await asyncio.to_thread(page.html, service, hasil, isi, cetak)

    def waits_for(self, case: Permohonan, produk: Produk) -> tuple[str, ...]:
        """Name the kinds of this case that must be issued before a product."""
        return self._service(case).layanan.keluar(produk.jenis).setelah

    async def official(self, case: Permohonan) -> bytes | None:
        """Return the PDF that the officer attached, if there is one."""
        blob = self._book.putusan(case).resmi
        return await self._blobs.get(blob) if blob else None

    def _service(self, case: Permohonan) -> LayananSiap[Rencana]:
        return self._katalog.of(case.layanan, case.versi, terkirim=True)
