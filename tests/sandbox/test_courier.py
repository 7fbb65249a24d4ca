"""Deliveries to a webhook over real sockets: the secret, the order, the repeats, the end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import ClientSession, web

from sandbox import Klien, Sandbox
from sandbox.courier import SECRET_HEADER, queue_of
from sandbox.updates import Update
from tests.sandbox.conftest import BUDI, GRUP, RINA, SITI, STAGE, Wire

DEADLINE = 30.0


@dataclass
class Desk:
    """A webhook that notes what comes; answers what `answers` says, then 200."""

    port: int = 0
    got: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    held: asyncio.Event = field(default_factory=asyncio.Event)
    open: int = 0
    most_open: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def take(self, request: web.Request) -> web.Response:
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        self.got.append((request.headers.get(SECRET_HEADER, ""), await request.json()))
        async with self.changed:
            self.changed.notify_all()
        await self.held.wait()
        self.open -= 1
        code = self.answers.pop(0) if self.answers else 200
        return web.Response(status=code, headers=self.headers if code != 200 else {})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/kait"

    @property
    def ids(self) -> list[int]:
        return [update["update_id"] for _, update in self.got]

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(DEADLINE), self.changed:
            await self.changed.wait_for(condition)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    desk.held.set()
    app = web.Application()
    app.router.add_post("/kait", desk.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    desk.port = int(runner.addresses[0][1])
    yield desk
    desk.held.set()
    await runner.cleanup()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(STAGE, webhook_pause=0.01) as running:
        yield running


async def test_an_update_is_posted_with_the_secret_and_confirmed_by_the_answer(
    wire: Wire, klien: Klien, desk: Desk
) -> None:
    await wire("setWebhook", url=desk.url, secret_token="rahasia_1-A")
    await klien.mulai(SITI)
    delivered = await klien.tunggu_antaran(batas=DEADLINE)
    ((secret, update),) = desk.got
    assert secret == "rahasia_1-A"
    assert update["message"]["text"] == "/start"
    assert (delivered.pembaruan, delivered.kode) == (update["update_id"], 200)
    assert (await klien.webhook()).tertunda == 0


async def test_without_a_secret_no_header_is_sent(wire: Wire, klien: Klien, desk: Desk) -> None:
    await wire("setWebhook", url=desk.url)
    await klien.mulai(SITI)
    await klien.tunggu_antaran(batas=DEADLINE)
    assert desk.got[0][0] == ""


async def test_what_came_before_the_webhook_is_delivered_too(
    wire: Wire, klien: Klien, desk: Desk
) -> None:
    await klien.mulai(SITI)
    await wire("setWebhook", url=desk.url)
    await klien.tunggu_antaran(batas=DEADLINE)
    assert len(desk.got) == 1


async def test_a_failed_delivery_is_repeated_and_told_of(
    wire: Wire, klien: Klien, desk: Desk
) -> None:
    desk.answers = [503, 401, 500]
    await wire("setWebhook", url=desk.url)
    await klien.mulai(SITI)
    await klien.tunggu_antaran(batas=DEADLINE)
    assert [each.kode for each in await klien.antaran()] == [503, 401, 500, 200]
    assert len(set(desk.ids)) == 1
    told = (await wire("getWebhookInfo")).result
    assert told["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )
    assert told["pending_update_count"] == 0


async def test_the_next_of_a_chat_waits_and_another_chat_goes_on(
    wire: Wire, klien: Klien, desk: Desk
) -> None:
    desk.answers, desk.headers = [503], {"Retry-After": "3600"}
    await wire("setWebhook", url=desk.url)
    await klien.tulis(SITI, "satu")
    await klien.tunggu_antaran(lambda antaran: antaran.kode == 503, batas=DEADLINE)
    await klien.tulis(SITI, "dua")
    await klien.tulis(BUDI, "tiga")
    await klien.tunggu_antaran(batas=DEADLINE)
    assert [update["message"]["text"] for _, update in desk.got] == ["satu", "tiga"]
    assert (await klien.webhook()).tertunda == 2


async def test_the_messages_of_a_chat_come_in_order(wire: Wire, klien: Klien, desk: Desk) -> None:
    desk.answers = [500, 200, 500, 500]
    await wire("setWebhook", url=desk.url)
    texts = [f"pesan {number}" for number in range(8)]
    for text in texts:
        await klien.tulis(SITI, text)
    last = (await klien.pesan(SITI))[-1]
    await desk.until(lambda: bool(desk.got) and desk.got[-1][1]["message"]["text"] == last.teks)
    heard = [update["message"]["text"] for _, update in desk.got]
    assert list(dict.fromkeys(heard)) == texts
    assert heard == sorted(heard)


@pytest.mark.parametrize(("connections", "open_at_once"), [(1, 1), (2, 2), (40, 4)])
async def test_no_more_connections_are_used_than_allowed(
    wire: Wire, klien: Klien, desk: Desk, connections: int, open_at_once: int
) -> None:
    desk.held.clear()
    await wire("setWebhook", url=desk.url, max_connections=connections)
    for person in (SITI, BUDI, RINA):
        await klien.mulai(person)
    await klien.tulis(RINA, "/antrean", chat=GRUP)
    await desk.until(lambda: desk.open == open_at_once)
    desk.held.set()
    await desk.until(lambda: len(desk.got) == 4)
    assert desk.most_open == open_at_once


async def test_where_nobody_listens_updates_wait(wire: Wire, klien: Klien, desk: Desk) -> None:
    await wire("setWebhook", url="http://127.0.0.1:9/kait")
    await klien.mulai(SITI)
    await klien.tunggu_antaran(lambda antaran: antaran.kode == 0, batas=DEADLINE)
    found = await klien.webhook()
    assert (found.tertunda, found.galat) == (1, "Connection refused")
    await wire("setWebhook", url=desk.url)
    await klien.tunggu_antaran(batas=DEADLINE)
    assert (await klien.webhook()).tertunda == 0


async def test_an_update_is_delivered_again_on_demand(
    wire: Wire, klien: Klien, desk: Desk
) -> None:
    await wire("setWebhook", url=desk.url)
    await klien.tulis(SITI, "satu")
    first = await klien.tunggu_antaran(batas=DEADLINE)
    await klien.tulis(SITI, "dua")
    await klien.tunggu_antaran(sesudah=first.nomor, batas=DEADLINE)
    repeated = await klien.ulangi(2, pembaruan=first.pembaruan)
    assert (repeated.id, repeated.jenis) == (first.pembaruan, "message")
    await desk.until(lambda: len(desk.got) == 4)
    one, two = first.pembaruan, first.pembaruan + 1
    assert desk.ids == [one, two, one, one]


async def test_without_the_webhook_nothing_more_is_posted(
    wire: Wire, klien: Klien, desk: Desk
) -> None:
    desk.answers, desk.headers = [503], {"Retry-After": "3600"}
    await wire("setWebhook", url=desk.url)
    await klien.mulai(SITI)
    await klien.tunggu_antaran(lambda antaran: antaran.kode == 503, batas=DEADLINE)
    await wire("deleteWebhook")
    assert len((await wire("getUpdates")).result) == 1
    assert len(desk.got) == 1


async def test_the_sandbox_stops_while_a_delivery_is_under_way(
    desk: Desk, session: ClientSession
) -> None:
    desk.held.clear()
    async with Sandbox(STAGE) as sandbox, Klien(sandbox.url) as klien:
        wire = Wire(session, sandbox.base_url, sandbox.token)
        await wire("setWebhook", url=desk.url)
        await klien.mulai(SITI)
        await desk.until(lambda: desk.open == 1)


def test_presses_are_a_queue_of_their_own() -> None:
    chat, person = {"id": SITI}, {"id": SITI}
    written = Update(1, "message", {"chat": chat, "from": person})
    edited = Update(2, "edited_message", {"chat": chat, "from": person})
    pressed = Update(3, "callback_query", {"from": person})
    assert queue_of(written) == queue_of(edited)
    assert queue_of(written) != queue_of(pressed)
