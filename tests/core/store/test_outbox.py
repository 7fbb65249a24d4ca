import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.store import JenisKeluar, KeadaanKeluar, Keluar, new_id, outbox
from core.store.models import Outbox
from tests.core.store.bahan import MINUTE, NOW, keluar

pytestmark = pytest.mark.usefixtures("basis_data")
TELEGRAM, EMAIL = JenisKeluar.TELEGRAM, JenisKeluar.EMAIL


async def due(
    *, busy: tuple[str, ...] = (), minutes: int = 0, jenis: JenisKeluar = TELEGRAM
) -> Outbox:
    row = await outbox.next_due(jenis, now=NOW + minutes * MINUTE, busy=busy)
    assert row is not None
    return row


async def put_off(message: Keluar) -> None:
    """Put a message down that was tried in vain once, and waits for its instant."""
    await outbox.put(message)
    await Outbox.filter(kunci=message.kunci).update(sebab="429")


async def test_the_same_key_is_put_down_once() -> None:
    assert await outbox.put(keluar("a"))
    assert not await outbox.put(keluar("a"))
    assert await Outbox.all().count() == 1


async def test_a_key_stays_used_after_its_message_has_left() -> None:
    await outbox.put(keluar("a"))
    await outbox.settle(await due(), KeadaanKeluar.TERKIRIM, now=NOW)
    assert not await outbox.put(keluar("a"))


async def test_messages_of_a_lane_leave_in_the_order_in_which_they_were_put() -> None:
    left = []
    for kunci in "cab":
        await outbox.put(keluar(kunci))
    for _ in range(3):
        row = await due()
        left.append(row.kunci)
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=NOW)
    assert left == ["c", "a", "b"]


async def test_lanes_leave_beside_each_other() -> None:
    await outbox.put(keluar("a", jalur="1"))
    await outbox.put(keluar("b", jalur="2"))
    assert (await due(busy=("1",))).kunci == "b"


async def test_a_head_that_is_not_due_blocks_its_lane_and_no_other() -> None:
    await put_off(keluar("kepala", jalur="1", mulai_at=NOW + MINUTE))
    await outbox.put(keluar("ekor", jalur="1"))
    await outbox.put(keluar("lain", jalur="2"))
    assert (await due()).kunci == "lain"
    assert (await due(minutes=1)).kunci == "kepala"


async def test_the_doors_do_not_block_each_other() -> None:
    await put_off(keluar("surat", jenis=EMAIL, mulai_at=NOW + MINUTE))
    await outbox.put(keluar("pesan"))
    assert (await due()).kunci == "pesan"


async def test_a_long_busy_lane_does_not_hide_the_others() -> None:
    for number in range(450):
        await outbox.put(keluar(f"{number}", jalur="banjir"))
    await outbox.put(keluar("tenang", jalur="tenang"))
    assert (await due(busy=("banjir",))).kunci == "tenang"


async def test_s06_what_was_put_down_before_the_clock_was_set_back_leaves_at_once() -> None:
    for kunci, minutes in (("a", 120), ("b", 0)):
        await outbox.put(keluar(kunci, mulai_at=NOW + minutes * MINUTE))
    for kunci in "ab":
        row = await due()
        assert row.kunci == kunci
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=NOW)


async def test_s06_no_message_waits_longer_than_any_pause_of_ours() -> None:
    await put_off(keluar("a", mulai_at=NOW + 600 * MINUTE))
    assert (await due()).kunci == "a"


async def test_whoever_was_overtaken_changes_nothing() -> None:
    await outbox.put(keluar("a", jenis=EMAIL))
    mine, other = await due(jenis=EMAIL), await due(jenis=EMAIL)
    await outbox.advance(other, KeadaanKeluar.AMPLOP)
    with pytest.raises(outbox.Overtaken):
        await outbox.postpone(mine, until=NOW, sebab="terlambat")
    with pytest.raises(outbox.Overtaken):
        await outbox.settle(mine, KeadaanKeluar.GAGAL, now=NOW)
    assert (await Outbox.get(kunci="a")).keadaan == KeadaanKeluar.AMPLOP
    await outbox.settle(mine, KeadaanKeluar.TERKIRIM, now=NOW)
    assert (await Outbox.get(kunci="a")).keadaan == KeadaanKeluar.TERKIRIM


async def test_a_look_searches_by_index_and_never_walks_what_was_sent(
    put_on_record: Callable[[str], None],
) -> None:
    rows = [
        Outbox(
            id=new_id(),
            jenis=TELEGRAM.value,
            jalur="banjir",
            kunci=str(number),
            keadaan="antre" if number < 1500 else "terkirim",
            mulai_at=NOW,
            sebab="" if number else "429",
            muatan=b"x",
        )
        for number in range(6000)
    ]
    await Outbox.bulk_create(rows, batch_size=500)
    await Outbox.filter(kunci="0").update(mulai_at=NOW + MINUTE)
    began = time.perf_counter()
    assert await outbox.next_due(TELEGRAM, now=NOW, busy=()) is None
    millis = (time.perf_counter() - began) * 1000
    put_on_record(f"outbox: a look at 1,500 waiting behind a resting head: {millis:.0f} ms")


