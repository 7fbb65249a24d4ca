from datetime import timedelta

import pytest

from core.store import inbox, outbox, unit_of_work
from core.store.inbox import AlreadyHandled, KeadaanMasuk
from core.store.models import Inbox, Outbox
from tests.core.store.bahan import NOW, keluar, masuk

pytestmark = pytest.mark.usefixtures("basis_data")


async def waiting(*, busy: tuple[str, ...] = ()) -> Inbox:
    row = await inbox.next_waiting(busy=busy)
    assert row is not None
    return row


async def test_a_known_update_with_the_same_body_is_stored_once() -> None:
    assert await inbox.store([masuk(1)], now=NOW) == 1
    assert await inbox.store([masuk(1)], now=NOW) == 0
    assert await Inbox.all().count() == 1


async def test_a_known_id_with_another_body_is_a_new_update() -> None:
    await inbox.store([masuk(1, sidik="a")], now=NOW)
    assert await inbox.store([masuk(1, sidik="b")], now=NOW) == 1


async def test_the_new_ones_of_a_batch_are_stored_beside_the_known() -> None:
    await inbox.store([masuk(1)], now=NOW)
    assert await inbox.store([masuk(1), masuk(2), masuk(2), masuk(3)], now=NOW) == 2


async def test_an_empty_batch_is_nothing() -> None:
    assert await inbox.store([], now=NOW) == 0


async def test_updates_wait_in_the_order_in_which_they_came() -> None:
    await inbox.store([masuk(2), masuk(1)], now=NOW)
    assert (await waiting()).update_id == 2


async def test_a_busy_lane_keeps_its_updates_waiting_and_no_others() -> None:
    await inbox.store([masuk(1, jalur="a"), masuk(2, jalur="a"), masuk(3, jalur="b")], now=NOW)
    assert (await waiting(busy=("a",))).update_id == 3


async def test_one_chat_that_writes_a_lot_does_not_hold_up_the_others() -> None:
    flood = [masuk(n, jalur="banjir") for n in range(500)]
    await inbox.store([*flood, masuk(900, jalur="tenang")], now=NOW)
    assert (await waiting(busy=("banjir",))).update_id == 900


async def test_nothing_waits_when_every_lane_is_busy() -> None:
    await inbox.store([masuk(1, jalur="a")], now=NOW)
    assert await inbox.next_waiting(busy={"a": 1}.keys()) is None


async def test_a_settled_update_loses_its_body_and_waits_no_more() -> None:
    await inbox.store([masuk(1)], now=NOW)
    await inbox.mark_done(await waiting())
    row = await Inbox.get(update_id=1)
    assert (row.keadaan, row.muatan) == (KeadaanMasuk.SELESAI, None)
    assert await inbox.next_waiting(busy=()) is None


async def test_a_settled_update_is_still_recognised() -> None:
    await inbox.store([masuk(1)], now=NOW)
    await inbox.mark_done(await waiting())
    assert await inbox.store([masuk(1)], now=NOW) == 0


async def test_what_two_handle_at_once_commits_once() -> None:
    await inbox.store([masuk(1)], now=NOW)
    row = await waiting()

    @unit_of_work
    async def handle(kunci: str) -> None:
        await outbox.put(keluar(kunci))
        await inbox.mark_done(row)

    await handle("pertama")
    with pytest.raises(AlreadyHandled):
        await handle("kedua")
    assert [one.kunci for one in await Outbox.all()] == ["pertama"]


async def test_an_update_is_set_aside_after_five_failures_and_frees_its_lane() -> None:
    await inbox.store([masuk(1), masuk(2)], now=NOW)
    aside = [await inbox.mark_failed(await waiting()) for _ in range(5)]
    assert aside == [False, False, False, False, True]
    assert (await waiting()).update_id == 2


async def test_an_update_that_was_set_aside_keeps_its_body() -> None:
    await inbox.store([masuk(1)], now=NOW)
    for _ in range(5):
        await inbox.mark_failed(await waiting())
    row = await Inbox.get(update_id=1)
    assert (row.keadaan, row.muatan) == (KeadaanMasuk.DISISIHKAN, b"tersegel")


async def test_a_failure_after_somebody_settled_it_changes_nothing() -> None:
    await inbox.store([masuk(1)], now=NOW)
    row = await waiting()
    await inbox.mark_done(row)
    assert not await inbox.mark_failed(row)
    assert (await Inbox.get(update_id=1)).keadaan == KeadaanMasuk.SELESAI


async def test_purging_forgets_what_is_settled_and_old_and_nothing_else() -> None:
    await inbox.store([masuk(1), masuk(2, jalur="lain")], now=NOW - timedelta(hours=49))
    await inbox.mark_done(await waiting())
    await inbox.store([masuk(3)], now=NOW)
    await inbox.mark_done(await waiting(busy=("lain",)))
    assert await inbox.purge(before=NOW - timedelta(hours=48)) == 1
    assert sorted([row.update_id for row in await Inbox.all()]) == [2, 3]
