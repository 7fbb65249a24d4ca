"""The mail room: what becomes of a letter for each answer of the server, with a held clock."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from tortoise import Tortoise

from core.store import Database, JenisKeluar, opened, outbox, unit_of_work
from core.store.models import Outbox
from delivery.mailer import SuratKeluar
from delivery.pos import Pos, Surat, put_letter
from delivery.smtp_outcome import Konfigurasi, Outcome, Ragu, Sementara, Terkirim, Tetap
from tests.delivery.dunia import START, Clock
from vault import Sealer

MIME = b"Subject: contoh\r\n\r\nisi\r\n"
SEALER = Sealer(bytes(range(32)))


@dataclass
class Script:
    """A mail server that answers what the test wrote down, and remembers what it was given."""

    answers: list[Outcome]
    given: list[SuratKeluar] = field(default_factory=list)
    phases: list[str] = field(default_factory=list)

    async def send(self, surat: SuratKeluar, on_data: Callable[[], Awaitable[None]]) -> Outcome:
        self.given.append(surat)
        self.phases.append((await Outbox.all().order_by("-id").first()).keadaan)
        await on_data()
        self.phases.append((await Outbox.all().order_by("-id").first()).keadaan)
        return self.answers.pop(0)


@dataclass
class Told:
    """Writes down what the mail room tells."""

    lines: list[str] = field(default_factory=list)

    async def sent(self, subjek: UUID | None, kunci: str) -> None:
        self.lines.append("sent")

    async def delayed(self, subjek: UUID | None, kunci: str, attempts: int) -> None:
        self.lines.append(f"delayed {attempts}")

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        self.lines.append("refused")

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        self.lines.append("doubtful")


@dataclass
class Room:
    """A mail room with a script for a server."""

    clock: Clock
    script: Script
    told: Told

    async def put(self, *, sampai: datetime | None = None, kunci: str = "surat-1") -> None:
        @unit_of_work
        async def put() -> None:
            surat = Surat("kantor@contoh.go.id", "budi@contoh.id", MIME, sampai)
            await put_letter(
                SEALER, surat, kunci=kunci, jalur="surat:1", subjek=None, now=self.clock()
            )

        await put()

    async def work(self) -> bool:
        """Send the letter that is due; False if none is."""
        pos = Pos(SEALER, self.script, self.told, now=self.clock)  # type: ignore[arg-type]
        row = await outbox.next_due(JenisKeluar.EMAIL, now=self.clock(), busy=())
        if row is None:
            return False
        runner = asyncio.create_task(pos.lanes.run())
        pos.lanes.wake()
        while await outbox.next_due(JenisKeluar.EMAIL, now=self.clock(), busy=()) is not None:  # noqa: ASYNC110
            await asyncio.sleep(0)
        await pos.lanes.stop()
        await runner
        return True


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with opened(Database(f"sqlite:{tmp_path / 'a.sqlite3'}", ["core.store.models"])):
        await Tortoise.generate_schemas()
        yield Room(Clock(), Script([]), Told())


async def the_row() -> Outbox:
    return await Outbox.all().get()


async def test_an_accepted_letter_is_settled_and_its_bytes_are_erased(room: Room) -> None:
    room.script.answers = [Terkirim()]
    await room.put()
    await room.work()
    row = await the_row()
    assert (row.keadaan, row.muatan) == ("terkirim", None)
    assert room.told.lines == ["sent"]


async def test_the_phase_is_committed_before_the_server_may_have_the_letter(room: Room) -> None:
    room.script.answers = [Terkirim()]
    await room.put()
    await room.work()
    assert room.script.phases == ["amplop", "data"]


async def test_a_repeat_is_the_same_letter_byte_for_byte(room: Room) -> None:
    room.script.answers = [Sementara("sambungan"), Terkirim()]
    await room.put()
    await room.work()
    room.clock.forward(minutes=1)
    await room.work()
    assert [one.mime for one in room.script.given] == [MIME, MIME]


async def test_a_server_that_is_down_delays_the_letter_and_says_so(room: Room) -> None:
    room.script.answers = [Sementara("sambungan")]
    await room.put()
    await room.work()
    assert room.told.lines == ["delayed 1"]
    assert not await room.work()
    assert (await the_row()).mulai_at == START + timedelta(minutes=1)


async def test_greylisting_waits_as_long_as_it_asks(room: Room) -> None:
    room.script.answers = [Sementara("penerima", menit=5)]
    await room.put()
    await room.work()
    assert (await the_row()).mulai_at == START + timedelta(minutes=5)


async def test_m08_a_full_mailbox_is_given_up_after_three_tries(room: Room) -> None:
    room.script.answers = [Sementara("kotak_penuh", menit=480, maksimal=3)] * 3
    await room.put()
    for _ in range(3):
        assert await room.work()
        room.clock.forward(hours=9)
    assert room.told.lines == ["delayed 1", "delayed 2", "refused"]
    assert (await the_row()).keadaan == "gagal"


async def test_m15_a_letter_is_given_up_after_about_a_day(room: Room) -> None:
    room.script.answers = [Sementara("sambungan")] * 40
    await room.put()
    while await room.work():
        row = await the_row()
        if row.keadaan == "gagal":
            break
        room.clock.instant = row.mulai_at
    assert timedelta(hours=22) < room.clock() - START < timedelta(hours=28)
    assert room.told.lines[-1] == "refused"


async def test_m07_an_address_that_does_not_exist_is_told_at_once(room: Room) -> None:
    room.script.answers = [Tetap("penerima")]
    await room.put()
    await room.work()
    assert room.told.lines == ["refused"]
    assert (await the_row()).keadaan == "gagal"


async def test_m04_wrong_settings_keep_the_letter(room: Room) -> None:
    room.script.answers = [Konfigurasi("masuk")]
    await room.put()
    await room.work()
    row = await the_row()
    assert row.keadaan == "antre"
    assert row.muatan is not None


async def test_a_line_that_broke_after_data_is_doubt_and_keeps_the_bytes(room: Room) -> None:
    room.script.answers = [Ragu("putus")]
    await room.put()
    await room.work()
    row = await the_row()
    assert row.keadaan == "ragu"
    assert row.muatan is not None
    assert room.told.lines == ["doubtful"]


async def test_a_letter_that_is_worth_nothing_any_more_is_not_sent(room: Room) -> None:
    await room.put(sampai=START + timedelta(minutes=10))
    room.clock.forward(minutes=11)
    await room.work()
    assert room.script.given == []
    assert (await the_row()).sebab == "kedaluwarsa"


async def test_a_letter_that_does_not_open_is_set_aside_and_the_next_one_leaves(
    room: Room,
) -> None:
    room.script.answers = [Terkirim()]
    await room.put()
    await Outbox.all().update(muatan=b"rusak")
    await room.put(kunci="surat-2")
    await room.work()
    assert [row.keadaan for row in await Outbox.all().order_by("id")] == ["gagal", "terkirim"]
