"""Issues what was approved: prepare, render, sign and store, publish. Each step may run again.

A workflow carries only the case's id. Every step looks first whether its result is there, so a
crash resumes where it stopped, and nobody gets two documents or two links.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from core.dialog import Rencana
from core.issuing import page
from core.issuing.letters import Letters
from core.issuing.page import PageNotReady, Population
from core.jobs import Jobs
from core.kantor import Kantor
from core.permohonan import (
    Cases,
    JalanKeluar,
    Permohonan,
    Products,
    Produk,
    StatusPermohonan,
    StatusProduk,
)
from core.registry import Katalog, LayananSiap
from core.store import new_id, unit_of_work
from delivery.lint import UnsafePDF
from delivery.penerbit import Penerbit
from delivery.render import Renderer
from delivery.sign import Signer
from delivery.terbitan import KataSandiAktif
from vault import SealedBlobs

log = logging.getLogger(__name__)

WORK = "terbit"
_PREVIEW_WIDTH = 1600
_MAX_PAGES = range(1, 7)


class Kabar(Protocol):
    """Is told, inside the unit of work that publishes, that a product is ready."""

    async def issued_by_mail(
        self, case: Permohonan, produk: Produk, *, kata_sandi: str, berlaku_sampai: datetime
    ) -> None:
        """The link was mailed; the password goes to the chat."""

    async def issued_for_collection(self, case: Permohonan, produk: Produk) -> None:
        """The document waits for the office's printer."""


@dataclass(frozen=True)
class Gambar:
    """A picture of the page that would be issued, kept as a sealed blob; or why there is none."""

    blob: str = ""
    halangan: str = ""


@dataclass(frozen=True)
class Mesin:
    """The machines that issuing works with."""

    penerbit: Penerbit
    renderer: Renderer
    signer: Signer
    blobs: SealedBlobs
    letters: Letters


