"""Each look, and the patience of the one who asks."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest

from core.app.kesehatan.ground import DatabaseLook, StorageLook
from core.app.kesehatan.look import SLOW, Look, Sabar
from core.app.kesehatan.machines import CountedMailer
from core.app.kesehatan.mail import MailLook
from core.app.kesehatan.meter import BAIK, SURAT, Meter
from core.app.kesehatan.queues import QueueLook, QueueNumbers
from core.app.kesehatan.telegram import CONFLICT, TelegramLook
from core.app.models import MODELS
from core.bot import Diam, Diterima, Ditolak
from core.permohonan import Permohonan, Produk
from core.settings import Health
from core.store import Database, JenisKeluar, Keluar, inbox, new_id, opened, outbox
from core.web.kesehatan import Keadaan
from delivery.mailer import (
    Konfigurasi,
    Outcome,
    Sementara,
    SetelanSurat,
    SuratKeluar,
    Terkirim,
)
from sandbox.postgres import postgres

NOW = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
NIK = "3319990108160001"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def meter(registry: CollectorRegistry, clock: Clock) -> Meter:
    return Meter(registry, clock=clock)


# --- patience


async def test_an_answer_is_remembered_while_it_is_fresh(clock: Clock) -> None:
    asked: list[int] = []

    async def ask() -> Keadaan:
        asked.append(1)
        return Keadaan(True)

    look = Look(ask, Sabar(segar=10.0), clock=clock)
    for moved in (0.0, 5.0, 5.0, 1.0):
        clock.seconds += moved
        assert (await look.now()).baik
    assert len(asked) == 2


async def test_many_who_ask_at_once_ask_once() -> None:
    asked: list[int] = []
    going = asyncio.Event()

    async def ask() -> Keadaan:
        asked.append(1)
        await going.wait()
        return Keadaan(True)

    look = Look(ask, Sabar(segar=0.0, tunggu=30.0))
    waiting = [asyncio.create_task(look.now()) for _ in range(50)]
    await asyncio.sleep(0)
    going.set()
    assert all(one.baik for one in await asyncio.gather(*waiting))
    assert len(asked) == 1


async def test_a_question_that_hangs_is_not_asked_twice() -> None:
    asked: list[int] = []

    async def ask() -> Keadaan:
        asked.append(1)
        await asyncio.Event().wait()
        return Keadaan(True)

    look = Look(ask, Sabar(segar=0.0, tunggu=0.01))
    assert [(await look.now()).kata for _ in range(3)] == [SLOW] * 3
    assert len(asked) == 1
    await look.stop()


async def test_an_old_answer_may_stand_in_for_a_slow_one(clock: Clock) -> None:
    answers = asyncio.Queue[Keadaan]()
    answers.put_nowait(Keadaan(True, "dulu"))
    look = Look(answers.get, Sabar(segar=1.0, tunggu=0.01, basi=60.0), clock=clock)
    assert (await look.now()).baik
    clock.seconds += 30
    assert await look.now() == Keadaan(True, "dulu", 30.0)
    clock.seconds += 31
    assert (await look.now()).kata == SLOW
    await look.stop()


async def test_a_look_that_fails_is_not_well_and_quotes_nothing() -> None:
    async def ask() -> Keadaan:
        raise LookupError(NIK)

    assert await Look(ask, Sabar(segar=1.0)).now() == Keadaan(False, "LookupError")


# --- database and storage


async def test_s03_a_database_whose_file_is_gone_is_not_well(sqlite_url: str) -> None:
    async with opened(Database(sqlite_url, MODELS)) as database:
        look = DatabaseLook(database)
        assert (await look()).baik
        assert database.file is not None
        await asyncio.to_thread(database.file.rename, database.file.with_name("lain"))
        found = await look()
        await asyncio.to_thread(database.file.with_name("lain").rename, database.file)
        assert not found.baik
        assert "tidak ada" in found.kata


async def test_a_database_behind_is_not_well(empty_database_url: str) -> None:
    async with opened(Database(empty_database_url, MODELS)) as database:
        look = Look(DatabaseLook(database), Sabar(segar=0.0, tunggu=60.0))
        assert not (await look.now()).baik
        await database.migrate()
        assert (await look.now()).baik


async def test_a_postgresql_that_has_died_is_told_within_seconds() -> None:
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(postgres())
        async with opened(Database(server.fresh(), MODELS)) as database:
            await database.migrate()
            look = Look(DatabaseLook(database), Sabar(segar=0.0))
            assert (await look.now()).baik
            await asyncio.to_thread(stack.close)
            # Three seconds, on a machine that is a third as fast.
            async with asyncio.timeout(3 * 3):
                assert not (await look.now()).baik


async def test_s04_a_storage_that_refuses_is_not_well(tmp_path: Path) -> None:
    look = StorageLook(tmp_path, ruang_mb=1)
    assert (await look()).baik
    assert not (await StorageLook(tmp_path, ruang_mb=10**9)()).baik
    (tmp_path / "berkas" / "coba").rmdir()
    (tmp_path / "berkas" / "coba").touch()
    assert not (await look()).baik
    assert (await StorageLook(tmp_path, ruang_mb=1, writes=False)()).baik


# --- Telegram


Sapaan = Diterima | Ditolak | Diam


def saying(answer: Sapaan) -> Callable[[], Awaitable[Sapaan]]:
    async def hello() -> Sapaan:
        return answer

    return hello


def telegram(meter: Meter, clock: Clock, answer: Sapaan, *, polls: bool = True) -> TelegramLook:
    return TelegramLook(meter, saying(answer), polls=lambda: polls, clock=clock)


async def test_a_call_that_went_well_a_moment_ago_is_believed(meter: Meter, clock: Clock) -> None:
    meter.call("sendMessage", BAIK)
    clock.seconds += 20
    assert await telegram(meter, clock, Diam("x"))() == Keadaan(True, "bertugas", 20.0)


async def test_a_standby_that_never_calls_says_hello_itself(meter: Meter, clock: Clock) -> None:
    look = telegram(meter, clock, Diterima(None), polls=False)
    for _ in range(5):
        clock.seconds += 300
        assert await look() == Keadaan(True, "siaga", 0.0)


@pytest.mark.parametrize("answer", [Diam("TimeoutError"), Ditolak()])
async def test_s10_a_telegram_that_does_not_answer_is_not_well(
    meter: Meter, clock: Clock, answer: Diam | Ditolak
) -> None:
    assert not (await telegram(meter, clock, answer)()).baik


async def test_s11_a_foreign_poller_is_not_well_until_we_fetch_again(
    meter: Meter, clock: Clock
) -> None:
    look = telegram(meter, clock, Diterima(None))
    meter.call("getUpdates", CONFLICT)
    clock.seconds += 1
    assert "409" in (await look()).kata
    meter.call("getUpdates", BAIK)
    assert (await look()).baik


async def test_updates_that_are_not_fetched_for_long_are_not_well(
    meter: Meter, clock: Clock
) -> None:
    look = telegram(meter, clock, Diterima(None))
    assert (await look()).baik
    clock.seconds += 101
    assert (await look()).kata == "pesan tidak dapat diambil"


# --- mail


def knocking(outcome: Outcome, asked: list[int]) -> MailLook:
    async def knock() -> Outcome:
        asked.append(1)
        return outcome

    return MailLook(Meter(CollectorRegistry()), knock)


@pytest.mark.parametrize(
    ("outcome", "well"),
    [(Terkirim(), True), (Konfigurasi("login"), False), (Sementara("x"), False)],
)
async def test_a_knock_tells_whether_letters_would_be_taken(outcome: Outcome, well: bool) -> None:
    assert (await knocking(outcome, [])()).baik is well


async def test_a_letter_that_was_taken_saves_the_knock(meter: Meter, clock: Clock) -> None:
    asked: list[int] = []

    async def knock() -> Outcome:
        asked.append(1)
        return Sementara("x")

    look = MailLook(meter, knock)
    meter.count(SURAT, BAIK)
    assert (await look()).baik
    clock.seconds += 601
    assert not (await look()).baik
    assert len(asked) == 1


async def test_what_becomes_of_letters_is_counted(
    meter: Meter, registry: CollectorRegistry
) -> None:
    mailer = CountedMailer(SetelanSurat("127.0.0.1", 9, tls="tanpa", timeout=5.0), meter)

    async def on_data() -> None:
        raise AssertionError("nobody listens there")

    await mailer.send(SuratKeluar("a@b.id", "c@d.id", b""), on_data)
    assert (
        registry.get_sample_value("adminduk_hasil_total", {"apa": "surat", "hasil": "sementara"})
        == 1
    )


# --- queues


async def put(jenis: JenisKeluar, *, mulai_at: datetime) -> None:
    message = Keluar(new_id(), jenis, "jalur", str(new_id()), b"tersegel", mulai_at)
    assert await outbox.put(message)


async def case(status: str, *, diputus_at: datetime, produk: str) -> None:
    row = Permohonan(
        id=new_id(), layanan="kk", versi=1, status=status, warga="w", chat=b"", isian=b"",
        persetujuan="1", dibuat_at=NOW, diubah_at=NOW, diputus_at=diputus_at,
    )  # fmt: skip
    await row.save(force_create=True)
    await Produk.create(
        id=new_id(), permohonan_id=row.id, urutan=1, jenis="kk", nama="KK", status=produk,
        jalan="email", diubah_at=NOW,
    )  # fmt: skip


async def test_an_office_without_work_waits_for_nothing(database_url: str) -> None:
    async with opened(Database(database_url, MODELS)):
        look = QueueLook(Health(), now=lambda: NOW)
        assert await look() == Keadaan(True)
        assert set(look.last.umur.values()) == {0.0}


async def test_each_queue_tells_its_oldest(database_url: str, registry: CollectorRegistry) -> None:
    now = datetime.now(UTC)
    async with opened(Database(database_url, MODELS)):
        old = inbox.Masuk(new_id(), 1, "a", "chat", b"x")
        await inbox.store([old], now=now - timedelta(minutes=6))
        await put(JenisKeluar.EMAIL, mulai_at=now - timedelta(hours=3))
        await put(JenisKeluar.TELEGRAM, mulai_at=now + timedelta(hours=3))
        await case("disetujui", diputus_at=now - timedelta(hours=5), produk="siap_dicetak")
        await case("selesai", diputus_at=now - timedelta(hours=4), produk="menunggu")
        await case("disetujui", diputus_at=now - timedelta(minutes=31), produk="menunggu")
        look = QueueLook(Health(), now=lambda: now + timedelta(seconds=1))
        registry.register(QueueNumbers(look))
        found = await look()
    assert found.kata == "terlalu lama menunggu: pesan_masuk, terbit"
    assert look.last.umur["pesan_masuk"] == pytest.approx(361.0)
    assert look.last.umur["terbit"] == pytest.approx(31 * 60 + 1)
    assert 0 < look.last.umur["surat"] < 60
    assert look.last.umur["telegram"] == 0.0
    shown = generate_latest(registry).decode()
    assert 'adminduk_antrean{apa="surat",keadaan="antre"} 1.0' in shown
    assert 'adminduk_antrean{apa="pesan_masuk",keadaan="baru"} 1.0' in shown
    assert 'adminduk_permohonan{status="disetujui"} 2.0' in shown
    assert 'adminduk_tertua_detik{apa="terbit"}' in shown


# --- numbers


def test_nothing_is_counted_in_the_library_s_own_registry(meter: Meter) -> None:
    meter.count("pesan_masuk", "selesai")
    assert b"adminduk" not in generate_latest(REGISTRY)


def test_warnings_and_errors_are_counted_and_not_quoted(
    meter: Meter, registry: CollectorRegistry
) -> None:
    log = logging.getLogger("core.uji_hitung")
    log.addHandler(meter.counting_lines())
    log.info("a")
    log.error("%s", NIK)
    assert registry.get_sample_value("adminduk_catatan_total", {"tingkat": "error"}) == 1
    assert registry.get_sample_value("adminduk_catatan_total", {"tingkat": "warning"}) == 0
    assert NIK.encode() not in generate_latest(registry)
