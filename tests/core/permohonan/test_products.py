import asyncio

import pytest

from core.permohonan import StatusProduk, by_officer
from core.permohonan.models import Produk
from core.permohonan.status import ARRIVED, allowed_produk
from core.store import riwayat
from tests.core.permohonan.dunia import ANI, KK_AMBIL, KK_EMAIL, PENGAMBIL, Dunia

P = StatusProduk


@pytest.mark.parametrize("old", list(P))
async def test_a_product_moves_on_listed_roads_and_on_no_others(dunia: Dunia, old: P) -> None:
    row = await dunia.produk(old)
    moved = set()
    for new in P:
        await Produk.filter(id=row.id).update(status=old.value)
        if await dunia.products.move(row, new):
            moved.add(new)
        stands = P((await Produk.get(id=row.id)).status)
        assert stands is (new if new in moved else old)
    assert moved == {new for new in P if allowed_produk(old, new)}


async def test_a_move_is_one_line_of_history_and_a_refused_one_is_none(dunia: Dunia) -> None:
    row = await dunia.produk(P.TERBIT)
    assert not await dunia.products.move(row, P.DISERAHKAN)
    assert await dunia.products.move(row, P.TERKIRIM)
    assert [line.aksi for line in await riwayat.of(row.id)] == ["produk_terkirim"]


async def test_of_two_who_move_a_product_at_once_one_does(dunia: Dunia) -> None:
    row = await dunia.produk(P.TERBIT)
    moved = await asyncio.gather(
        dunia.products.move(row, P.TERKIRIM), dunia.products.move(row, P.TERKIRIM)
    )
    assert sorted(moved) == [False, True]


async def test_the_document_of_a_product_is_fixed_once(dunia: Dunia) -> None:
    row = await dunia.produk()
    assert await dunia.products.fix_document(row) == row.dokumen_id


async def test_a_product_is_found_by_its_document(dunia: Dunia) -> None:
    row = await dunia.produk()
    assert row.dokumen_id is not None
    found = await dunia.products.of_document(row.dokumen_id)
    assert found is not None
    assert found.id == row.id


async def test_handing_over_keeps_who_collected_it(dunia: Dunia) -> None:
    row = await dunia.produk(P.SIAP_DIAMBIL)
    sealed = dunia.book.seal_penerima(row.id, PENGAMBIL)
    assert await dunia.products.hand_over(row, sealed, by=ANI)
    after = await Produk.get(id=row.id)
    assert (after.status, dunia.book.penerima(after)) == (P.DISERAHKAN, PENGAMBIL)
    assert (await riwayat.of(row.id))[-1].pelaku == by_officer(ANI)


async def test_what_is_not_ready_is_not_handed_over(dunia: Dunia) -> None:
    row = await dunia.produk(P.DICETAK)
    sealed = dunia.book.seal_penerima(row.id, PENGAMBIL)
    assert not await dunia.products.hand_over(row, sealed, by=ANI)
    assert (await Produk.get(id=row.id)).penerima is None


async def test_a_case_has_arrived_when_its_last_product_has(dunia: Dunia) -> None:
    case = await dunia.filed(KK_EMAIL, KK_AMBIL)
    first, last = await dunia.cases.products(case.id)
    await Produk.filter(id=first.id).update(status=P.TERKIRIM.value)
    assert not await dunia.products.all_arrived(case.id)
    await Produk.filter(id=last.id).update(status=P.DISERAHKAN.value)
    assert await dunia.products.all_arrived(case.id)


@pytest.mark.parametrize("status", list(P))
async def test_arrived_means_mailed_downloaded_or_handed_over(dunia: Dunia, status: P) -> None:
    row = await dunia.produk(status)
    arrived = await dunia.products.all_arrived(row.permohonan_id)
    assert arrived == (status in ARRIVED)


async def test_a_case_without_products_has_not_arrived(dunia: Dunia) -> None:
    assert not await dunia.products.all_arrived((await dunia.draft()).id)
