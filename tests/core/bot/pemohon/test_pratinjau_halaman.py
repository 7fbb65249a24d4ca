"""The masked pages as they really are: drawn, read back, and compared with what is signed."""

import re
from collections.abc import AsyncIterator

import pytest

from core.api import Keluarga
from core.issuing.pages import Pages
from core.permohonan import Permohonan, Produk
from delivery.render import Renderer
from tests.core.bot.ruang import Ruang
from tests.core.bot.rumah_pratinjau import Rumah, opened_proofs
from tests.journeys.pemain import Diri

# Eleven members: a family card of two sheets.
BESAR = Diri("3319990706120001", "Muhammad Syafi'i", "10-10-1975")
ALAMAT = "https://layanan.contoh.example/v/abc"


@pytest.fixture
async def rumah(ruang: Ruang) -> AsyncIterator[Rumah]:
    renderer = Renderer()
    await renderer.start()
    try:
        async with opened_proofs(ruang, renderer=renderer) as opened:
            ask = await opened.warga.fills_hilang(BESAR)
            summary = await opened.warga.tap(ask, "Tidak punya", "Periksa")
            await opened.approved(await opened.warga.submits(summary))
            yield opened
    finally:
        await renderer.stop()


def pages_of(rumah: Rumah) -> Pages:
    return rumah.issuing._pages


async def drawn(rumah: Rumah) -> tuple[Permohonan, Produk]:
    case = await rumah.case()
    (produk,) = await rumah.ruang.alat.cases.products(case.id)
    return case, produk


async def test_no_number_of_eleven_people_can_be_read_on_the_masked_pages(rumah: Rumah) -> None:
    case, produk = await drawn(rumah)
    pages = pages_of(rumah)
    found = await pages.records(case)
    (family,) = [one for one in found.values() if isinstance(one, Keluarga)]
    numbers = [family.nomor_kk, *(one.nik for one in family.anggota)]
    assert len(numbers) == 12, "an empty walk proves nothing"
    pdf = await pages.draw_masked(case, produk, found, frozenset(numbers))
    texts = await rumah.renderer.texts(pdf)
    assert len(texts) == 2
    text = re.sub(r"\s", "", "".join(texts))
    assert [one for one in numbers if one in text] == []
    assert [one for one in numbers if one[-4:] in text] == []
    assert text.count("3319••••••••••••") >= len(numbers)
    assert text.count("PRATINJAU") == 2


async def test_every_sheet_is_sent_and_the_buttons_stand_under_the_last(rumah: Rumah) -> None:
    proof = await rumah.shown()
    assert len(proof.label) == 2
    others = [
        one
        for one in await rumah.ruang.klien.pesan(rumah.warga.who)
        if one.teks == "PRATINJAU: Kartu Keluarga"
    ]
    assert [one.label for one in others] == [()]
    assert all(png.startswith(b"\x89PNG") for png in rumah.shelf.held.values())


async def test_what_is_signed_is_byte_for_byte_what_it_is_without_a_proof(rumah: Rumah) -> None:
    case, produk = await drawn(rumah)
    pages = pages_of(rumah)
    found = await pages.records(case)
    before = await pages.draw(case, produk, found, alamat=ALAMAT)
    proof = await rumah.shown()
    rumah.ruang.clock.forward(hours=3)
    await rumah.warga.tap(proof, "✅ Sudah benar", "sedang kami terbitkan")
    case, produk = await drawn(rumah)
    assert await pages.draw(case, produk, await pages.records(case), alamat=ALAMAT) == before
