"""What Telegram will never take closes no chat, and somebody hears of it."""

import asyncio
import errno
from uuid import UUID

import pytest

from core.bot.models import Kartu
from core.bot.pace import UNLIMITED, Pace
from core.bot.petugas import words
from core.bot.petugas.cards import GRUP
from core.bot.tidings import Tidings
from core.bot.turn import Act, Turn
from core.store import unit_of_work
from core.store.models import Outbox
from tests.core.bot.bangku import Bench
from tests.core.bot.ruang import GROUP, RINA, Ruang

CASE = UUID(int=7)


@pytest.fixture(autouse=True)
def office(bench: Bench) -> Tidings:
    """The real tidings hear of what was lost."""
    tidings = Tidings(bench.ruang.alat)
    bench.when_lost = tidings.lost
    return tidings


async def _with_card(turn: Turn) -> None:
    await turn.say(RINA, "satu", card=await turn.new_card("tanya", RINA, case_id=None))


async def _about_a_case(turn: Turn) -> None:
    await turn.say(RINA, "satu", subject=CASE)


async def _lasting(turn: Turn) -> None:
    await turn.say(RINA, "satu", lasting=True)


WAITED_FOR = pytest.mark.parametrize("act", [_with_card, _about_a_case, _lasting])


async def _end(bench: Bench) -> None:
    """Let every try of every message be made."""
    for _ in range(7):
        await bench.quiet()
        bench.ruang.clock.forward(minutes=1)
    await bench.quiet()


@WAITED_FOR
async def test_the_office_hears_of_a_refused_message_that_somebody_waits_for(
    bench: Bench, act: Act
) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 400)
    await bench.put("satu", act)
    assert await bench.hears(1, GROUP) == [words.PESAN_GAGAL]
    assert await Outbox.filter(keadaan="gagal", muatan=None).count() == 1


async def test_it_hears_so_once_a_day(bench: Bench) -> None:
    for day in range(2):
        await bench.ruang.klien.ganggu("sendMessage", 400)
        await bench.say(f"satu {day}", lasting=True)
        await bench.hears(day + 1, GROUP)
        await bench.ruang.klien.ganggu("sendMessage", 400)
        await bench.say(f"dua {day}", lasting=True)
        await bench.quiet()
        assert await bench.heard(GROUP) == [words.PESAN_GAGAL] * (day + 1)
        bench.ruang.clock.forward(days=1)


async def test_a_message_that_nobody_waits_for_is_given_up_silently(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 400)
    await bench.say("sapaan", "sesudahnya")
    assert await bench.hears(1) == ["sesudahnya"]
    await bench.quiet()
    assert await bench.heard(GROUP) == []


async def test_an_alert_that_is_refused_itself_is_not_alerted_of(
    bench: Bench, office: Tidings
) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 400, kali=2)
    await bench.say("satu", lasting=True)
    await _end(bench)
    assert await Outbox.filter(keadaan="gagal").count() == await Outbox.all().count() == 2
    alert = await Outbox.filter(jalur=bench.ruang.mint.ruang(GROUP)).get()
    bench.ruang.clock.forward(days=1)
    await unit_of_work(office.lost)(alert)
    assert await Outbox.all().count() == 2


@pytest.mark.parametrize("spoilt", [b"", b"spoilt", None])
async def test_a_payload_that_does_not_open_closes_no_chat(
    bench: Bench, spoilt: bytes | None
) -> None:
    async def act(turn: Turn) -> None:
        await turn.say(RINA, "rusak", key="rusak")
        await Outbox.filter(kunci="rusak").update(muatan=spoilt)
        await turn.say(RINA, "sesudahnya")

    await bench.put("rusak", act)
    await _end(bench)
    assert await bench.heard() == ["sesudahnya"]
    row = await Outbox.get(kunci="rusak")
    assert (row.keadaan, row.sebab, row.percobaan) == ("gagal", "Unreadable", 5)
    assert await bench.heard(GROUP) == [words.PESAN_GAGAL]


async def test_a_drawing_is_not_put_off_for_one_that_does_not_open(bench: Bench) -> None:
    card = await bench.card("lama")

    async def act(turn: Turn) -> None:
        await turn.redraw(card, "baru")
        await turn.redraw(card, "rusak")
        last = await Outbox.filter(kartu_id=card.id).order_by("-id").first()
        assert last is not None
        await Outbox.filter(id=last.id).update(muatan=b"spoilt")

    await bench.put("lagi", act)
    await _end(bench)
    assert await bench.heard() == ["baru"]


async def test_the_card_of_a_case_that_was_given_up_is_drawn_next_as_a_new_message(
    bench: Bench,
) -> None:
    made: list[Kartu] = []

    async def post(turn: Turn) -> None:
        made.append(await turn.new_card(GRUP, GROUP, case_id=CASE))
        await turn.say(GROUP, "kartu", card=made[0], subject=CASE)

    async def redraw(turn: Turn) -> None:
        await turn.redraw(made[0], "kartu lagi")

    await bench.put("kartu", post)
    await bench.hears(1, GROUP)
    await bench.quiet()
    before = (await Kartu.get(id=made[0].id)).pesan_id
    await bench.ruang.klien.ganggu("editMessageText", 400)
    await bench.put("satu", redraw)
    assert await bench.hears(2, GROUP) == ["kartu", words.PESAN_GAGAL]
    assert (await Kartu.get(id=made[0].id)).pesan_id is None
    await bench.put("dua", redraw)
    assert await bench.hears(3, GROUP) == ["kartu", words.PESAN_GAGAL, "kartu lagi"]
    await bench.quiet()
    assert (await Kartu.get(id=made[0].id)).pesan_id not in (None, before)


async def test_an_alert_that_cannot_be_made_keeps_no_chat_closed(bench: Bench) -> None:
    async def fail(row: Outbox) -> None:
        raise ValueError("no words")

    bench.when_lost = fail
    await bench.ruang.klien.ganggu("sendMessage", 400)
    await bench.say("satu", "dua", lasting=True)
    assert await bench.hears(1) == ["dua"]
    assert await Outbox.filter(keadaan="gagal", muatan=None).count() == 1


async def test_loss_and_alert_are_written_down_together_or_not_at_all(
    bench: Bench, office: Tidings
) -> None:
    troubles = [OSError(errno.ENOSPC, "full")]

    async def full(row: Outbox) -> None:
        await office.lost(row)
        if troubles:
            raise troubles.pop()

    bench.when_lost = full
    await bench.ruang.klien.ganggu("sendMessage", 400, kali=2)
    await bench.say("satu", lasting=True)
    assert await bench.hears(1, GROUP) == [words.PESAN_GAGAL]
    assert await bench.count("sendMessage", 400) == 2, "the first loss was not written down"


async def test_a_clock_that_is_set_back_makes_nobody_wait_longer(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [0.0]
    monkeypatch.setattr(ruang, "pace", lambda limits: Pace(lambda: seconds[0], limits))
    bench = Bench(ruang, UNLIMITED)
    working = asyncio.create_task(bench.sender.lanes.run())
    await ruang.klien.ganggu("sendMessage", 429, tunda=30)
    await bench.say("satu")
    async with asyncio.timeout(30):
        while not await Outbox.exists(sebab="429"):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    ruang.clock.forward(hours=-2)
    seconds[0] += 29
    assert await bench.heard() == []
    seconds[0] += 2
    bench.sender.lanes.wake()
    assert await bench.hears(1) == ["satu"]
    await bench.sender.lanes.stop()
    await working
