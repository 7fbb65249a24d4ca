from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest

from core.permohonan import Kejadian, PeristiwaDokumen, StatusProduk
from core.permohonan.models import Produk
from core.store import new_id, riwayat, unit_of_work
from core.store.models import Outbox, Riwayat
from tests.core.permohonan.dunia import Dunia

P = StatusProduk
Event = Callable[[PeristiwaDokumen, UUID], Awaitable[None]]
OPENED: Event = PeristiwaDokumen.opened
DOWNLOADED: Event = PeristiwaDokumen.downloaded
PRINTED: Event = PeristiwaDokumen.printed
ATTACKED: Event = PeristiwaDokumen.attacked
ALL = [OPENED, DOWNLOADED, PRINTED, ATTACKED]


async def tell(dunia: Dunia, event: Event, row: Produk) -> None:
    assert row.dokumen_id is not None
    await event(dunia.peristiwa, row.dokumen_id)


async def acts(row: Produk) -> list[str]:
    return [line.aksi for line in await riwayat.of(row.id)]


async def notices() -> list[Kejadian]:
    return [Kejadian.load(bytes(row.muatan or b"")) for row in await Outbox.all().order_by("id")]


@pytest.mark.parametrize(
    ("event", "old", "new", "lines", "kode"),
    [
        (DOWNLOADED, P.TERBIT, P.DIUNDUH, ["tautan_diunduh", "produk_diunduh"], "diunduh"),
        (DOWNLOADED, P.TERKIRIM, P.DIUNDUH, ["tautan_diunduh", "produk_diunduh"], "diunduh"),
        (PRINTED, P.SIAP_DICETAK, P.DICETAK, ["tautan_dicetak", "produk_dicetak"], "dicetak"),
        (ATTACKED, P.TERKIRIM, P.TERKIRIM, ["tautan_diserang"], "diserang"),
        (OPENED, P.TERKIRIM, P.TERKIRIM, ["tautan_dibuka"], "dibuka"),
    ],
)
async def test_an_event_moves_the_product_writes_history_and_leaves_one_notice(
    dunia: Dunia, event: Event, old: P, new: P, lines: list[str], kode: str
) -> None:
    row = await dunia.produk(old)
    await tell(dunia, event, row)
    assert (await Produk.get(id=row.id)).status == new
    assert await acts(row) == lines
    assert await notices() == [Kejadian(kode, row.id)]


@pytest.mark.parametrize(
    ("event", "old"),
    [(DOWNLOADED, P.TERKIRIM), (PRINTED, P.SIAP_DICETAK), (ATTACKED, P.TERKIRIM)],
)
async def test_the_same_event_again_leaves_no_second_notice(
    dunia: Dunia, event: Event, old: P
) -> None:
    row = await dunia.produk(old)
    await tell(dunia, event, row)
    await tell(dunia, event, row)
    assert len(await notices()) == 1


async def test_a_print_of_what_was_already_collected_moves_nothing_back(dunia: Dunia) -> None:
    row = await dunia.produk(P.DISERAHKAN)
    await tell(dunia, PRINTED, row)
    assert (await Produk.get(id=row.id)).status == P.DISERAHKAN
    assert await notices() == []


@pytest.mark.parametrize("event", ALL)
async def test_an_unknown_document_is_nothing(dunia: Dunia, event: Event) -> None:
    await event(dunia.peristiwa, new_id())
    assert (await Riwayat.all().count(), await Outbox.all().count()) == (0, 0)


async def test_an_event_goes_with_the_unit_of_work_around_it(dunia: Dunia) -> None:
    row = await dunia.produk(P.TERKIRIM)

    @unit_of_work
    async def fails() -> None:
        await tell(dunia, DOWNLOADED, row)
        raise LookupError

    with pytest.raises(LookupError):
        await fails()
    assert (await Produk.get(id=row.id)).status == P.TERKIRIM
    assert (await acts(row), await notices()) == ([], [])


async def test_the_notice_waits_in_the_lane_of_its_product(dunia: Dunia) -> None:
    row = await dunia.produk(P.TERKIRIM)
    await tell(dunia, DOWNLOADED, row)
    notice = await Outbox.get()
    assert (notice.jenis, notice.jalur, notice.subjek) == ("peristiwa", f"produk:{row.id}", row.id)
