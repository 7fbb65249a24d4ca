from delivery.models import Dokumen, KodeLoket, Percobaan, StatusTautan, Tautan, Tiket
from delivery.sapu import sweep
from tests.delivery.dunia import PDF, Dunia, Peramban
from tests.delivery.test_page_link import another_password, door
from vault import new_code


async def test_nothing_that_is_still_good_is_swept(dunia: Dunia, peramban: Peramban) -> None:
    terbit = await dunia.publish()
    await dunia.penerbit.mint_loket(dunia.dokumen_id)
    dunia.clock.forward(days=13)
    await sweep(now=dunia.clock())
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi) as answer:
        assert answer.status == 303
    await sweep(now=dunia.clock())
    assert await Tiket.all().count() == 1
    assert (await Dokumen.get()).persiapan is not None


async def test_after_its_days_a_link_leaves_no_secret_behind(
    dunia: Dunia, peramban: Peramban
) -> None:
    terbit = await dunia.publish()
    await dunia.penerbit.mint_loket(dunia.dokumen_id)
    async with peramban.post(door(terbit), "kata_sandi", another_password(terbit)):
        pass
    async with peramban.post(door(terbit), "kata_sandi", terbit.kata_sandi):
        pass
    dunia.clock.forward(days=31)
    for _ in range(2):  # a repeated run ends the same
        await sweep(now=dunia.clock())
        tautan = await Tautan.get()
        assert tautan.status == StatusTautan.KEDALUWARSA
        assert tautan.bungkus is None
        assert (await Dokumen.get()).persiapan is None
        for table in (Tiket, KodeLoket, Percobaan):
            assert await table.all().count() == 0
    assert await dunia.penerbit.open_archive(dunia.dokumen_id) == PDF


async def test_a_document_that_is_only_printed_here_forgets_its_secrets_too(
    dunia: Dunia, peramban: Peramban
) -> None:
    await dunia.store()
    async with peramban.post("/loket", "kode", new_code()):
        pass
    dunia.clock.forward(days=29)
    await sweep(now=dunia.clock())
    assert (await Dokumen.get()).persiapan is not None
    dunia.clock.forward(days=1)
    await sweep(now=dunia.clock())
    assert (await Dokumen.get()).persiapan is None
