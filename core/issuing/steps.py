"""The steps of issuing: prepare, render, sign and store, publish. Each may run again.

They carry only the case's id. Every step looks first whether its result is there, so a crash
resumes where it stopped, and nobody gets two documents or two links.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from core.issuing.letters import Letters
from core.issuing.pages import Pages
from core.issuing.pratinjau import KabarPratinjau
from core.permohonan import (
    Cases,
    JalanKeluar,
    Permohonan,
    Products,
    Produk,
    StatusProduk,
    is_held,
)
from core.store import unit_of_work
from delivery.penerbit import Penerbit
from delivery.render import Renderer
from delivery.sign import Signer
from vault import SealedBlobs

log = logging.getLogger(__name__)

MAX_PAGES = range(1, 7)


class Kabar(KabarPratinjau, Protocol):
    """Is told, inside the unit of work that publishes, that a product is ready."""

    async def issued_by_mail(
        self, case: Permohonan, produk: Produk, *, kata_sandi: str, berlaku_sampai: datetime
    ) -> None:
        """The link was mailed; the password goes to the chat."""

    async def issued_for_collection(self, case: Permohonan, produk: Produk) -> None:
        """The document waits for the office's printer."""

    async def stuck(self, case: Permohonan) -> None:
        """Issuing of an approved case was given up again and again. Told once."""

    async def late(self, case: Permohonan) -> None:
        """An approved case should be issued by now, and is still being worked on. Told once."""


@dataclass(frozen=True)
class Mesin:
    """The machines that issuing works with."""

    penerbit: Penerbit
    renderer: Renderer
    signer: Signer
    blobs: SealedBlobs
    letters: Letters


class Steps:
    """Works on one approved case."""

    def __init__(
        self,
        *,
        cases: Cases,
        products: Products,
        pages: Pages,
        mesin: Mesin,
        now: Callable[[], datetime],
    ) -> None:
        self._cases = cases
        self._products = products
        self._pages = pages
        self._mesin = mesin
        self._now = now
        self._kabar: Kabar | None = None

    def tell(self, kabar: Kabar) -> None:
        """Say whom to tell."""
        self._kabar = kabar

    async def is_open(self, case_id: UUID) -> bool:
        """Tell whether a product of the case is still to be issued."""
        return bool(await self._waiting(case_id))

    @unit_of_work
    async def tell_stuck(self, case: Permohonan) -> None:
        """Say that issuing a case fails."""
        await self._told().stuck(case)

    @unit_of_work
    async def tell_late(self, case: Permohonan) -> None:
        """Say that a case waits too long to be issued."""
        await self._told().late(case)

    async def prepare(self, case_id: UUID) -> None:
        """Fix document id, key, token and password, once."""
        waiting = await self._waiting(case_id)
        if waiting and is_held(await self._case(case_id)):
            raise LookupError(f"permohonan {case_id} waits for its applicant's look")
        for produk in waiting:
            document = await self._products.fix_document(produk)
            await self._mesin.penerbit.prepare(
                document, jenis=produk.jenis, nama_berkas=produk.nama.replace(" ", "-")
            )

    async def render(self, case_id: UUID) -> None:
        """Draw the page, once; the first drawing is kept. An official PDF needs no drawing."""
        case = await self._case(case_id)
        if self._cases.book.putusan(case).resmi:
            return
        penerbit = self._mesin.penerbit
        for produk in await self._waiting(case_id):
            document = _document(produk)
            if await penerbit.draft(document) is None and not await penerbit.is_stored(document):
                alamat = penerbit.verification_url(document)
                found = await self._pages.records(case)
                pdf = await self._pages.draw(case, produk, found, alamat=alamat)
                await self._mesin.renderer.check(pdf, pages=MAX_PAGES)
                await penerbit.put_draft(document, pdf)

    async def sign(self, case_id: UUID) -> None:
        """Sign and store; the first stored file is the document, whatever is signed later."""
        case = await self._case(case_id)
        official = await self._pages.official(case)
        signer, penerbit = self._mesin.signer, self._mesin.penerbit
        for produk in await self._waiting(case_id):
            document = _document(produk)
            if official is not None:
                resmi = await signer.is_official(official)
                await penerbit.store(document, official, resmi=resmi)
            elif (drawn := await penerbit.draft(document)) is not None:
                await penerbit.store(document, await signer.sign(drawn), resmi=signer.resmi)
            elif not await penerbit.is_stored(document):
                raise LookupError(f"dokumen {document} has no page")

    async def publish(self, case_id: UUID) -> None:
        """Make the way out: link, mail and password; or a print at the office."""
        case = await self._case(case_id)
        for produk in await self._waiting(case_id):
            await self._require_earlier(case, produk)
            if produk.jalan == JalanKeluar.EMAIL:
                await self._publish_link(case, produk)
            else:
                await self._publish_print(case, produk)
        if attached := self._cases.book.putusan(case).resmi:
            # The archive holds it now, under the document's own key.
            await self._mesin.blobs.delete(attached)

    async def _publish_link(self, case: Permohonan, produk: Produk) -> None:
        document = _document(produk)
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
                dokumen=produk.nama,
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

    async def _case(self, case_id: UUID) -> Permohonan:
        case = await self._cases.find(case_id)
        if case is None:
            raise LookupError(f"permohonan {case_id} tidak ada")
        return case

    async def _waiting(self, case_id: UUID) -> list[Produk]:
        products = await self._cases.products(case_id)
        return [one for one in products if one.status == StatusProduk.MENUNGGU]

    async def _require_earlier(self, case: Permohonan, produk: Produk) -> None:
        """Raise LookupError while a product that this one follows is not issued."""
        waiting = {one.jenis for one in await self._waiting(case.id)}
        if missing := waiting.intersection(self._pages.waits_for(case, produk)):
            raise LookupError(f"produk {produk.id} waits for {sorted(missing)}")

    def _told(self) -> Kabar:
        if self._kabar is None:
            raise RuntimeError("issuing was started before it knew whom to tell")
        return self._kabar


def _document(produk: Produk) -> UUID:
    if produk.dokumen_id is None:
        raise LookupError(f"produk {produk.id} has no document yet")
    return produk.dokumen_id
