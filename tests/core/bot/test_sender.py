"""What Telegram answers, and what becomes of the message: against the real stand-in."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from core.bot.models import Kartu, Percakapan
from core.bot.sender import Sender
from core.bot.turn import Act, Turn
from core.store import JenisKeluar, outbox, unit_of_work
from core.store.models import Outbox
from tests.core.bot.ruang import MISSING, RINA, Ruang


class Bench:
    """A sender that runs, and what it reported."""

    def __init__(self, ruang: Ruang) -> None:
        self.ruang = ruang
        self.blocked: list[str] = []
        self.forgotten: list[str] = []
        self.erased = asyncio.Event()
        self.sender = Sender(
            ruang.bot, ruang.mint, blob=ruang.blob, forget=self._forget, blocked=self._blocked
        )

    async def _blocked(self, ruang: str) -> None:
        self.blocked.append(ruang)

    async def _forget(self, blob: str) -> None:
        self.forgotten.append(blob)
        self.erased.set()

    async def put(self, key: str, act: Act) -> None:
        """Let a turn put something down."""

        @unit_of_work
        async def commit() -> None:
            await act(Turn(self.ruang.mint, key))

        await commit()
        self.sender.lanes.wake()

    async def say(self, *texts: str) -> None:
        """Put messages to Rina down, one after the other."""

        async def act(turn: Turn) -> None:
            for text in texts:
                await turn.say(RINA, text)

        await self.put("-".join(texts), act)

    async def quiet(self) -> None:
        """Wait until nothing is due any more."""
        self.sender.lanes.wake()
        now = self.ruang.clock()
        async with asyncio.timeout(10):
            # The sender tells nobody when it is done.
            while await outbox.next_due(JenisKeluar.TELEGRAM, now=now, busy=()):  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def heard(self) -> list[str]:
        """Return what Rina's chat shows."""
        return [one.teks for one in await self.ruang.klien.pesan(RINA) if one.dari_bot]

    async def card(self, text: str = "kartu") -> Kartu:
        """Send a card and return it as it is known afterwards."""
        made: list[Kartu] = []

        async def act(turn: Turn) -> None:
            made.append(await turn.new_card("petugas", RINA, case_id=None))
            await turn.say(RINA, text, card=made[0])

        await self.put(f"kartu-{text}", act)
        await self.quiet()
        return await Kartu.get(id=made[0].id)


@pytest.fixture
async def bench(ruang: Ruang) -> AsyncIterator[Bench]:
    made = Bench(ruang)
    task = asyncio.create_task(made.sender.lanes.run())
    yield made
    await made.sender.lanes.stop()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


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
