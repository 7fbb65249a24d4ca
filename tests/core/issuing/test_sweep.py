"""The sweep: begins what was never begun, tries again what was given up, tells the office."""

import asyncio
import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from core.issuing import IssuingRoom
from core.issuing.room import _in_turn
from core.jobs import GAGAL, Pekerjaan
from core.permohonan import StatusPermohonan, StatusProduk

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@dataclass
class Engine:
    """Writes down what is started and retried."""

    errors: dict[UUID, timedelta] = field(default_factory=dict)
    """What was given up, and how long ago."""
    running: set[UUID] = field(default_factory=set)
    keadaan: str = "ERROR"
    broken: set[UUID] = field(default_factory=set)
    """What the engine cannot begin."""
    started: list[UUID] = field(default_factory=list)
    retried: list[UUID] = field(default_factory=list)

    async def start(self, name: str, subject: UUID) -> None:
        if subject in self.broken:
            raise ConnectionError
        self.started.append(subject)

    async def retry(self, name: str, subject: UUID) -> None:
        self.retried.append(subject)

    async def all(self, name: str, *, keadaan: Collection[str]) -> list[Pekerjaan]:
        found = [await self.find(name, one) for one in (*self.errors, *self.running)]
        return [one for one in found if one is not None and one.keadaan in keadaan]

    async def find(self, name: str, subject: UUID) -> Pekerjaan | None:
        if subject in self.running:
            return Pekerjaan(name, subject, "PENDING", NOW)
        ago = self.errors.get(subject)
        return Pekerjaan(name, subject, self.keadaan, NOW - ago) if ago is not None else None


@dataclass
class Desk:
    """Cases that are open, each with one product."""

    case: Any
    produk: StatusProduk
    others: tuple[Any, ...] = ()
    book: Any = None

    async def waiting(self) -> list[Any]:
        return [self.case, *self.others]

    async def find(self, case_id: UUID) -> Any:
        return next((one for one in await self.waiting() if one.id == case_id), None)

    async def products(self, case_id: UUID) -> list[Any]:
        return [SimpleNamespace(status=self.produk)]


def approved(minutes_ago: float) -> Any:
    return SimpleNamespace(
        id=uuid4(),
        status=StatusPermohonan.DISETUJUI,
        diputus_at=NOW - timedelta(minutes=minutes_ago),
        pratinjau="",
    )


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[UUID]:
    """Which cases the office was told have stopped."""
    return _lines(monkeypatch, "tell_stuck")


@pytest.fixture
def told_late(monkeypatch: pytest.MonkeyPatch) -> list[UUID]:
    """Which cases the office was told are late."""
    return _lines(monkeypatch, "tell_late")


def _lines(monkeypatch: pytest.MonkeyPatch, name: str) -> list[UUID]:
    lines: list[UUID] = []

    async def tell(self: object, case: Any) -> None:
        lines.append(case.id)

    monkeypatch.setattr(f"core.issuing.steps.Steps.{name}", tell)
    return lines


def room(engine: Engine, desk: Desk) -> IssuingRoom:
    nothing: Any = SimpleNamespace(
        zona="Asia/Jakarta", pratinjau=SimpleNamespace(pemohon_jam=0), tenggat=None
    )
    machines: Any = SimpleNamespace(renderer=None, signer=None, blobs=None, penerbit=None)
    cases: Any = desk
    jobs: Any = engine
    return IssuingRoom(
        kantor=nothing,
        katalog=nothing,
        cases=cases,
        products=nothing,
        population=nothing,
        mesin=machines,
        jobs=jobs,
        now=lambda: NOW,
    )


async def test_an_approved_case_is_begun(told: list[UUID]) -> None:
    engine, case = Engine(), approved(1)
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert engine.started == [case.id]
    assert told == []


async def test_a_case_whose_products_are_issued_is_left_alone(told: list[UUID]) -> None:
    engine, case = Engine(), approved(600)
    await room(engine, Desk(case, StatusProduk.SIAP_DIAMBIL)).sweep()
    assert engine.started == []
    assert told == []


