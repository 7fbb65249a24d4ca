"""The mail room: what becomes of a letter for each outcome, with a held clock and no network."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from core.store import Database, KeadaanKeluar, opened
from core.store.models import Outbox
from delivery.buku_surat import BukuSurat
from delivery.mailer import SuratKeluar
from delivery.smtp_outcome import Konfigurasi, Outcome, Ragu, Sementara, Terkirim, Tetap
from tests.delivery.dunia import START
from tests.delivery.kamar_surat import MIME, Room, mail_room, the_row


@dataclass
class Script:
    """A mail server that answers what the test wrote down, and remembers what it was given."""

    answers: list[Outcome]
    given: list[SuratKeluar] = field(default_factory=list)
    phases: list[str] = field(default_factory=list)
    strange_before_data: int = 0
    """So many times more, an error that nobody expects before DATA; below: after DATA."""
    strange_after_data: int = 0

    async def send(self, surat: SuratKeluar, on_data: Callable[[], Awaitable[None]]) -> Outcome:
        if self.strange_before_data:
            self.strange_before_data -= 1
            raise ValueError("strange")
        self.given.append(surat)
        self.phases.append(await self._phase())
        await on_data()
        self.phases.append(await self._phase())
        if self.strange_after_data:
            self.strange_after_data -= 1
            raise ValueError("strange")
        return self.answers.pop(0)

    async def _phase(self) -> str:
        newest = await Outbox.all().order_by("-id").first()
        return newest.keadaan if newest else ""


@pytest.fixture
def script() -> Script:
    return Script([])


@pytest.fixture
async def room(database_url: str, script: Script) -> AsyncIterator[Room]:
    async with opened(Database(database_url, ["core.store.models"])), mail_room(script) as room:
        yield room


async def test_an_accepted_letter_is_settled_and_its_bytes_are_erased(
    room: Room, script: Script
) -> None:
    script.answers = [Terkirim()]
    await room.put()
    await room.work()
    row = await the_row()
    assert (row.keadaan, row.muatan) == ("terkirim", None)
    assert room.told.lines == ["sent"]


async def test_the_phase_is_committed_before_the_server_may_have_the_letter(
    room: Room, script: Script
) -> None:
    script.answers = [Terkirim()]
    await room.put()
    await room.work()
    assert script.phases == ["amplop", "data"]


async def test_a_repeat_is_the_same_letter_byte_for_byte(room: Room, script: Script) -> None:
    script.answers = [Sementara("sambungan"), Terkirim()]
    await room.put()
    await room.work()
    room.clock.forward(minutes=1)
    await room.work()
    assert [one.mime for one in script.given] == [MIME, MIME]


async def test_the_pauses_grow_and_then_stay_an_hour(room: Room, script: Script) -> None:
    script.answers = [Sementara("sambungan")] * 8
    await room.put()
    pauses = []
    for _ in range(8):
        await room.work()
        row = await the_row()
        pauses.append((row.mulai_at - room.clock()) / timedelta(minutes=1))
        room.clock.instant = row.mulai_at
    assert pauses == [1, 5, 15, 30, 60, 60, 60, 60]


async def test_a_letter_is_not_tried_before_its_time(room: Room, script: Script) -> None:
    script.answers = [Sementara("sambungan")]
    await room.put()
    await room.work()
    room.clock.forward(seconds=59)
    await room.work()
    assert len(script.given) == 1


async def test_a_letter_that_died_before_data_is_sent_at_once_and_is_in_no_doubt(
    room: Room, script: Script
) -> None:
    script.answers = [Terkirim()]
    await room.put()
    await Outbox.all().update(keadaan=KeadaanKeluar.AMPLOP.value)
    await room.work()
    assert room.told.lines == ["sent"]


async def test_an_error_nobody_expects_before_data_is_a_failed_try_like_others(
    room: Room, script: Script
) -> None:
    script.answers, script.strange_before_data = [Terkirim()], 2
    await room.put()
    for minutes in (0, 1, 5):
        room.clock.forward(minutes=minutes)
        await room.work()
    assert (await the_row()).percobaan == 2
    assert room.told.lines == ["delayed galat", "delayed galat", "sent"]


async def test_four_letters_that_fail_strangely_do_not_hold_up_the_others(
    room: Room, script: Script
) -> None:
    script.answers, script.strange_before_data = [Terkirim()] * 3, 4
    for number in range(7):
        await room.put(kunci=f"surat-{number}", jalur=f"surat:{number}")
    await room.work()
    assert room.told.lines.count("sent") == 3


async def test_an_error_nobody_expects_after_data_is_a_doubt(room: Room, script: Script) -> None:
    script.strange_after_data = 1
    await room.put()
    await room.work()
    assert room.told.lines == ["doubtful"]
    assert len(script.given) == 1


async def test_a_letter_whose_server_did_not_answer_waits_in_doubt_for_15_minutes(
    room: Room, script: Script
) -> None:
    script.answers = [Ragu("putus")]
    await room.put()
    await room.work()
    row = await the_row()
    assert (row.keadaan, row.mulai_at) == ("ragu", START + timedelta(minutes=15))
    assert row.muatan is not None
    assert room.told.lines == ["doubtful"]


async def test_a_letter_that_somebody_left_in_phase_data_is_in_doubt(
    room: Room, script: Script
) -> None:
    await room.put()
    await Outbox.all().update(keadaan=KeadaanKeluar.DATA.value)
    await room.work()
    assert (await the_row()).keadaan == "ragu"
    assert room.told.lines == ["doubtful"]
    assert script.given == []


async def test_a_doubt_holds_back_no_later_letter_of_its_lane(room: Room, script: Script) -> None:
    script.answers = [Ragu("putus"), Terkirim()]
    await room.put()
    await room.put(kunci="surat-2")
    await room.work()
    assert room.told.lines == ["doubtful", "sent"]


async def test_a_letter_in_doubt_is_sent_once_more_the_same_bytes(
    room: Room, script: Script
) -> None:
    script.answers = [Ragu("putus"), Terkirim()]
    await room.put()
    await room.work()
    room.clock.forward(minutes=14)
    await room.work()
    assert len(script.given) == 1
    room.clock.forward(minutes=1)
    await room.work()
    assert [one.mime for one in script.given] == [MIME, MIME]
    assert room.told.lines == ["doubtful", "sent"]


async def test_an_opened_link_settles_a_doubt_without_another_letter(
    room: Room, script: Script
) -> None:
    script.answers = [Ragu("putus")]
    await room.put()
    await room.work()
    room.opened.add("surat-1")
    room.clock.forward(minutes=15)
    await room.work()
    row = await the_row()
    assert (row.keadaan, row.sebab, row.muatan) == ("terkirim", "dibuka", None)
    assert room.told.lines == ["doubtful", "sent"]


async def test_a_second_doubt_ends_with_people(room: Room, script: Script) -> None:
    script.answers = [Ragu("putus"), Ragu("putus")]
    await room.put()
    await room.work()
    room.clock.forward(minutes=15)
    await room.work()
    row = await the_row()
    assert (row.keadaan, row.muatan) == ("ragu", None)
    assert room.told.lines == ["doubtful", "unsettled"]
    room.clock.forward(days=2)
    await room.work()
    assert len(script.given) == 2


async def test_dying_in_the_second_try_is_a_second_doubt(room: Room, script: Script) -> None:
    script.answers = [Ragu("putus")]
    await room.put()
    await room.work()
    room.clock.forward(minutes=15)
    await Outbox.all().update(keadaan=KeadaanKeluar.DATA.value)
    await room.work()
    assert room.told.lines == ["doubtful", "unsettled"]


async def test_a_doubt_outlives_a_failure_in_between(room: Room, script: Script) -> None:
    script.answers = [Ragu("putus"), Sementara("sambungan"), Ragu("putus")]
    await room.put()
    await room.work()
    for minutes in (15, 2):
        room.clock.forward(minutes=minutes)
        await room.work()
    assert room.told.lines == ["doubtful", "delayed sambungan", "unsettled"]


@pytest.mark.parametrize("times", [1, 3])
async def test_a_250_that_was_heard_while_the_database_was_away_is_not_forgotten(
    room: Room, script: Script, times: int
) -> None:
    script.answers, room.told.broken = [Terkirim()], times
    await room.put()
    await room.work()
    row = await the_row()
    assert (row.keadaan, row.muatan) == ("terkirim", None)
    room.clock.forward(hours=1)
    await room.work()
    assert room.told.lines == ["sent"]
    assert len(script.given) == 1


async def test_a_letter_that_can_never_be_told_is_settled_and_sent_once(
    room: Room, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    script.answers, room.told.broken = [Terkirim(), Terkirim()], 10**6
    await room.put()
    await room.work()
    room.clock.forward(hours=1)
    await room.work()
    assert (await the_row()).keadaan == "terkirim"
    assert len(script.given) == 1
    assert room.told.lines == []
    assert "dicatat tanpa kabar" in caplog.text


async def test_a_delay_that_can_never_be_told_does_not_hold_up_the_others(
    room: Room, script: Script
) -> None:
    script.answers, room.told.broken_delay = [*[Sementara("penerima")] * 4, Terkirim()], True
    for number in range(5):
        await room.put(kunci=f"surat-{number}", jalur=f"surat:{number}")
    await room.work()
    assert room.told.lines == ["sent"]
    assert len(script.given) == 5


async def test_what_was_written_down_is_not_written_down_again(room: Room, script: Script) -> None:
    """The commit went through, only its answer was lost: the next try is a try."""
    script.answers = [Sementara("sambungan"), Terkirim()]
    conclude, lost = BukuSurat.conclude, [True]

    async def answer_is_lost(*args: Any, **named: Any) -> None:
        await conclude(*args, **named)
        if lost:
            lost.pop()
            raise OSError("the answer to the commit")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BukuSurat, "conclude", answer_is_lost)
        await room.put()
        await room.work()
        room.clock.forward(minutes=1)
        await room.work()
    assert room.told.lines == ["delayed sambungan", "sent"]


async def test_k22_a_letter_in_flight_is_finished_when_told_to_stop(room: Room) -> None:
    asked, answer = asyncio.Event(), asyncio.Event()

    class Slow:
        async def send(
            self, surat: SuratKeluar, on_data: Callable[[], Awaitable[None]]
        ) -> Outcome:
            await on_data()
            asked.set()
            await answer.wait()
            return Terkirim()

    room.mailer = Slow()
    await room.put()
    await room.put(kunci="surat-2")
    room.pos.lanes.wake()
    async with asyncio.timeout(60):
        await asked.wait()
        stopping = asyncio.create_task(room.stop())
        await asyncio.sleep(0)
        answer.set()
        await stopping
    assert [row.keadaan for row in await Outbox.all().order_by("id")] == ["terkirim", "antre"]
    assert room.told.lines == ["sent"]


async def test_an_address_that_does_not_exist_is_told_at_once(room: Room, script: Script) -> None:
    script.answers = [Tetap("penerima")]
    await room.put()
    await room.work()
    assert room.told.lines == ["refused"]
    assert (await the_row()).keadaan == "gagal"


async def test_wrong_settings_keep_every_letter_and_count_no_try(
    room: Room, script: Script
) -> None:
    script.answers = [Konfigurasi("masuk")] * 2
    await room.put()
    await room.put(kunci="surat-2", jalur="surat:2")
    await room.work()
    rows = await Outbox.all()
    assert {(row.keadaan, row.percobaan) for row in rows} == {("antre", 0)}
    assert all(row.muatan is not None for row in rows)


async def test_while_mail_stands_still_one_letter_knocks_every_three_minutes(
    room: Room, script: Script
) -> None:
    script.answers = [Konfigurasi("masuk")] * 9
    await room.put()
    await room.work()
    for number in range(2, 6):
        await room.put(kunci=f"surat-{number}", jalur=f"surat:{number}")
    await room.work()
    assert len(script.given) == 1
    for _ in range(2):
        room.clock.forward(minutes=3)
        await room.work()
    assert len(script.given) == 3


async def test_who_waits_long_for_our_settings_is_told_and_never_given_up(
    room: Room, script: Script
) -> None:
    script.answers = [Konfigurasi("masuk")] * 800
    await room.put()
    await room.work()
    while room.clock() < START + timedelta(hours=30):
        room.clock.forward(minutes=30)
        await room.work()
    assert "late masuk" in room.told.lines
    assert not [line for line in room.told.lines if line.startswith("given up")]
    script.answers = [Sementara("penerima", menit=5), Terkirim()]
    for _ in range(2):
        room.clock.forward(minutes=10)
        await room.work()
    assert room.told.lines[-1] == "sent"


async def test_a_letter_that_is_worth_nothing_any_more_is_not_sent(
    room: Room, script: Script
) -> None:
    await room.put(sampai=START + timedelta(minutes=10))
    room.clock.forward(minutes=11)
    await room.work()
    assert script.given == []
    assert (await the_row()).sebab == "kedaluwarsa"
    assert room.told.lines == ["expired"]


@pytest.mark.parametrize("outcome", [Sementara("isi", menit=15), Sementara("kotak_penuh", 480)])
async def test_a_code_whose_next_try_would_be_too_late_ends_at_once(
    room: Room, script: Script, outcome: Outcome
) -> None:
    script.answers = [outcome]
    await room.put(sampai=START + timedelta(minutes=10))
    await room.work()
    assert room.told.lines == ["expired"]
    assert ((await the_row()).keadaan, (await the_row()).muatan) == ("gagal", None)


async def test_a_code_that_stands_still_with_all_mail_ends_when_it_is_dead(
    room: Room, script: Script
) -> None:
    script.answers = [Konfigurasi("masuk")] * 9
    await room.put(sampai=START + timedelta(minutes=10))
    for _ in range(5):
        await room.work()
        room.clock.forward(minutes=3)
    assert "expired" in room.told.lines
    assert room.clock() - START <= timedelta(minutes=15)


async def test_a_code_in_doubt_is_not_sent_again_when_it_is_dead(
    room: Room, script: Script
) -> None:
    script.answers = [Ragu("putus")]
    await room.put(sampai=START + timedelta(minutes=10))
    await room.work()
    room.clock.forward(minutes=15)
    await room.work()
    assert room.told.lines == ["doubtful", "expired"]
    assert len(script.given) == 1


async def test_a_letter_that_does_not_open_is_given_up_told_and_the_next_one_leaves(
    room: Room, script: Script
) -> None:
    script.answers = [Terkirim()]
    await room.put()
    await Outbox.all().update(muatan=b"rusak")
    await room.put(kunci="surat-2")
    await room.work()
    assert [row.keadaan for row in await Outbox.all().order_by("id")] == ["gagal", "terkirim"]
    assert room.told.lines == ["given up tidak dapat dibuka", "sent"]
