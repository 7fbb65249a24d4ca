"""The counter's page: one code, one print."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from delivery import percobaan
from delivery.models import KodeLoket
from delivery.percobaan import Batas
from tests.delivery.dunia import PDF, Dunia, Peramban
from tests.delivery.test_page_ticket import NAME, settled
from vault import new_code


async def minted(dunia: Dunia) -> str:
    await dunia.store()
    return (await dunia.penerbit.mint_loket(dunia.dokumen_id)).kode


async def test_a_code_opens_the_page_that_prints(dunia: Dunia, peramban: Peramban) -> None:
    kode = await minted(dunia)
    async with peramban.get("/loket") as answer:
        assert "HVS putih A4" in await answer.text()
    async with peramban.post("/loket", "kode", kode.lower().replace("-", " ")) as answer:
        assert answer.status == 303
        page = urlsplit(answer.headers["Location"]).path
    async with peramban.get(page) as answer:
        body = await answer.text()
        assert f"{NAME}?lihat=1" in body
        assert "100 %" in body
    async with peramban.get(f"{page}/{NAME}?lihat=1") as answer:
        assert await answer.read() == PDF
    await settled(dunia, "printed")
    assert dunia.catatan.lines == ["printed"]


async def test_a_code_works_once_and_its_wrap_is_erased(dunia: Dunia, peramban: Peramban) -> None:
    kode = await minted(dunia)
    async with peramban.post("/loket", "kode", kode) as answer:
        assert answer.status == 303
    assert (await KodeLoket.get()).bungkus is None
    async with peramban.post("/loket", "kode", kode) as answer:
        assert answer.status == 403


async def test_a_code_is_over_after_fifteen_minutes(dunia: Dunia, peramban: Peramban) -> None:
    kode = await minted(dunia)
    dunia.clock.forward(minutes=15)
    async with peramban.post("/loket", "kode", kode) as answer:
        assert answer.status == 403
        assert "lewat 15 menit" in await answer.text()


@pytest.mark.parametrize("typed", ["", "1234567", "123456789", "UUUU-UUUU"])
async def test_what_cannot_be_a_code_is_not_counted(
    dunia: Dunia, peramban: Peramban, typed: str
) -> None:
    for _ in range(12):
        async with peramban.post("/loket", "kode", typed) as answer:
            assert answer.status == 422


async def test_ten_misses_of_one_address_close_the_page_for_a_quarter_of_an_hour(
    dunia: Dunia, peramban: Peramban
) -> None:
    kode = await minted(dunia)
    for _ in range(10):
        async with peramban.post("/loket", "kode", new_code()) as answer:
            assert answer.status == 403
    async with peramban.post("/loket", "kode", kode) as answer:
        assert answer.status == 429
        assert answer.headers["Retry-After"] == "900"
    dunia.clock.forward(minutes=15)
    kode = (await dunia.penerbit.mint_loket(dunia.dokumen_id)).kode
    async with peramban.post("/loket", "kode", kode) as answer:
        assert answer.status == 303


async def test_misses_of_everybody_close_the_page_for_everybody(
    dunia: Dunia, peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Batas(100, timedelta(hours=1), timedelta(minutes=15)) == percobaan.LOKET_SEMUA
    few = Batas(3, timedelta(hours=1), timedelta(minutes=15))
    monkeypatch.setattr("delivery.loket.LOKET_SEMUA", few)
    statuses = []
    for _ in range(5):
        async with peramban.post("/loket", "kode", new_code()) as answer:
            statuses.append(answer.status)
    assert statuses == [403, 403, 403, 429, 429]


async def test_a_right_code_costs_no_attempt(dunia: Dunia, peramban: Peramban) -> None:
    await dunia.store()
    for _ in range(12):
        kode = (await dunia.penerbit.mint_loket(dunia.dokumen_id)).kode
        async with peramban.post("/loket", "kode", kode) as answer:
            assert answer.status == 303


async def test_a_form_from_another_site_is_refused(dunia: Dunia, peramban: Peramban) -> None:
    kode = await minted(dunia)
    async with peramban.post("/loket", "kode", kode, Sec_Fetch_Site="cross-site") as answer:
        assert answer.status == 403