async def test_a_case_that_is_late_but_running_is_told_as_late_and_not_as_stopped(
    told: list[UUID], told_late: list[UUID]
) -> None:
    case = approved(16)
    engine = Engine(running={case.id})
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert (engine.started, told, told_late) == ([], [], [case.id])


@pytest.mark.parametrize("keadaan", GAGAL)
async def test_work_that_the_engine_gave_up_is_told_of(told: list[UUID], keadaan: str) -> None:
    case = approved(12)
    engine = Engine(errors={case.id: timedelta(minutes=1)}, keadaan=keadaan)
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert (engine.started, engine.retried, told) == ([], [], [case.id])


async def test_what_fails_for_less_than_ten_minutes_is_not_told_of(told: list[UUID]) -> None:
    case = approved(9)
    engine = Engine(errors={case.id: timedelta(minutes=1)})
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert told == []


@pytest.mark.parametrize("keadaan", GAGAL)
@pytest.mark.parametrize(
    ("since_decision", "since_try", "again"),
    [(1, 0.4, 0), (1, 0.6, 1), (8, 3, 0), (8, 5, 1), (600, 59, 0), (600, 61, 1)],
)
@pytest.mark.usefixtures("told")
async def test_what_was_given_up_is_tried_after_half_its_age_and_at_least_once_an_hour(
    keadaan: str, since_decision: float, since_try: float, again: int
) -> None:
    case = approved(since_decision)
    engine = Engine(errors={case.id: timedelta(minutes=since_try)}, keadaan=keadaan)
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert engine.retried == [case.id] * again


async def test_a_case_that_the_sweep_fails_at_stops_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad, good = approved(2), approved(1)
    engine = Engine(broken={bad.id})
    with caplog.at_level(logging.ERROR):
        await room(engine, Desk(bad, StatusProduk.MENUNGGU, others=(good,))).sweep()
    assert engine.started == [good.id]
    assert f"{bad.id}" in caplog.text
    assert "ConnectionError" in caplog.text


async def test_what_is_tried_again_just_now_is_told_of_only_when_it_fails_anew(
    told: list[UUID],
) -> None:
    case = approved(600)
    engine = Engine(errors={case.id: timedelta(minutes=90)})
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert (engine.retried, told) == ([case.id], [])


@pytest.mark.parametrize("keadaan", GAGAL)
async def test_an_officer_is_told_what_was_given_up_from_what_is_under_way(keadaan: str) -> None:
    stopped, running, new = uuid4(), uuid4(), uuid4()
    engine = Engine(errors={stopped: timedelta()}, running={running}, keadaan=keadaan)
    desk = room(engine, Desk(approved(1), StatusProduk.MENUNGGU))
    assert [await desk.is_given_up(one) for one in (stopped, running, new)] == [True, False, False]


async def test_signing_and_publishing_run_a_few_at_a_time() -> None:
    running, most, rest = 0, 0, asyncio.Event()

    async def step(case_id: UUID) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 2:
            rest.set()
        await rest.wait()
        await asyncio.sleep(0)
        running -= 1

    bounded = _in_turn(asyncio.Semaphore(2), step)
    async with asyncio.timeout(5):
        await asyncio.gather(*(bounded(uuid4()) for _ in range(5)))
    assert most == 2


async def test_an_officer_may_try_again_at_once() -> None:
    case = approved(12)
    engine = Engine(errors={case.id: timedelta(minutes=1)})
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).retry(case.id)
    assert engine.retried == [case.id]


async def test_trying_again_what_was_never_begun_begins_it() -> None:
    engine, case = Engine(), approved(12)
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).retry(case.id)
    assert (engine.started, engine.retried) == ([case.id], [])


async def test_a_sweep_that_fails_is_not_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.issuing.room._LOOK_SECONDS", 0)
    swept = asyncio.Event()

    class Flaky(Engine):
        async def all(self, name: str, *, keadaan: Collection[str]) -> list[Pekerjaan]:
            if not self.started:
                self.started.append(uuid4())
                raise ConnectionError
            swept.set()
            return []

    sweeping = room(Flaky(), Desk(approved(1), StatusProduk.SIAP_DIAMBIL)).keep_sweeping()
    task = asyncio.create_task(sweeping)
    async with asyncio.timeout(5):
        await swept.wait()
    task.cancel()
