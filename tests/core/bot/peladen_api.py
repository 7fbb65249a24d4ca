"""A Bot API on a real socket that answers, stalls and breaks as a test wants."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "7:RAHASIA-sekali"
ME = {"id": 7, "is_bot": True, "first_name": "Layanan", "username": "layanan_bot"}
MESSAGE = {"message_id": 5, "date": 1795000000, "chat": {"id": 1, "type": "private"}, "text": "x"}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Asked:
    """A call as it arrived."""

    method: str
    type: str
    headers: dict[str, str]
    body: bytes

    @property
    def parameters(self) -> Any:
        """What its JSON says."""
        return json.loads(self.body)


@dataclass
class PeladenApi:
    """Remembers calls and connections; `answers` overrule what a method usually gets."""

    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    connections: set[Any] = field(default_factory=set)
    answers: dict[str, Answer] = field(default_factory=dict)
    going_on: int = 0
    most_at_once: int = 0
    stalled: asyncio.Event = field(default_factory=asyncio.Event)
    never: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def base_url(self) -> str:
        """As PTB wants it."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """As PTB wants it."""
        return f"{self.url}/file/bot"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Note a call and answer it."""
        self.connections.add(request.transport)
        name = request.path.rpartition("/")[2]
        self.going_on += 1
        self.most_at_once = max(self.most_at_once, self.going_on)
        try:
            overruled = self.answers.get(name)
            if overruled is not None:
                return await overruled(request)
            body = await request.read()
            self.asked.append(
                Asked(name, request.content_type, dict(request.headers), body),
            )
            return result(ME if name == "getMe" else MESSAGE)
        finally:
            self.going_on -= 1

    async def stall(self, request: web.Request) -> web.StreamResponse:
        """Say nothing, ever."""
        self.stalled.set()
        await self.never.wait()
        raise web.HTTPGone


def result(content: object) -> web.Response:
    return web.json_response({"ok": True, "result": content})


def refusal(status: int, description: str, **parameters: int) -> Answer:
    """A refusal as Telegram words it."""
    body: dict[str, object] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters

    async def answer(request: web.Request) -> web.Response:
        return web.json_response(body, status=status)

    return answer


@contextlib.asynccontextmanager
async def peladen_api() -> AsyncIterator[PeladenApi]:
    """Listen on a free port of loopback until the block ends."""
    api = PeladenApi()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{rest:.*}", api.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield api
    finally:
        api.never.set()
        await runner.cleanup()
