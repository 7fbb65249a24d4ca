"""A sandbox with two citizens, two officers and a group, and those who speak to it."""

import io
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from PIL import Image

from sandbox import Grup, Klien, Panggung, Sandbox, Tokoh

SITI, BUDI, RINA, AGUS = 101, 102, 201, 202
GRUP = -1001

STAGE = Panggung(
    warga=(Tokoh(SITI, "Siti Aminah", "siti"), Tokoh(BUDI, "Budi")),
    petugas=(Tokoh(RINA, "Rina Wulandari", "rina"), Tokoh(AGUS, "Agus")),
    grup=Grup(GRUP, "Petugas"),
)


@dataclass
class HeldClock:
    """A clock that moves only when a test moves it."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 8, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **step: float) -> None:
        self.moment += timedelta(**step)


@dataclass
class Reply:
    """What the Bot API answered."""

    status: int
    body: dict[str, object]

    @property
    def description(self) -> object:
        return self.body.get("description")

    @property
    def result(self) -> Any:
        return self.body["result"]


class Wire:
    """Calls Bot API methods as bare JSON, the way any bot library would."""

    def __init__(self, session: ClientSession, base_url: str, token: str) -> None:
        self._session = session
        self._address = f"{base_url}{token}"

    async def __call__(self, method: str, **params: object) -> Reply:
        async with self._session.post(f"{self._address}/{method}", json=params) as answer:
            return Reply(answer.status, await answer.json())


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
async def sandbox(clock: HeldClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(STAGE, now=clock) as running:
        yield running


@pytest.fixture
async def klien(sandbox: Sandbox) -> AsyncIterator[Klien]:
    async with Klien(sandbox.url) as opened:
        yield opened


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as opened:
        yield opened


@pytest.fixture
def wire(session: ClientSession, sandbox: Sandbox) -> Wire:
    return Wire(session, sandbox.base_url, sandbox.token)


@pytest.fixture
def picture() -> Callable[[int, int, str], bytes]:
    """Makes a picture of a size in a format."""

    def make(width: int, height: int, kind: str) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (width, height), "#3a6ea5").save(out, kind)
        return out.getvalue()

    return make
