"""Telegram refuses, hangs up, and moves groups: nothing is lost, and nobody waits for another."""

import pytest

from core.bot import talks
from core.bot.models import Kartu, Percakapan
from core.bot.pace import TELEGRAM, Limits
from core.bot.turn import Turn
from core.store import outbox, unit_of_work
from core.store.models import Outbox
from tests.core.bot.bangku import Bench
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, TAMU, WULAN

NOBODY = 799999999
HELD = pytest.mark.parametrize("limits", [TELEGRAM], ids=["telegram"])


async def _met(bench: Bench, who: int) -> str:
    mint = bench.ruang.mint
    await talks.meet(mint, who)
    return mint.ruang(who)


async def _waits(bench: Bench, who: int) -> list[Outbox]:
    return await Outbox.filter(jalur=bench.ruang.mint.ruang(who), keadaan="antre")


async def test_a_429_of_one_chat_stops_no_other(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 429, tunda=600)
    await bench.say("tertahan")
    await bench.tries("sendMessage", 429)
    await bench.say("satu", "dua", to=AGUS)
    assert await bench.hears(2, AGUS) == ["satu", "dua"]
    assert await bench.heard() == []
    (row,) = await _waits(bench, RINA)
    assert (row.percobaan, row.sebab) == (0, "429"), "Telegram's pace is no fault of a message"


async def test_three_chats_refused_in_a_row_are_a_limit_of_all(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 429, kali=3, tunda=60)
    for number, who in enumerate((RINA, AGUS, WULAN), 1):
        await bench.say("satu", to=who)
        await bench.tries("sendMessage", 429, number)
    await bench.everybody_rests()
    await bench.say("sesudah", to=TAMU)
    assert await bench.heard(TAMU) == []
    bench.ruang.clock.forward(seconds=61)
    for who in (RINA, AGUS, WULAN, TAMU):
        bench.sender.lanes.wake()
        assert len(await bench.hears(1, who)) == 1


@HELD
async def test_a_chat_gets_a_burst_and_then_waits_while_others_are_served(
    bench: Bench, limits: Limits
) -> None:
    await bench.say(*"12345")
    assert await bench.hears(3) == ["1", "2", "3"]
    await bench.say("satu", to=AGUS)
    assert await bench.hears(1, AGUS) == ["satu"]
    assert await bench.heard() == ["1", "2", "3"]
    assert {row.percobaan for row in await _waits(bench, RINA)} == {0}
    bench.ruang.clock.forward(seconds=3)
    bench.sender.lanes.wake()
    assert await bench.hears(5) == ["1", "2", "3", "4", "5"]


@HELD
async def test_a_group_gets_no_more_than_twenty_in_a_minute(bench: Bench, limits: Limits) -> None:
    await bench.say(*map(str, range(24)), to=GROUP)
    for step in range(7):
        assert len(await bench.hears(min(3 * step + 3, 20), GROUP)) <= 20
        bench.ruang.clock.forward(seconds=3)
        bench.sender.lanes.wake()
    assert len(await bench.heard(GROUP)) == 20
    bench.ruang.clock.forward(seconds=60)
    bench.sender.lanes.wake()
    assert len(await bench.hears(23, GROUP)) >= 23


async def test_what_a_citizen_must_know_is_kept_while_he_blocks_us(bench: Bench) -> None:
    lane = await _met(bench, BUDI)
    await bench.ruang.klien.blokir(BUDI)
    await bench.say("sapaan", to=BUDI)
    await bench.say("ditolak", "perbaiki", to=BUDI, lasting=True)
    await bench.quiet()
    assert (await Percakapan.get(ruang=lane)).diblokir
    assert bench.blocked == [lane]
    assert await Outbox.filter(keadaan="tertahan", muatan__isnull=False).count() == 2
    assert await Outbox.filter(keadaan="gagal", muatan=None).count() == 1
    await bench.ruang.klien.buka_blokir(BUDI)
    await bench.ruang.klien.tulis(BUDI, "/start")
    await unit_of_work(talks.unblock)(bench.ruang.mint, BUDI)
    bench.sender.lanes.wake()
    assert await bench.hears(2, BUDI) == ["ditolak", "perbaiki"]


async def test_what_is_held_too_long_is_given_up(bench: Bench) -> None:
    await _met(bench, BUDI)
    await bench.say("ditolak", to=BUDI, lasting=True)
    await bench.quiet()
    clock = bench.ruang.clock
    clock.forward(days=30)
    assert await outbox.drop_held(before=clock(), now=clock()) == 1
    assert await Outbox.filter(keadaan="gagal", muatan=None).count() == 1


