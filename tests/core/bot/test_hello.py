"""One plain call tells whether Telegram knows us, and what time it is there."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from core.bot import Diam, Diterima, Ditolak, hello

TOKEN = "123456789:" + "A" * 35
JAM = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)


class Telegram:
    """Answers getMe as a test wants."""

    def __init__(self) -> None:
        self.status = 200
        self.date = "Sun, 22 Nov 2026 03:04:05 GMT"
        self.asked: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        await self.gate.wait()
        headers = {"Date": self.date, "Location": "http://127.0.0.1:9/"}
        return web.json_response({"ok": self.status == 200}, status=self.status, headers=headers)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
async def base_url(telegram: Telegram) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/{rest:.*}", telegram.answer)
    async with TestServer(app) as server:
        yield f"http://127.0.0.1:{server.port}/bot"


async def test_a_known_token_is_welcome_and_told_the_time(
    base_url: str, telegram: Telegram
) -> None:
    assert await hello(TOKEN, base_url) == Diterima(JAM)
    assert telegram.asked == [f"/bot{TOKEN}/getMe"]


@pytest.mark.parametrize("date", ["", "kemarin", "Sun, 99 Nov 2026 03:04:05 GMT"])
async def test_a_time_that_cannot_be_read_is_none(
    base_url: str, telegram: Telegram, date: str
) -> None:
    telegram.date = date
    assert await hello(TOKEN, base_url) == Diterima(None)


@pytest.mark.parametrize("status", [401, 404])
async def test_s13_an_unknown_token_is_refused(
    base_url: str, telegram: Telegram, status: int
) -> None:
    telegram.status = status
    assert await hello(TOKEN, base_url) == Ditolak()


@pytest.mark.parametrize("status", [302, 429, 500, 502])
async def test_anything_else_is_no_answer(base_url: str, telegram: Telegram, status: int) -> None:
    telegram.status = status
    assert await hello(TOKEN, base_url) == Diam(str(status))


async def test_nobody_there_and_no_end_are_no_answers(base_url: str, telegram: Telegram) -> None:
    nobody = await hello(TOKEN, "http://127.0.0.1:9/bot")
    telegram.gate.clear()
    silent = await hello(TOKEN, base_url, seconds=0.1)
    telegram.gate.set()
    assert isinstance(nobody, Diam)
    assert isinstance(silent, Diam)
    assert TOKEN not in f"{nobody}{silent}"
