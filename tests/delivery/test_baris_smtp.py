"""FAULTS section 7 end to end: outbox, mail room, real sockets, a server that plays the fault.

What comes back later (M12, M14) is in tests/core/app/test_pantulan.py; M17 in test_address.py;
M20 in test_mailer.py."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from core.store import Database, opened
from core.store.models import Outbox
from delivery.mailer import Mailer, SetelanSurat
from tests.delivery.dunia import START
from tests.delivery.kamar_surat import MIME, Room, mail_room, mailer_to, the_row
from tests.delivery.smtp_server import (
    CUT,
    DROP,
    HANG,
    Answer,
    Flood,
    ScriptedServer,
    Tarpit,
    scripted,
    scripted_in_turn,
)

ON_THE_WIRE = MIME + b".\r\n"


@pytest.fixture(autouse=True)
async def basis_data(database_url: str) -> AsyncIterator[None]:
    async with opened(Database(database_url, ["core.store.models"])):
        yield


async def one_letter(server: ScriptedServer, *, username: str = "", seconds: float = 5.0) -> Room:
    """Put one letter down, let the room work, and stop it."""
    async with mail_room(mailer_to(server, username=username, timeout=seconds)) as room:
        await room.put()
        await room.work()
    return room


async def waits(room: Room) -> None:
    """A letter waits whole, and was certainly not taken."""
    row = await the_row()
    assert (row.keadaan, row.percobaan) == ("antre", 1)
    assert row.muatan is not None
    assert row.mulai_at > room.clock()


async def test_m01_nobody_listens() -> None:
    async with scripted() as server:
        pass
    room = await one_letter(server)
    await waits(room)
    assert room.told.lines == ["delayed sambungan"]


async def test_m01_a_name_that_does_not_resolve() -> None:
    mailer = Mailer(SetelanSurat("surat.invalid", 25, tls="starttls", timeout=5))
    async with mail_room(mailer) as room:
        await room.put()
        await room.work()
    await waits(room)


async def test_m01_a_hang_at_the_banner_ends_with_the_timeout() -> None:
    begun = time.monotonic()
    async with scripted(banner=HANG) as server:
        room = await one_letter(server, seconds=0.3)
    await waits(room)
    assert time.monotonic() - begun < 30, "the timeout is 0.3 s"


async def test_m01_a_server_that_is_down_is_left_alone_for_a_minute() -> None:
    async with scripted(banner=DROP) as server, mail_room(mailer_to(server)) as room:
        for number in range(20):
            await room.put(kunci=f"surat-{number}", jalur=f"surat:{number}")
        await room.work()
        tried = server.connections
        assert 5 <= tried <= 8, "five failures, and at most three more were on their way"
        assert "troubled" in room.told.lines
        room.clock.forward(seconds=59)
        await room.work()
        assert server.connections == tried
        server.script = {}
        room.clock.forward(minutes=1)
        await room.work()
        assert len(server.accepted) == 20


@pytest.mark.parametrize("banner", ["421 nanti", "554 tidak"])
async def test_m02_a_banner_that_refuses_is_temporary(banner: str) -> None:
    async with scripted(banner=banner) as server:
        room = await one_letter(server)
    await waits(room)
    assert not [line for line in room.told.lines if line.startswith("disliked")]


async def test_m02_a_third_554_banner_alerts_the_office() -> None:
    async with scripted(banner="554 tidak") as server, mail_room(mailer_to(server)) as room:
        await room.put()
        for _ in range(3):
            await room.work()
            assert "disliked ditolak" not in room.told.lines or server.connections == 3
            room.clock.instant = (await the_row()).mulai_at
    assert "disliked ditolak" in room.told.lines


@pytest.mark.parametrize(
    ("script", "sebab"),
    [
        pytest.param({"AUTH": "535 5.7.8 salah"}, "masuk", id="M04 535 AUTH"),
        pytest.param({"AUTH": "534 5.7.9 lemah"}, "masuk", id="M04 534 AUTH"),
        pytest.param({"MAIL": "530 5.7.0 masuk dulu"}, "masuk", id="M04 530 MAIL"),
        pytest.param({"MAIL": "550 5.7.1 bukan Anda"}, "pengirim", id="M05 550 MAIL"),
    ],
)
async def test_m04_m05_wrong_settings_stop_all_mail_with_one_alert_and_it_goes_on_by_itself(
    script: dict[str, Answer], sebab: str
) -> None:
    async with (
        scripted(**script) as server,
        mail_room(mailer_to(server, username="layanan")) as room,
    ):
        for number in range(3):
            await room.put(kunci=f"surat-{number}", jalur=f"surat:{number}")
        for _ in range(5):
            await room.work()
            room.clock.forward(minutes=3)
        rows = await Outbox.all()
        assert {(row.keadaan, row.percobaan) for row in rows} == {("antre", 0)}
        alerts = {line for line in room.told.lines if line.startswith("stopped")}
        assert alerts == {f"stopped {sebab}"}
        server.script = {}
        for _ in range(2):
            await room.work()
            room.clock.forward(minutes=3)
        assert len(server.accepted) == 3
    assert "resumed" in room.told.lines


async def test_m04_a_server_without_tls_stops_all_mail() -> None:
    async with scripted() as server:
        mailer = Mailer(SetelanSurat("127.0.0.1", server.port, timeout=5))
        async with mail_room(mailer) as room:
            await room.put()
            await room.work()
    assert [line for line in room.told.lines if "stopped" in line] == ["stopped tls"]


async def test_m05_451_mail_is_temporary() -> None:
    async with scripted(MAIL="451 4.3.0 nanti") as server:
        room = await one_letter(server)
    await waits(room)
    assert room.told.lines == ["delayed pengirim"]


async def test_m06_a_greylisted_letter_comes_back_after_five_minutes_and_arrives_once() -> None:
    async with (
        scripted_in_turn({"RCPT": "450 4.2.0 nanti"}, {}) as server,
        mail_room(mailer_to(server)) as room,
    ):
        await room.put()
        await room.work()
        room.clock.forward(minutes=4, seconds=59)
        await room.work()
        assert server.connections == 1
        room.clock.forward(minutes=1, seconds=1)
        await room.work()
        assert server.letters == [ON_THE_WIRE]
    assert room.told.lines == ["delayed penerima", "sent"]


async def test_m07_an_unknown_address_is_asked_for_again_at_once() -> None:
    async with scripted(RCPT="550 5.1.1 tidak ada") as server:
        room = await one_letter(server)
    assert room.told.lines == ["refused"]
    assert ((await the_row()).keadaan, (await the_row()).muatan) == ("gagal", None)


async def test_m08_a_full_mailbox_gets_three_tries_within_a_day() -> None:
    async with scripted(RCPT="552 5.2.2 penuh") as server, mail_room(mailer_to(server)) as room:
        room.dice = lambda: 0.999
        await room.put()
        for _ in range(3):
            await room.work()
            last = room.clock()
            room.clock.forward(hours=9, minutes=36)
        await room.work()
        assert server.connections == 3
    assert last - START < timedelta(hours=24)
    assert room.told.lines[0] == "late kotak_penuh"
    assert room.told.lines[-1] == "given up kotak_penuh"
    assert "troubled" not in room.told.lines, "one full mailbox is no trouble of the server"


async def test_m08_other_failures_do_not_count_against_a_full_mailbox() -> None:
    full: dict[str, Answer] = {"RCPT": "552 5.2.2 penuh"}
    later: dict[str, Answer] = {"MAIL": "451 nanti"}
    async with (
        scripted_in_turn(later, later, full, {}) as server,
        mail_room(mailer_to(server)) as room,
    ):
        await room.put()
        for _ in range(4):
            await room.work()
            room.clock.forward(hours=10)
        assert server.accepted == [ON_THE_WIRE]


async def test_m09_451_to_data_is_temporary_and_no_doubt() -> None:
    async with scripted(DATA="451 4.3.0 nanti") as server:
        room = await one_letter(server)
    await waits(room)
    assert room.told.lines == ["delayed isi"]


async def test_m09_452_after_the_dot_is_temporary_and_no_doubt() -> None:
    async with scripted(dot="452 4.3.1 penuh") as server:
        room = await one_letter(server)
    await waits(room)
    assert room.told.lines == ["delayed isi"]


async def test_m09_554_after_the_dot_alerts_and_is_tried_once_more() -> None:
    async with scripted(dot="554 5.7.1 isi") as server, mail_room(mailer_to(server)) as room:
        await room.put()
        await room.work()
        assert room.told.lines == ["disliked isi", "delayed isi"]
        for _ in range(3):
            room.clock.forward(hours=1)
            await room.work()
        assert server.connections == 2
    assert room.told.lines[-1] == "given up isi"


async def test_m09_a_policy_refusal_is_not_the_citizens_fault() -> None:
    async with scripted(RCPT="550 5.7.1 diblokir") as server:
        room = await one_letter(server)
    await waits(room)
    assert room.told.lines == ["disliked isi", "delayed isi"]


@pytest.mark.parametrize(
    "script",
    [
        pytest.param({"DATA": DROP}, id="drop at DATA"),
        pytest.param({CUT: DROP}, id="drop in the middle of the content"),
        pytest.param({"dot": DROP}, id="drop at the final dot"),
        pytest.param({"dot": HANG}, id="hang at the final dot"),
        pytest.param({"dot": Flood()}, id="nonsense after the final dot"),
        pytest.param({"dot": "354 teruskan"}, id="a strange answer after the final dot"),
    ],
)
async def test_m10_a_line_that_breaks_after_data_is_doubt_and_one_identical_copy(
    script: dict[str, Answer],
) -> None:
    async with (
        scripted_in_turn(script, {}) as server,
        mail_room(mailer_to(server, timeout=1.0)) as room,
    ):
        await room.put()
        await room.work()
        assert (await the_row()).keadaan == "ragu"
        for _ in range(4):
            room.clock.forward(minutes=15)
            await room.work()
        assert server.accepted == [ON_THE_WIRE]
        assert set(server.letters) == {ON_THE_WIRE}
        assert len(server.letters) <= 2
    assert room.told.lines == ["doubtful", "sent"]


@pytest.mark.parametrize("answer", [DROP, HANG, "500 apa", Flood()])
async def test_m11_what_happens_at_quit_changes_nothing(answer: Answer) -> None:
    async with scripted(QUIT=answer) as server:
        room = await one_letter(server)
        assert server.accepted == [ON_THE_WIRE]
    assert room.told.lines == ["sent"]


async def test_m15_an_outage_of_26_hours_is_told_after_half_an_hour_and_at_the_end() -> None:
    async with scripted(banner=DROP) as server, mail_room(mailer_to(server)) as room:
        await room.put()
        late_at = None
        while (await the_row()).keadaan == "antre":
            await room.work()
            if late_at is None and "late sambungan" in room.told.lines:
                late_at = room.clock()
            room.clock.instant = max(room.clock(), (await the_row()).mulai_at)
        assert room.clock() - START < timedelta(hours=26)
        assert room.clock() - START >= timedelta(hours=24)
        assert 25 <= server.connections <= 30
    assert late_at is not None
    assert late_at - START <= timedelta(minutes=30)
    assert room.told.lines[-1] == "given up sambungan"
    assert "troubled" in room.told.lines


async def test_m18_a_tarpit_ends_with_the_total_deadline() -> None:
    slow = {moment: Tarpit(0.35) for moment in ("banner", "EHLO", "AUTH", "MAIL", "RCPT")}
    async with scripted(**slow) as server, mail_room(Hurried(server)) as room:
        await room.put()
        await room.work()
    await waits(room)
    assert room.told.lines == ["delayed lambat"]


class Hurried(Mailer):
    """Has as much patience for all steps together as a server in a tarpit takes for three."""

    def __init__(self, server: ScriptedServer) -> None:
        super().__init__(
            SetelanSurat("127.0.0.1", server.port, tls="tanpa", timeout=30, total=1.0)
        )


@pytest.mark.parametrize("moment", ["banner", "EHLO", "AUTH", "MAIL", "RCPT"])
async def test_m19_ten_megabytes_without_a_line_break_are_temporary(moment: str) -> None:
    async with scripted(**{moment: Flood()}) as server:
        room = await one_letter(server, username="layanan")
    await waits(room)


async def test_m20_nothing_that_is_logged_names_anybody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for script in ({"RCPT": "550 5.1.1 <budi@contoh.id>"}, {"dot": "554 isi surat"}):
        await Outbox.all().delete()
        async with scripted(**script) as server:
            await one_letter(server, username="layanan")
    assert "surat" in caplog.text
    assert "budi" not in caplog.text
    assert "isi surat" not in caplog.text


async def test_k12_a_hundred_deaths_before_data_make_one_letter() -> None:
    async with scripted() as server, mail_room(mailer_to(server)) as room:
        await room.put()
        for _ in range(100):
            await Outbox.all().update(keadaan="amplop")
        await room.work()
        assert server.letters == [ON_THE_WIRE]


async def test_k22_told_to_stop_with_a_letter_in_flight_leaves_no_doubt() -> None:
    async with scripted(dot=HANG) as server, mail_room(mailer_to(server, timeout=60)) as room:
        await room.put()
        room.pos.lanes.wake()
        async with asyncio.timeout(60):
            await server.reached.wait()
            assert (await the_row()).keadaan == "data"
            stopping = asyncio.create_task(room.stop())
            await asyncio.sleep(0)
            server.release.set()
            await stopping
    assert (await the_row()).keadaan == "terkirim"
    assert room.told.lines == ["sent"]
