"""The steps of issuing, run again as after crashes: one document, one link, one letter."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from core.app.models import MODELS
from core.bot.turn import held
from core.issuing.steps import Mesin, Steps
from core.permohonan import (
    Book,
    Cases,
    JalanKeluar,
    Permohonan,
    Products,
    Produk,
    ProdukBaru,
    StatusProduk,
)
from core.store import Database, opened
from delivery.models import Dokumen, Tautan
from tests.delivery.dunia import CHEAP, Clock, Dunia
from vault import Index, SealedBlobs, Sealer, Stretcher

SEALER, INDEX = Sealer(bytes(range(32))), Index(bytes(32))
OFFICER = 7


class Drawer:
    """Draws a page that differs each time, so that a second drawing would be seen."""

    def __init__(self, blobs: SealedBlobs, book: Book) -> None:
        self.drawn = 0
        self.undrawable: set[str] = set()
        self._blobs = blobs
        self._book = book

    async def records(self, case: Permohonan) -> dict[str, Any]:
        return {}

    def waits_for(self, case: Permohonan, produk: Produk) -> tuple[str, ...]:
        return {"kk": ("akta",), "kartu": ("akta", "kk")}.get(produk.jenis, ())

    async def draw(
        self, case: Permohonan, produk: Produk, penduduk: Any, *, alamat: str | None
    ) -> bytes:
        if produk.jenis in self.undrawable:
            raise ValueError("this page lacks something")
        self.drawn += 1
        return f"%PDF halaman {self.drawn} {alamat}".encode()

    async def official(self, case: Permohonan) -> bytes | None:
        blob = self._book.putusan(case).resmi
        return await self._blobs.get(blob) if blob else None


class Seal:
    """Signs differently each time, as a real signature does."""

    resmi = False

    def __init__(self) -> None:
        self.signed = 0

    async def sign(self, page: bytes) -> bytes:
        self.signed += 1
        return page + f" tanda tangan {self.signed}".encode()

    async def is_official(self, pdf: bytes) -> bool:
        return True


class Checker:
    async def check(self, pdf: bytes, *, pages: range) -> None:
        assert pdf.startswith(b"%PDF")


@dataclass
class Desk:
    """Takes letters and news, in the caller's unit of work."""

    letters: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    broken: int = 0
    broken_for: str = ""
    """The kind of product at which it always breaks."""

    async def put_link(self, *, url: str, dokumen: str, **_: Any) -> None:
        self.letters.append(url)
        self.documents.append(dokumen)

    async def issued_by_mail(
        self, case: Permohonan, produk: Produk, *, kata_sandi: str, berlaku_sampai: datetime
    ) -> None:
        if self.broken or produk.jenis == self.broken_for:
            self.broken = max(self.broken - 1, 0)
            self.letters.pop()
            raise OSError("killed here")
        self.told.append(kata_sandi)

    async def issued_for_collection(self, case: Permohonan, produk: Produk) -> None:
        self.told.append("ambil")

    async def proof(self, case: Permohonan, halaman: Any, batas: datetime) -> None:
        self.told.append("pratinjau")

    async def proof_over(self, case: Permohonan) -> None:
        self.told.append("lewat")

    async def objected(self, case: Permohonan) -> None:
        self.told.append("sanggah")

    async def stuck(self, case: Permohonan) -> None:
        self.told.append("macet")

    async def late(self, case: Permohonan) -> None:
        self.told.append("lambat")


@dataclass
class Meja:
    """Everything that a test of the steps touches."""

    steps: Steps
    cases: Cases
    drawer: Drawer
    seal: Seal
    desk: Desk
    blobs: SealedBlobs
    dunia: Dunia

    async def approved(
        self, jalan: JalanKeluar = JalanKeluar.EMAIL, resmi: str = ""
    ) -> Permohonan:
        """Return an approved case with one product."""
        alamat = "warga@contoh.id" if jalan is JalanKeluar.EMAIL else None
        return await self.approved_for(
            ProdukBaru("kk", "Kartu Keluarga", jalan, alamat), resmi=resmi
        )

    async def approved_for(self, *produk: ProdukBaru, resmi: str = "") -> Permohonan:
        """Return an approved case with these products."""
        row = await self.cases.open(1, layanan="kk", versi=1, isian="{}", persetujuan="x")
        filed = held(
            await self.cases.submit(row, "{}", desa="", produk=produk, batas_at=self.dunia.clock())
        )
        taken = held(await self.cases.take(filed, by=OFFICER))
        putusan = replace(self.cases.book.putusan(taken), resmi=resmi)
        return held(await self.cases.approve(taken, putusan, by=OFFICER))

    async def run(self, case_id: UUID) -> None:
        """Run all steps once."""
        for step in (
            self.steps.prepare,
            self.steps.render,
            self.steps.sign,
            self.steps.publish,
        ):
            await step(case_id)

    async def issued(self) -> bytes:
        """Return the one document that was stored."""
        row = await Dokumen.get()
        return await self.dunia.penerbit.open_archive(row.id)


