"""The sweep: begins what was never begun, tries on what was given up, tells of what waits."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from core.issuing import IssuingRoom
from core.jobs import Pekerjaan
from core.permohonan import StatusPermohonan, StatusProduk

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@dataclass
class Engine:
    """Writes down what is started and retried."""

    errors: list[UUID] = field(default_factory=list)
    started: list[UUID] = field(default_factory=list)
    retried: list[UUID] = field(default_factory=list)

    async def start(self, name: str, subject: UUID) -> None:
        self.started.append(subject)

    async def retry(self, name: str, subject: UUID) -> None:
        self.retried.append(subject)

    async def all(self, name: str, *, keadaan: str) -> list[Pekerjaan]:
        return [Pekerjaan(name, one, keadaan) for one in self.errors]


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


async def test_work_that_the_engine_gave_up_is_tried_again(told: list[UUID]) -> None:
    given_up = uuid4()
    engine = Engine(errors=[given_up])
    await room(engine, Desk(approved(1), StatusProduk.MENUNGGU)).sweep()
    assert engine.retried == [given_up]
