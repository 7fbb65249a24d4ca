"""What Telegram answers, and what becomes of the message: against the real stand-in."""

import asyncio

from core.bot.models import Kartu, Percakapan
from core.bot.turn import Turn
from core.store.models import Outbox
from tests.core.bot.bangku import Bench
from tests.core.bot.ruang import MISSING, RINA


async def test_429_postpones_and_keeps_the_order(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 429, tunda=30)
    await bench.say("satu", "dua", "tiga")
    await bench.quiet()
    assert await bench.heard() == []
    bench.ruang.clock.forward(seconds=29)
    await bench.quiet()
    assert await bench.heard() == []
    bench.ruang.clock.forward(seconds=2)
    await bench.quiet()
    assert await bench.heard() == ["satu", "dua", "tiga"]


async def test_a_broken_line_is_tried_again(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 502, kali=2)
    await bench.say("satu")
    await bench.quiet()
    bench.ruang.clock.forward(seconds=1)
    await bench.quiet()
    assert await bench.heard() == []
    bench.ruang.clock.forward(seconds=2)
    await bench.quiet()
    assert await bench.heard() == ["satu"]


async def test_403_closes_the_message_and_marks_the_chat_once(bench: Bench) -> None:
    lane = bench.ruang.mint.ruang(RINA)
    await Percakapan.create(ruang=lane, chat=b"x", mulai_at=bench.ruang.clock())
    await bench.ruang.klien.ganggu("sendMessage", 403, kali=2)
    await bench.say("satu", "dua")
    await bench.quiet()
    rows = await Outbox.all()
    assert {(row.keadaan, row.sebab, row.muatan) for row in rows} == {("gagal", "diblokir", None)}
    assert (await Percakapan.get(ruang=lane)).diblokir
    assert bench.blocked == [lane]


async def test_not_modified_is_success(bench: Bench) -> None:
    card = await bench.card("sama")

    async def act(turn: Turn) -> None:
        await turn.redraw(card, "sama")

    await bench.put("ulang", act)
    await bench.quiet()
    assert await Outbox.filter(keadaan="terkirim").count() == 2


async def test_a_card_that_is_gone_is_sent_anew_and_keeps_counting(bench: Bench) -> None:
    card = await bench.card("lama")
    assert card.pesan_id is not None
    await bench.ruang.bot.delete_message(RINA, card.pesan_id)

    async def act(turn: Turn) -> None:
        await turn.redraw(card, "baru")

    await bench.put("ulang", act)
    await bench.quiet()
    assert await bench.heard() == ["baru"]
    again = await Kartu.get(id=card.id)
    assert again.pesan_id not in (None, card.pesan_id)


async def test_taking_the_keyboard_off_a_message_that_is_gone_is_done(bench: Bench) -> None:
    card = await bench.card()
    assert card.pesan_id is not None
    await bench.ruang.bot.delete_message(RINA, card.pesan_id)

    async def act(turn: Turn) -> None:
        await turn.strip(card)

    await bench.put("lepas", act)
    await bench.quiet()
    assert await Outbox.filter(keadaan="terkirim").count() == 2


async def test_a_picture_that_cannot_be_had_does_not_close_the_chat_for_ever(
    bench: Bench,
) -> None:
    async def act(turn: Turn) -> None:
        await turn.show(RINA, MISSING, "gambar")
        await turn.say(RINA, "sesudahnya")

    await bench.put("tiada", act)
    for _ in range(6):
        await bench.quiet()
        bench.ruang.clock.forward(minutes=1)
    await bench.quiet()
    assert await bench.heard() == ["sesudahnya"]
    assert await Outbox.filter(keadaan="gagal", sebab="BlobMissing").count() == 1


async def test_a_preview_is_erased_once_it_was_sent(bench: Bench) -> None:
    async def act(turn: Turn) -> None:
        await turn.show(RINA, "pratinjau/satu", "pratinjau", once=True)

    await bench.put("sekali", act)
    await bench.quiet()
    assert await bench.heard() == ["pratinjau"]
    async with asyncio.timeout(5):
        await bench.erased.wait()
    assert bench.forgotten == ["pratinjau/satu"]


async def test_a_toast_does_not_wait_for_its_chat(bench: Bench) -> None:
    await bench.ruang.klien.ganggu("sendMessage", 429, tunda=300)
    await bench.say("tertahan")

    async def act(turn: Turn) -> None:
        await turn.toast("000000000000000000", "sudah terlalu lama")

    await bench.put("notis", act)
    await bench.quiet()
    waiting = await Outbox.filter(keadaan="antre")
    assert len(waiting) == 1, "the toast is settled, although its query is unknown by now"