@pytest.fixture
async def meja(tmp_path: Path, database_url: str) -> AsyncIterator[Meja]:
    clock, stretcher = Clock(), Stretcher(CHEAP)
    async with opened(Database(database_url, MODELS)):
        dunia = Dunia(tmp_path, clock, stretcher)
        book, blobs, desk, seal = Book(SEALER), SealedBlobs(dunia.blobs, SEALER), Desk(), Seal()
        drawer = Drawer(blobs, book)
        cases = Cases(
            book, digest=INDEX.digest, now=clock, today=lambda: clock().date(), awalan="REG"
        )
        parts: dict[str, Any] = {"renderer": Checker(), "signer": seal, "letters": desk}
        pages: Any = drawer
        steps = Steps(
            cases=cases,
            products=Products(now=clock),
            pages=pages,
            mesin=Mesin(penerbit=dunia.penerbit, blobs=blobs, **parts),
            now=clock,
        )
        steps.tell(desk)
        yield Meja(steps, cases, drawer, seal, desk, blobs, dunia)
    stretcher.close()


async def test_every_step_may_run_again_and_nothing_is_doubled(meja: Meja) -> None:
    case = await meja.approved()
    for step in (meja.steps.prepare, meja.steps.render, meja.steps.sign):
        await step(case.id)
        await step(case.id)
    first = await meja.issued()
    await meja.steps.publish(case.id)
    await meja.run(case.id)
    assert await meja.issued() == first
    assert meja.drawer.drawn == 1
    assert await Tautan.all().count() == 1
    assert len(meja.desk.letters) == len(meja.desk.told) == 1


async def test_link_letter_and_password_are_put_down_together_or_not_at_all(meja: Meja) -> None:
    case = await meja.approved()
    meja.desk.broken = 1
    with pytest.raises(OSError, match="killed"):
        await meja.run(case.id)
    assert await Tautan.all().count() == 0
    (produk,) = await meja.cases.products(case.id)
    assert produk.status == StatusProduk.MENUNGGU
    await meja.run(case.id)
    assert await Tautan.all().count() == 1
    assert len(meja.desk.letters) == len(meja.desk.told) == 1


async def test_two_at_once_make_one_document(meja: Meja) -> None:
    case = await meja.approved()
    await meja.steps.prepare(case.id)
    await meja.steps.render(case.id)
    await asyncio.gather(meja.steps.sign(case.id), meja.steps.sign(case.id))
    await asyncio.gather(meja.steps.publish(case.id), meja.steps.publish(case.id))
    assert await Dokumen.all().count() == 1
    assert len(meja.desk.letters) == 1


async def test_an_attached_pdf_is_issued_as_it_is_and_its_own_blob_is_erased(meja: Meja) -> None:
    blob = f"resmi/{meja.dunia.dokumen_id}"
    await meja.blobs.put(blob, b"%PDF resmi")
    case = await meja.approved(resmi=blob)
    await meja.run(case.id)
    assert await meja.issued() == b"%PDF resmi"
    assert (meja.drawer.drawn, meja.seal.signed) == (0, 0)
    assert not await meja.blobs.exists(blob)
    await meja.steps.publish(case.id)


async def test_a_product_that_is_collected_waits_for_the_printer_and_has_no_link(
    meja: Meja,
) -> None:
    case = await meja.approved(JalanKeluar.AMBIL)
    await meja.run(case.id)
    await meja.run(case.id)
    (produk,) = await meja.cases.products(case.id)
    assert produk.status == StatusProduk.SIAP_DICETAK
    assert meja.desk.told == ["ambil"]
    assert await Tautan.all().count() == 0


async def test_signing_before_drawing_is_refused(meja: Meja) -> None:
    case = await meja.approved()
    await meja.steps.prepare(case.id)
    with pytest.raises(LookupError, match="no page"):
        await meja.steps.sign(case.id)


async def test_a_case_that_its_applicant_may_look_at_first_is_not_begun(meja: Meja) -> None:
    row = await meja.cases.open(1, layanan="kk", versi=1, isian="{}", persetujuan="x")
    kk = ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.AMBIL, None)
    filed = await meja.cases.submit(row, "{}", desa="", produk=(kk,), batas_at=meja.dunia.clock())
    taken = held(await meja.cases.take(held(filed), by=OFFICER))
    putusan = meja.cases.book.putusan(taken)
    case = held(await meja.cases.approve(taken, putusan, by=OFFICER, pratinjau=True))
    with pytest.raises(LookupError, match="applicant"):
        await meja.steps.prepare(case.id)
    assert await Dokumen.all().count() == 0
    later = meja.dunia.clock()
    shown = held(await meja.cases.show_proof(case, batas_at=later))
    await meja.run(held(await meja.cases.confirm(shown)).id)
    assert await Dokumen.all().count() == 1