async def test_s09_a_chat_that_does_not_exist_is_marked_and_not_asked_again(
    bench: Bench,
) -> None:
    lane = await _met(bench, NOBODY)
    await bench.say("halo", to=NOBODY)
    await bench.quiet()
    assert bench.blocked == [lane]
    calls = await bench.ruang.klien.panggilan("sendMessage")
    assert [one.kode for one in calls] == [400]


async def test_a_group_that_shuts_us_out_keeps_its_messages_waiting(bench: Bench) -> None:
    klien, clock = bench.ruang.klien, bench.ruang.clock
    await klien.keluarkan_bot(GROUP)
    await bench.say("satu", "dua", to=GROUP)
    await bench.tries("sendMessage", 403)
    clock.forward(seconds=2)
    bench.sender.lanes.wake()
    await bench.tries("sendMessage", 403, 2)
    assert len(await _waits(bench, GROUP)) == 2
    assert bench.blocked == []
    await klien.undang_bot(GROUP)
    clock.forward(minutes=5)
    bench.sender.lanes.wake()
    assert await bench.hears(2, GROUP) == ["satu", "dua"]


async def test_a_card_that_was_never_sent_is_sent_when_it_is_drawn_next(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 400)
    card = await bench.card("kartu", GROUP)
    assert card.pesan_id is None

    async def act(turn: Turn) -> None:
        await turn.redraw(card, "kartu lagi")

    await bench.put("lagi", act)
    assert await bench.hears(1, GROUP) == ["kartu lagi"]
    await bench.quiet()
    assert (await Kartu.get(id=card.id)).pesan_id is not None


async def test_a_keyboard_of_a_card_that_was_never_sent_needs_no_taking_off(
    bench: Bench,
) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 400)
    card = await bench.card()

    async def act(turn: Turn) -> None:
        await turn.strip(card)

    await bench.put("lepas", act)
    await bench.quiet()
    assert await bench.ruang.klien.panggilan("editMessageReplyMarkup") == ()
    assert await Outbox.filter(keadaan="antre").count() == 0


async def test_drawings_that_pile_up_are_drawn_once_as_they_are_now(bench: Bench) -> None:
    card = await bench.card("0", GROUP)
    await bench.ruang.klien.ganggu("editMessageText", 429, tunda=30)

    async def act(turn: Turn) -> None:
        for number in range(1, 6):
            await turn.redraw(card, str(number))

    await bench.put("lagi", act)
    await bench.quiet()
    bench.ruang.clock.forward(seconds=31)
    await bench.quiet()
    assert await bench.heard(GROUP) == ["5"]
    assert await bench.count("editMessageText", 200) == 1
    assert await Outbox.filter(keadaan="terkirim").count() == 6


async def test_an_answer_that_never_came_is_a_message_sent_again(bench: Bench) -> None:
    """The card's own id is the one that was learned; the twin stays and counts for nothing."""
    await bench.ruang.klien.putus("sendMessage")
    card = await bench.card()
    assert card.pesan_id is None
    bench.ruang.clock.forward(seconds=2)
    bench.sender.lanes.wake()
    await bench.hears(2)
    await bench.quiet()
    last = (await bench.ruang.klien.pesan(RINA))[-1]
    assert (await Kartu.get(id=card.id)).pesan_id == last.id


async def test_a_call_that_hangs_holds_up_its_own_chat_only(bench: Bench) -> None:
    await bench.ruang.klien.diam("sendMessage", detik=600)
    await bench.say("menggantung")
    await bench.tries("sendMessage", 0)
    await bench.say("satu", "dua", to=AGUS)
    assert await bench.hears(2, AGUS) == ["satu", "dua"]
    assert await bench.heard() == []
    await bench.ruang.sandbox.stop()  # lets the silent call go


async def test_s03_what_was_sent_but_could_not_be_written_down_is_not_sent_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle, failing = outbox.settle, [True, True]

    async def full(*args: object, **kwargs: object) -> None:
        if failing:
            failing.pop()
            raise OSError("disk full")
        await settle(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(outbox, "settle", full)
    await bench.say("sekali")
    await bench.quiet()
    assert await bench.heard() == ["sekali"]
    assert not failing


async def test_a_chat_that_is_not_the_officers_group_is_not_followed(bench: Bench) -> None:
    await bench.ruang.klien.pindah_grup(GROUP, -100777, kabar=False)
    await bench.say("satu", to=GROUP)
    await bench.quiet()
    assert bench.moved == [(GROUP, -100777)]
    assert await Outbox.filter(keadaan="gagal", sebab="pindah").count() == 1
