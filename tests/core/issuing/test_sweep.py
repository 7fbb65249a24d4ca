"""The sweep: begins what was never begun, tells of what was given up, tries it once an hour."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from core.issuing import IssuingRoom
from core.jobs import GAGAL, Pekerjaan
from core.permohonan import StatusPermohonan, StatusProduk

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@dataclass
class Engine:
    """Writes down what is started and retried."""

    errors: dict[UUID, timedelta] = field(default_factory=dict)
    """What was given up, and how long ago."""
    started: list[UUID] = field(default_factory=list)
    retried: list[UUID] = field(default_factory=list)

    async def start(self, name: str, subject: UUID) -> None:
        self.started.append(subject)

    async def retry(self, name: str, subject: UUID) -> None:
        self.retried.append(subject)

    async def all(self, name: str, *, keadaan: str) -> list[Pekerjaan]:
        return [Pekerjaan(name, one, keadaan, NOW - ago) for one, ago in self.errors.items()]

    async def find(self, name: str, subject: UUID) -> Pekerjaan | None:
        ago = self.errors.get(subject)
        return Pekerjaan(name, subject, GAGAL, NOW - ago) if ago is not None else None


@dataclass
class Desk:
    """Cases that are open, each with one product."""

    case: Any
    produk: StatusProduk

    book: Any = None

    async def waiting(self) -> list[Any]:
        return [self.case]

    async def products(self, case_id: UUID) -> list[Any]:
        return [SimpleNamespace(status=self.produk)]


def approved(minutes_ago: float) -> Any:
    return SimpleNamespace(
        id=uuid4(),
        status=StatusPermohonan.DISETUJUI,
        diputus_at=NOW - timedelta(minutes=minutes_ago),
    )


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[UUID]:
    """Whom the office was told of."""
    lines: list[UUID] = []

    async def tell_stuck(self: object, case: Any) -> None:
        lines.append(case.id)

    monkeypatch.setattr("core.issuing.steps.Steps.tell_stuck", tell_stuck)
    return lines


def room(engine: Engine, desk: Desk) -> IssuingRoom:
    nothing: Any = SimpleNamespace(zona="Asia/Jakarta")
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


async def test_a_case_that_waits_too_long_is_told_of(told: list[UUID]) -> None:
    engine, case = Engine(), approved(16)
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert told == [case.id]


async def test_work_that_the_engine_gave_up_is_told_of_and_stops(told: list[UUID]) -> None:
    case = approved(12)
    engine = Engine(errors={case.id: timedelta(minutes=1)})
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert (engine.started, engine.retried, told) == ([], [], [case.id])


async def test_what_was_given_up_an_hour_ago_is_tried_once_more(told: list[UUID]) -> None:
    case = approved(90)
    engine = Engine(errors={case.id: timedelta(minutes=61)})
    await room(engine, Desk(case, StatusProduk.MENUNGGU)).sweep()
    assert engine.retried == [case.id]


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
        async def all(self, name: str, *, keadaan: str) -> list[Pekerjaan]:
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