async def test_a_message_leaves_at_its_instant_and_not_before() -> None:
    await put_off(keluar("a", mulai_at=NOW + MINUTE))
    assert await outbox.next_due(TELEGRAM, now=NOW, busy=()) is None
    assert (await due(minutes=1)).kunci == "a"


async def test_a_postponed_message_still_leaves_before_its_followers() -> None:
    await outbox.put(keluar("a"))
    await outbox.put(keluar("b"))
    await outbox.postpone(await due(), until=NOW + MINUTE, sebab="429")
    assert await outbox.next_due(TELEGRAM, now=NOW, busy=()) is None
    assert (await due(minutes=1)).kunci == "a"


async def test_a_postponed_message_counts_its_attempts_and_tells_why() -> None:
    await outbox.put(keluar("a"))
    await outbox.postpone(await due(), until=NOW, sebab="429")
    await outbox.postpone(await due(), until=NOW, sebab="TimedOut")
    row = await due()
    assert (row.percobaan, row.sebab) == (2, "TimedOut")


@pytest.mark.parametrize("end", [KeadaanKeluar.TERKIRIM, KeadaanKeluar.GAGAL])
async def test_a_settled_message_loses_its_payload_and_frees_its_lane(end: KeadaanKeluar) -> None:
    await outbox.put(keluar("a"))
    await outbox.put(keluar("b"))
    await outbox.settle(await due(), end, now=NOW, sebab="ditolak")
    row = await Outbox.get(kunci="a")
    assert (row.keadaan, row.muatan, row.selesai_at, row.sebab) == (end, None, NOW, "ditolak")
    assert (await due()).kunci == "b"


async def test_a_mail_in_doubt_keeps_its_payload_and_is_due_again_when_its_time_has_come() -> None:
    await outbox.put(keluar("a", jenis=EMAIL))
    await outbox.doubt(await due(jenis=EMAIL), until=NOW + MINUTE, sebab="terputus")
    assert await outbox.next_due(EMAIL, now=NOW, busy=()) is None
    row = await due(jenis=EMAIL, minutes=1)
    assert (row.keadaan, row.muatan, row.selesai_at) == (KeadaanKeluar.RAGU, b"tersegel", None)


async def test_a_mail_in_doubt_holds_no_other_of_its_lane_back() -> None:
    await outbox.put(keluar("a", jenis=EMAIL))
    await outbox.put(keluar("b", jenis=EMAIL))
    await outbox.doubt(await due(jenis=EMAIL), until=NOW + MINUTE, sebab="terputus")
    assert (await due(jenis=EMAIL)).kunci == "b"


async def test_a_mail_whose_doubt_was_settled_is_never_due_again() -> None:
    await outbox.put(keluar("a", jenis=EMAIL))
    await outbox.settle(await due(jenis=EMAIL), KeadaanKeluar.RAGU, now=NOW)
    assert await outbox.next_due(EMAIL, now=NOW + MINUTE, busy=()) is None


async def test_a_mail_interrupted_before_its_data_is_sent_again() -> None:
    await outbox.put(keluar("a", jenis=EMAIL))
    await outbox.advance(await due(jenis=EMAIL), KeadaanKeluar.AMPLOP)
    assert (await due(jenis=EMAIL)).kunci == "a"


async def test_a_mail_interrupted_in_its_data_is_found_again_as_it_was_left() -> None:
    await outbox.put(keluar("a", jenis=EMAIL))
    await outbox.put(keluar("b", jenis=EMAIL))
    await outbox.advance(await due(jenis=EMAIL), KeadaanKeluar.DATA)
    row = await due(jenis=EMAIL)
    assert (row.kunci, row.keadaan, row.muatan) == ("a", KeadaanKeluar.DATA, b"tersegel")


async def test_a_mail_that_another_process_has_advanced_is_not_ours_any_more() -> None:
    await outbox.put(keluar("a", jenis=EMAIL))
    mine, other = await due(jenis=EMAIL), await due(jenis=EMAIL)
    await outbox.advance(other, KeadaanKeluar.AMPLOP)
    assert await outbox.again(mine) is None
    with pytest.raises(outbox.Overtaken):
        await outbox.advance(mine, KeadaanKeluar.AMPLOP)


WISHES = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.booleans()), max_size=12)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(WISHES)
async def test_whatever_is_postponed_every_lane_leaves_in_order(
    wishes: list[tuple[str, int, bool]],
) -> None:
    await Outbox.all().delete()
    for number, (jalur, minutes, _) in enumerate(wishes):
        await put_off(keluar(f"{number:02}", jalur=jalur, mulai_at=NOW + minutes * MINUTE))
    left: dict[str, list[str]] = {}
    minute, again = 0, {f"{n:02}" for n, wish in enumerate(wishes) if wish[2]}
    while await Outbox.filter(keadaan="antre").exists():
        row = await outbox.next_due(TELEGRAM, now=NOW + minute * MINUTE, busy=())
        if row is None:
            minute += 1
        elif row.kunci in again:
            again.remove(row.kunci)
            await outbox.postpone(row, until=NOW + (minute + 2) * MINUTE, sebab="429")
        else:
            left.setdefault(row.jalur, []).append(row.kunci)
            await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=NOW)
    assert all(keys == sorted(keys) for keys in left.values())