class IssuingRoom:
    """Turns an approved case into a document and a way to it."""

    def __init__(
        self,
        *,
        kantor: Kantor,
        katalog: Katalog[Rencana],
        cases: Cases,
        products: Products,
        population: Population,
        mesin: Mesin,
        jobs: Jobs,
        now: Callable[[], datetime],
    ) -> None:
        self._kantor = kantor
        self._katalog = katalog
        self._cases = cases
        self._products = products
        self._population = population
        self._mesin = mesin
        self._jobs = jobs
        self._now = now
        self._kabar: Kabar | None = None

    def tell(self, kabar: Kabar) -> None:
        """Say whom to tell; called once by the wiring, before the first work starts."""
        self._kabar = kabar

    def register(self) -> None:
        """Name the work and its clock. Before the engine is launched."""
        steps = (
            ("siapkan", self.prepare),
            ("gambar", self.render),
            ("tandatangani", self.sign),
            ("terbitkan", self.publish),
        )
        self._jobs.register(WORK, steps)
        self._jobs.schedule("sapu-terbit", "* * * * *", self._kantor.zona, self.sweep)

    # ---- asked by the officers' room

    async def start(self, case_id: UUID) -> None:
        """Begin to issue an approved case; beginning twice is nothing."""
        await self._jobs.start(WORK, case_id)

    async def sweep(self) -> None:
        """Begin what was approved and, after a crash, never begun."""
        for case in await self._cases.waiting():
            if case.status == StatusPermohonan.DISETUJUI:
                await self.start(case.id)

    async def preview(self, case: Permohonan) -> Gambar:
        """Draw the page marked PRATINJAU, or the first page of the attached official PDF."""
        try:
            pdf = await self._official(case) or await self._draw(case, alamat=None)
        except PageNotReady as cause:
            return Gambar(halangan=str(cause))
        picture = await self._mesin.renderer.picture(pdf, width=_PREVIEW_WIDTH)
        blob = f"pratinjau/{new_id()}"
        await self._mesin.blobs.put(blob, picture)
        return Gambar(blob=blob)

    async def check_official(self, content: bytes) -> str | None:
        """Say why an official PDF cannot be issued, or None. It is never rewritten."""
        try:
            await self._mesin.renderer.check(content, pages=_MAX_PAGES)
        except UnsafePDF as cause:
            return str(cause)
        return None

    async def keep_official(self, case_id: UUID, content: bytes) -> str:
        """Keep an official PDF sealed, and return the name of its blob."""
        blob = f"resmi/{new_id()}"
        await self._mesin.blobs.put(blob, content)
        return blob

    async def password(self, dokumen_id: UUID) -> str | None:
        """Return the password of an active link, to be shown again until the link expires."""
        found = await self._mesin.penerbit.kata_sandi(dokumen_id)
        return found.kata_sandi if isinstance(found, KataSandiAktif) else None

    async def counter_code(self, dokumen_id: UUID) -> str:
        """Make the single-use code by which the office prints."""
        return (await self._mesin.penerbit.mint_loket(dokumen_id)).kode

    # ---- the steps

    async def prepare(self, case_id: UUID) -> None:
        """Fix document id, key, token and password, once."""
        for produk in await self._waiting(case_id):
            document = await self._products.fix_document(produk)
            await self._mesin.penerbit.prepare(
                document, jenis=produk.jenis, nama_berkas=produk.nama.replace(" ", "-")
            )

    async def render(self, case_id: UUID) -> None:
        """Draw the page, once; the first drawing is kept. An official PDF needs no drawing."""
        case = await self._case(case_id)
        if self._cases.book.putusan(case).resmi:
            return
        for document in await self._documents(case_id):
            if await self._mesin.penerbit.draft(document) is None:
                alamat = self._mesin.penerbit.verification_url(document)
                pdf = await self._draw(case, alamat=alamat)
                await self._mesin.renderer.check(pdf, pages=_MAX_PAGES)
                await self._mesin.penerbit.put_draft(document, pdf)

    async def sign(self, case_id: UUID) -> None:
        """Sign and store; the first stored file is the document, whatever is signed later."""
        case = await self._case(case_id)
        official = await self._official(case)
        for document in await self._documents(case_id):
            page_ = official or await self._mesin.penerbit.draft(document)
            if page_ is None:
                if not await self._mesin.penerbit.is_stored(document):
                    raise LookupError(f"dokumen {document} has no page")
                continue
            signed = official or await self._mesin.signer.sign(page_)
            resmi = official is not None or self._mesin.signer.resmi
            await self._mesin.penerbit.store(document, signed, resmi=resmi)

    async def publish(self, case_id: UUID) -> None:
        """Make the way out: link, mail and password; or a print at the office."""
        case = await self._case(case_id)
        for produk in await self._waiting(case_id):
            if produk.jalan == JalanKeluar.EMAIL:
                await self._publish_link(case, produk)
            else:
                await self._publish_print(case, produk)

    async def _publish_link(self, case: Permohonan, produk: Produk) -> None:
        document = self._document(produk)
        candidate = await self._mesin.penerbit.derive_link(document)

        @unit_of_work
        async def commit() -> None:
            if not await self._products.move(produk, StatusProduk.TERBIT):
                return
            link = await self._mesin.penerbit.publish(candidate)
            await self._mesin.letters.put_link(
                dokumen_id=document,
                produk_id=produk.id,
                kepada=self._cases.book.alamat(produk),
                url=link.url,
                berlaku_sampai=link.berlaku_sampai,
                now=self._now(),
            )
            await self._told().issued_by_mail(
                case, produk, kata_sandi=link.kata_sandi, berlaku_sampai=link.berlaku_sampai
            )

        await commit()
        log.info("permohonan %s: tautan terbit", case.nomor)

    async def _publish_print(self, case: Permohonan, produk: Produk) -> None:
        @unit_of_work
        async def commit() -> None:
            if await self._products.move(produk, StatusProduk.SIAP_DICETAK):
                await self._told().issued_for_collection(case, produk)

        await commit()
        log.info("permohonan %s: siap dicetak", case.nomor)

    # ---- the page

    async def _draw(self, case: Permohonan, *, alamat: str | None) -> bytes:
        """Draw the page; one without an address to verify it at is a preview."""
        service = self._service(case)
        moment = case.diputus_at or self._now()
        bahan = await page.gather(
            service,
            isian=self._cases.book.isian(case),
            petugas=self._cases.book.putusan(case).petugas,
            population=self._population,
            kantor=self._kantor,
            tanggal=self._kantor.tanggal_setempat(moment),
        )
        signer = self._mesin.signer
        penerbit = signer.penerbit if signer.resmi else None
        cetak = page.stamp(penerbit=penerbit, pratinjau=alamat is None, alamat=alamat)
        isi = page.context(service, bahan)
        return await self._mesin.renderer.render(
            await asyncio.to_thread(page.html, service, isi, cetak)
        )

    async def _official(self, case: Permohonan) -> bytes | None:
        blob = self._cases.book.putusan(case).resmi
        return await self._mesin.blobs.get(blob) if blob else None

    def _service(self, case: Permohonan) -> LayananSiap[Rencana]:
        found = self._katalog.layanan.get(case.layanan)
        if found is None:
            raise LookupError(f"layanan {case.layanan} tidak dimuat")
        return found

    async def _case(self, case_id: UUID) -> Permohonan:
        case = await self._cases.find(case_id)
        if case is None:
            raise LookupError(f"permohonan {case_id} tidak ada")
        return case

    async def _waiting(self, case_id: UUID) -> list[Produk]:
        products = await self._cases.products(case_id)
        return [one for one in products if one.status == StatusProduk.MENUNGGU]

    async def _documents(self, case_id: UUID) -> list[UUID]:
        return [self._document(produk) for produk in await self._waiting(case_id)]

    def _document(self, produk: Produk) -> UUID:
        if produk.dokumen_id is None:
            raise LookupError(f"produk {produk.id} has no document yet")
        return produk.dokumen_id

    def _told(self) -> Kabar:
        if self._kabar is None:
            raise RuntimeError("issuing was started before it knew whom to tell")
        return self._kabar
