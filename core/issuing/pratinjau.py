"""Shows the applicant an approved document before it is signed, its numbers masked.

Only the approved case is touched here, never the document: what is signed later is drawn anew, on
the same road as without. Every outcome is a compare-and-set of core.permohonan.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Protocol

from core.api import Keluarga, Orang
from core.issuing.catatan import Catatan
from core.issuing.page import PageNotReady
from core.issuing.pages import Pages
from core.issuing.samar import shows
from core.permohonan import (
    Cases,
    Kalah,
    KeadaanPratinjau,
    Permohonan,
    Produk,
    is_held,
    issuable_since,
)
from core.store import new_id, unit_of_work
from delivery.render import Renderer, RenderFailed
from vault import SealedBlobs

log = logging.getLogger(__name__)

WIDTH = 1600
_PATIENCE = timedelta(minutes=10)
"""So long after the approval a proof is tried for; then issuing goes on without."""


class Tindakan(Enum):
    """What is to be done about an approved case now."""

    TERBITKAN = auto()
    GAMBAR = auto()
    TUNGGU = auto()
    LEWATI = auto()
    TERUSKAN = auto()
    """He had begun to say what is wrong: it goes to the officers as it stands."""


class Bocor(RuntimeError):
    """A private number can still be read on the masked page."""


@dataclass(frozen=True)
class Halaman:
    """One masked page as a picture in a sealed blob, and the document that it belongs to."""

    blob: str
    nama: str


class KabarPratinjau(Protocol):
    """Is told, inside the unit of work that changes the case."""

    async def proof(self, case: Permohonan, halaman: Sequence[Halaman], batas: datetime) -> None:
        """The pages lie ready: they go to the applicant, whose word is waited for until then."""

    async def proof_over(self, case: Permohonan) -> None:
        """His hours are over, and issuing goes on: nothing can be pressed any more."""

    async def objected(self, case: Permohonan) -> None:
        """His hours are over, and what he had named went to the officers."""


def decide(row: Permohonan, *, now: datetime) -> Tindakan:
    """Tell what is to be done about an approved case. Pure."""
    if not is_held(row):
        return Tindakan.TERBITKAN
    if row.pratinjau == KeadaanPratinjau.DIMINTA:
        return Tindakan.GAMBAR
    if row.pratinjau_batas_at is not None and now < row.pratinjau_batas_at:
        return Tindakan.TUNGGU
    if row.pratinjau == KeadaanPratinjau.DISANGGAH:
        return Tindakan.TERUSKAN
    return Tindakan.LEWATI


def is_overdue(row: Permohonan, *, now: datetime) -> bool:
    """Tell whether an approved case is held for so long that only a failure can hold it. Pure."""
    drawn = row.pratinjau != KeadaanPratinjau.DIMINTA
    due = row.pratinjau_batas_at if drawn else issuable_since(row)
    return is_held(row) and due is not None and now - due >= _PATIENCE


def numbers(found: Catatan) -> frozenset[str]:
    """Give every private number that the registry told."""
    return frozenset(number for one in found.values() for number in _of(one) if number)


class Proofs:
    """Works on approved cases whose applicant may look first. Each piece of work may repeat."""

    def __init__(
        self,
        *,
        cases: Cases,
        pages: Pages,
        renderer: Renderer,
        blobs: SealedBlobs,
        jam: int,
        tenggat: Callable[[str, datetime], datetime],
        now: Callable[[], datetime],
    ) -> None:
        """`jam`: for how many hours his word is waited for. `tenggat`: the officers' deadline."""
        self._cases, self._pages, self._blobs = cases, pages, blobs
        self._renderer = renderer
        self._jam = timedelta(hours=jam)
        self._tenggat = tenggat
        self._now = now
        self._kabar: KabarPratinjau | None = None

    def tell(self, kabar: KabarPratinjau) -> None:
        """Say whom to tell."""
        self._kabar = kabar

    async def look_after(self, case: Permohonan) -> Permohonan | None:
        """Do what is due about an approved case; return it, as it is then, if it may be issued."""
        match decide(case, now=self._now()):
            case Tindakan.TERBITKAN:
                return case
            case Tindakan.GAMBAR:
                return await self._show(case)
            case Tindakan.LEWATI:
                return await self._lapse(case)
            case Tindakan.TERUSKAN:
                await self._object(case)
        return None

    async def pages(self, case: Permohonan) -> list[tuple[str, bytes]]:
        """Draw every masked page of a case as PNG, each with the name of its document.

        Raises Bocor rather than show a number; PageNotReady, RenderFailed.
        """
        found = await self._pages.records(case)
        drawn: list[tuple[str, bytes]] = []
        for produk in await self._cases.products(case.id):
            drawn += await self._pictures(case, produk, found)
        return drawn

    async def _pictures(
        self, case: Permohonan, produk: Produk, found: Catatan
    ) -> list[tuple[str, bytes]]:
        private = numbers(found) | self._pages.private(case)
        pdf = await self._pages.draw_masked(case, produk, found, private)
        texts = await self._renderer.texts(pdf)
        if shows(texts, private):
            raise Bocor(f"produk {produk.id}: the masked page shows a number")
        return [
            (produk.nama, await self._renderer.picture(pdf, page, WIDTH))
            for page in range(len(texts))
        ]

    async def _show(self, case: Permohonan) -> Permohonan | None:
        """Draw the pages and put them into the outbox; without them issuing goes on."""
        if not self._jam:
            return await self._skip(case, "setelan dimatikan")
        try:
            await self._hand_over(case, await self.pages(case))
        except (PageNotReady, RenderFailed, Bocor) as cause:
            return await self._skip(case, type(cause).__name__)
        except Exception as cause:
            since = issuable_since(case) or self._now()
            if self._now() - since < _PATIENCE:
                raise
            return await self._skip(case, type(cause).__name__)
        return None

    async def _hand_over(self, case: Permohonan, pages: Sequence[tuple[str, bytes]]) -> None:
        kept = [Halaman(f"pratinjau/{new_id()}", nama) for nama, _ in pages]
        given = False
        try:
            for one, (_, picture) in zip(kept, pages, strict=True):
                await self._blobs.put(one.blob, picture)
            given = await self._put_down(case, kept)
        finally:
            if not given:  # somebody was faster, or the database failed: nobody will send them
                for one in kept:
                    await self._blobs.delete(one.blob)

    @unit_of_work
    async def _put_down(self, case: Permohonan, pages: Sequence[Halaman]) -> bool:
        until = self._now() + self._jam
        shown = await self._cases.show_proof(case, batas_at=until)
        if isinstance(shown, Kalah):
            return False
        await self._told().proof(shown, pages, until)
        log.info("permohonan %s: pratinjau untuk pemohon", case.nomor)
        return True

    async def _skip(self, case: Permohonan, sebab: str) -> Permohonan | None:
        log.error("permohonan %s: terbit tanpa pratinjau pemohon (%s)", case.nomor, sebab)
        skipped = await self._cases.skip_proof(case)
        return None if isinstance(skipped, Kalah) else skipped

    @unit_of_work
    async def _lapse(self, case: Permohonan) -> Permohonan | None:
        lapsed = await self._cases.lapse(case)
        if isinstance(lapsed, Kalah):
            return None
        await self._told().proof_over(lapsed)
        return lapsed

    @unit_of_work
    async def _object(self, case: Permohonan) -> None:
        said = self._cases.book.sanggahan(case)
        due = self._tenggat(case.layanan, self._now())
        objected = await self._cases.object_to(case, said, batas_at=due)
        if isinstance(objected, Permohonan):
            await self._told().objected(objected)

    def _told(self) -> KabarPratinjau:
        if self._kabar is None:
            raise RuntimeError("proofs were begun before they knew whom to tell")
        return self._kabar


def _of(one: Keluarga | Orang) -> Iterator[str]:
    yield one.nomor_kk
    for person in one.anggota if isinstance(one, Keluarga) else (one,):
        yield from (person.nik, person.nomor_kk, person.paspor, person.kitap)
