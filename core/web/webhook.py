"""The door through which Telegram hands updates to `kerja`: one route, one secret, nothing else.

An update is answered with 200 once `receive` has stored it; Telegram repeats what was not.
Refuses whoever does not know the secret before a byte of the body is read.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from delivery.headers import HeaderSetter
from delivery.runner import SiteRunner

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_BYTES = 1024 * 1024  # an update is a few kB; Telegram states no limit
BODY_SECONDS = 10.0
STORE_SECONDS = 20.0  # Telegram hangs up after about a minute

Receive = Callable[[dict[str, Any]], Awaitable[bool]]


class WebhookDoor:
    """Checks who knocks, reads what he brings, and answers only after it is stored.

    `receive` tells whether it was an update; any error of it means "not stored".
    """

    def __init__(
        self,
        receive: Receive,
        secret: str,
        *,
        body_seconds: float = BODY_SECONDS,
        store_seconds: float = STORE_SECONDS,
    ) -> None:
        if not secret:
            raise ValueError("a webhook without a secret would let everybody in")
        self._receive = receive
        self._secret = secret.encode()
        self._body_seconds = body_seconds
        self._store_seconds = store_seconds

    def app(self, path: str) -> web.Application:
        """Return the application: POST at `path`, and no other route."""
        app = web.Application(client_max_size=BODY_BYTES)
        app.router.add_post(path, self.take, expect_handler=self.greet)
        app.on_response_prepare.append(HeaderSetter(https=False))
        return app

    async def greet(self, request: web.Request) -> web.StreamResponse | None:
        """Answer `Expect: 100-continue`; without the secret there is nothing to continue."""
        if not self._knows_secret(request):
            return _refusal(403)
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.writer.output_size = 0  # the answer itself has not begun
        return None

    async def take(self, request: web.Request) -> web.Response:
        """Take one update."""
        if not self._knows_secret(request):
            return _refusal(403)
        if request.content_type != "application/json" or "Content-Encoding" in request.headers:
            return _refusal(415)
        try:
            async with asyncio.timeout(self._body_seconds):
                body = await request.read()
        except TimeoutError:
            return _refusal(408)
        except web.HTTPRequestEntityTooLarge:
            return _refusal(413)
        return web.Response(status=await self._store(body))

    async def _store(self, body: bytes) -> int:
        try:
            payload = _read(body)
        except ValueError as cause:
            return _dropped(type(cause).__name__)
        try:
            async with asyncio.timeout(self._store_seconds):
                stored = await self._receive(payload)
        except Exception as cause:
            log.error("webhook: pembaruan belum tersimpan (%s)", type(cause).__name__)
            return 503
        return 200 if stored else _dropped("tanpa nomor")

    def _knows_secret(self, request: web.Request) -> bool:
        given = request.headers.getall(SECRET_HEADER, [])
        # aiohttp reads what is no UTF-8 into surrogates.
        return len(given) == 1 and hmac.compare_digest(
            given[0].encode(errors="surrogateescape"), self._secret
        )


class WebhookSite:
    """The door while it is open."""

    def __init__(self, app: web.Application, host: str, port: int) -> None:
        self._runner = SiteRunner(app)
        self._host, self._port = host, port

    @property
    def port(self) -> int:
        """Where it listens; known after start if 0 was asked for."""
        return int(self._runner.addresses[0][1]) if self._runner.addresses else self._port

    async def start(self) -> None:
        """Listen; OSError if the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Close the door; updates that are being stored are answered first."""
        await self._runner.cleanup()


def _read(body: bytes) -> dict[str, Any]:
    try:
        payload = json.loads(body)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(payload, dict):
        raise ValueError("not an object")
    return payload


def _dropped(reason: str) -> int:
    """What is no update stays none: Telegram must not repeat it for ever."""
    log.error("webhook: isi yang bukan pembaruan dibuang (%s)", reason)
    return 200


def _refusal(status: int) -> web.Response:
    """Say no and nothing else; the rest of the request is not waited for."""
    refusal = web.Response(status=status)
    refusal.force_close()
    return refusal
