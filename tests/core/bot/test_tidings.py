"""What is said when something happens away from the chat."""

import json

import pytest

from core.bot.tidings import Tidings
from core.bot.turn import held
from core.permohonan import JalanKeluar, Permohonan, Produk, ProdukBaru, StatusProduk
from core.store import new_id, unit_of_work
from core.store.models import Outbox
from tests.core.bot.ruang import BUDI, GROUP, Ruang


@pytest.fixture
def tidings(ruang: Ruang) -> Tidings:
    return Tidings(ruang.alat)


async def _issued(ruang: Ruang) -> tuple[Permohonan, Produk]:
    """An approved case whose link lies in the outbox."""
    cases = ruang.alat.cases
    row = await cases.open(BUDI, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x")
    produk = [ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.EMAIL, "warga@contoh.id")]
    filed = held(await cases.submit(row, "{}", desa="", produk=produk, batas_at=ruang.clock()))
    taken = held(await cases.take(filed, by=1))
    case = held(await cases.approve(taken, cases.book.putusan(taken), by=1))
    (one,) = await cases.products(case.id)
    await ruang.alat.products.move(one, StatusProduk.TERBIT)
    return case, one


async def _said(ruang: Ruang, chat: int) -> list[str]:
    rows = await Outbox.filter(jalur=ruang.mint.ruang(chat)).order_by("id")
    opened = [
        ruang.mint.sealer.open_text(
            bytes(row.muatan or b""), table="outbox", column="muatan", row=row.id
        )
        for row in rows
    ]
    return [json.loads(one)["params"]["text"] for one in opened]


async def test_an_outage_is_told_the_office_once_an_hour(ruang: Ruang, tidings: Tidings) -> None:
    for number in range(3):
        await unit_of_work(tidings.delayed)(None, f"tautan:{number}", 1)
    assert len(await _said(ruang, GROUP)) == 1
    ruang.clock.forward(hours=1)
    await unit_of_work(tidings.delayed)(None, "tautan:1", 5)
    told = await _said(ruang, GROUP)
    assert len(told) == 2
    assert "tertunda" in told[0]


async def test_a_citizen_hears_of_a_delayed_link_after_half_an_hour(
    ruang: Ruang, tidings: Tidings
) -> None:
    _, produk = await _issued(ruang)
    for attempts in (1, 2, 3):
        await unit_of_work(tidings.delayed)(produk.id, "tautan:x", attempts)
    assert await _said(ruang, BUDI) == []
    await unit_of_work(tidings.delayed)(produk.id, "tautan:x", 4)
    (told,) = await _said(ruang, BUDI)
    assert "w•••" in told or "•••" in told
    assert "warga@contoh.id" not in told


async def test_who_waits_for_a_code_hears_at_once(ruang: Ruang, tidings: Tidings) -> None:
    draft = await ruang.alat.cases.open(
        BUDI, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x"
    )
    await unit_of_work(tidings.delayed)(draft.id, "kode:1", 1)
    await unit_of_work(tidings.delayed)(draft.id, "kode:1", 2)
    await unit_of_work(tidings.refused)(draft.id, "kode:2")
    delayed, refused = await _said(ruang, BUDI)
    assert "belum dapat dikirim" in delayed
    assert "menolak" in refused


async def test_a_mailed_link_ends_the_case_and_a_repeat_says_nothing_more(
    ruang: Ruang, tidings: Tidings
) -> None:
    case, produk = await _issued(ruang)
    await unit_of_work(tidings.sent)(produk.id, "tautan:x")
    first = await _said(ruang, GROUP)
    assert "Selesai" in first[-1]
    await unit_of_work(tidings.sent)(produk.id, "tautan:x")
    assert await _said(ruang, GROUP) == first
    assert (await Permohonan.get(id=case.id)).status == "selesai"


async def test_a_letter_of_a_product_that_is_gone_is_nobodys_news(
    ruang: Ruang, tidings: Tidings
) -> None:
    await unit_of_work(tidings.sent)(new_id(), "tautan:x")
    await unit_of_work(tidings.refused)(None, "tautan:x")
    await unit_of_work(tidings.doubtful)(new_id(), "tautan:x")
    assert await Outbox.all().count() == 0