async def test_a_case_that_does_not_exist_is_an_error(meja: Meja) -> None:
    with pytest.raises(LookupError):
        await meja.steps.render(meja.dunia.dokumen_id)


AKTA = ProdukBaru("akta", "Kutipan Akta Kelahiran", JalanKeluar.EMAIL, "warga@contoh.id")
KARTU = ProdukBaru("kartu", "Kartu Identitas Anak", JalanKeluar.AMBIL, None)


async def test_several_products_of_one_case_are_issued_each_by_its_own_way(meja: Meja) -> None:
    case = await meja.approved_for(AKTA, KARTU)
    await meja.run(case.id)
    statuses = {one.jenis: one.status for one in await meja.cases.products(case.id)}
    assert statuses == {"akta": StatusProduk.TERBIT, "kartu": StatusProduk.SIAP_DICETAK}
    assert (len(meja.desk.letters), meja.desk.told[-1]) == (1, "ambil")
    assert await Dokumen.all().count() == 2


async def test_a_product_never_overtakes_the_one_that_it_follows(meja: Meja) -> None:
    case = await meja.approved_for(KARTU, AKTA)
    with pytest.raises(LookupError, match="waits for"):
        await meja.run(case.id)
    assert {one.status for one in await meja.cases.products(case.id)} == {StatusProduk.MENUNGGU}


async def test_a_crash_between_two_products_issues_the_second_and_not_the_first_again(
    meja: Meja,
) -> None:
    case = await meja.approved_for(AKTA, replace(AKTA, jenis="kk"))
    for step in (meja.steps.prepare, meja.steps.render, meja.steps.sign):
        await step(case.id)
    meja.desk.broken = 1
    with pytest.raises(OSError, match="killed"):
        await meja.steps.publish(case.id)
    await meja.steps.publish(case.id)
    await meja.steps.publish(case.id)
    assert len(meja.desk.letters) == 2
    assert await Tautan.all().count() == 2


KK = replace(AKTA, jenis="kk", nama="Kartu Keluarga")


async def statuses(meja: Meja, case: Permohonan) -> list[str]:
    return [str(one.status) for one in await meja.cases.products(case.id)]


async def test_what_fails_in_the_middle_keeps_back_what_follows_and_nothing_before(
    meja: Meja,
) -> None:
    case = await meja.approved_for(AKTA, KK, KARTU)
    meja.desk.broken_for = "kk"
    for _ in range(2):
        with pytest.raises(OSError, match="killed"):
            await meja.run(case.id)
        assert await statuses(meja, case) == ["terbit", "menunggu", "menunggu"]
    assert (len(meja.desk.letters), len(meja.desk.told)) == (1, 1)
    assert await meja.steps.is_open(case.id), "the sweep goes on trying it"


async def test_trying_again_issues_just_what_was_left(meja: Meja) -> None:
    case = await meja.approved_for(AKTA, KK, KARTU)
    meja.desk.broken_for = "kk"
    with pytest.raises(OSError, match="killed"):
        await meja.run(case.id)
    first, meja.desk.broken_for = list(meja.desk.letters), ""
    await meja.run(case.id)
    assert await statuses(meja, case) == ["terbit", "terbit", "siap_dicetak"]
    assert meja.desk.letters[: len(first)] == first
    assert len(meja.desk.letters) == len(set(meja.desk.letters)) == 2
    assert meja.desk.told[-1] == "ambil"
    assert meja.drawer.drawn == 3, "what was drawn before stays as it was"
    assert not await meja.steps.is_open(case.id)


async def test_a_page_that_cannot_be_drawn_keeps_everything_back(meja: Meja) -> None:
    case = await meja.approved_for(AKTA, KK, KARTU)
    meja.drawer.undrawable = {"kk"}
    with pytest.raises(ValueError, match="lacks"):
        await meja.run(case.id)
    assert await statuses(meja, case) == ["menunggu"] * 3
    assert meja.desk.letters == []
    meja.drawer.undrawable = set()
    await meja.run(case.id)
    assert await statuses(meja, case) == ["terbit", "terbit", "siap_dicetak"]
    assert meja.drawer.drawn == 3


async def test_each_letter_says_which_document_it_brings(meja: Meja) -> None:
    await meja.run((await meja.approved_for(AKTA, KK)).id)
    assert meja.desk.documents == ["Kutipan Akta Kelahiran", "Kartu Keluarga"]
