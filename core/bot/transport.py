"""Carries calls to the Bot API: PTB's BaseRequest on aiohttp, with bounded, kept connections.

An error of it never holds an address (it contains the token) nor what a peer wrote (it may quote
the address); PTB gives every error to whoever asked.
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Mapping
from http import HTTPStatus
from typing import Any

from aiohttp import ClientResponse, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from core.bot.multipart import Multipart, Piece
from core.bot.proxy import Proxy
from core.bot.waits import Waits

# The Bot API lets a bot fetch files of up to 20 MB (core.telegram.org/bots/api#getfile).
MOST_BYTES = 20 * 1024 * 1024
_JSON = {"Content-Type": "application/json"}


class Transport(BaseRequest):
    """One session; at most `connections` at a time, further calls wait for a free one."""

    def __init__(
        self,
        *,
        connections: int,
        waits: Waits | None = None,
        proxy: Proxy | None = None,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._connections = connections
        self._waits = waits or Waits()
        self._proxy = proxy
        self._most = most_bytes
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The usual read time-out in seconds; PTB adds the long poll's time to it."""
        return self._waits.read

    async def initialize(self) -> None:
        """Open the session, unless it is open."""
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=self._connections),
                cookie_jar=DummyCookieJar(),
                # Compressed answers would have to be bounded anew once unpacked.
                headers={"User-Agent": self.USER_AGENT, "Accept-Encoding": "identity"},
                auto_decompress=False,
                proxy=self._proxy.url if self._proxy else None,
            )

    async def shutdown(self) -> None:
        """Close every connection, unless that is done."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Do one call; return its status and the bounded body.

        Raises TimedOut or NetworkError, as PTB's own HTTPXRequest does.
        """
        waits = self._waits.altered(
            connect=connect_timeout, read=read_timeout, write=write_timeout, pool=pool_timeout
        )
        try:
            return await self._call(method, url, request_data, waits)
        except TelegramError:
            raise
        except Exception as cause:
            fault = _translated(cause)
        # Outside of `except`: the foreign error, which may quote the address, is not its context.
        raise fault

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer. One that is no JSON object is not Telegram's, and is not repeated."""
        content = _object(payload)
        if content is None:
            raise NetworkError("the answer is not one of the Bot API")
        return content

    async def _call(
        self, method: str, url: str, call: RequestData | None, waits: Waits
    ) -> tuple[int, bytes]:
        if call is None:
            return await self._exchange(method, url, None, {}, waits.of_transfer)
        if not call.contains_files:
            body = json.dumps(call.parameters).encode()
            return await self._exchange(method, url, body, _JSON, waits.of_call)
        form = Multipart(call)
        headers = {"Content-Type": form.type, "Content-Length": str(form.size)}
        async with asyncio.timeout(None) as deadline:
            pieces = _watched(form.pieces(), deadline, waits.write)
            return await self._exchange(method, url, pieces, headers, waits.of_transfer)

    async def _exchange(
        self,
        method: str,
        url: str,
        body: bytes | AsyncIterator[Piece] | None,
        headers: Mapping[str, str],
        within: ClientTimeout,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        proxy = self._proxy
        if proxy is not None and url.startswith("http:"):
            headers = {**headers, **proxy.headers}  # aiohttp only gives them with a CONNECT
        async with self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            timeout=within,
            allow_redirects=False,
            proxy_headers=proxy.headers if proxy else None,
        ) as answer:
            content = await self._read(answer)
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return answer.status, content
        # PTB would quote a page that is no JSON; whoever wrote it may have quoted our address.
        return answer.status, content if _object(content) is not None else b"{}"

    async def _read(self, answer: ClientResponse) -> bytes:
        announced = answer.content_length
        if announced is not None and announced <= self._most:
            return await answer.read()
        pieces, size = [], announced or 0
        while size <= self._most and (piece := await answer.content.readany()):
            pieces.append(piece)
            size += len(piece)
        if size > self._most:
            raise NetworkError(f"the answer is larger than {self._most} bytes")
        return b"".join(pieces)


async def _watched(
    pieces: AsyncIterator[Piece], deadline: asyncio.Timeout, seconds: float | None
) -> AsyncIterator[Piece]:
    """Move the deadline with every piece that the peer takes; aiohttp has no write time-out."""
    loop = asyncio.get_running_loop()
    async for piece in pieces:
        deadline.reschedule(None if seconds is None else loop.time() + seconds)
        yield piece
    deadline.reschedule(None)


def _object(payload: bytes) -> dict[str, Any] | None:
    try:
        content = json.loads(payload.decode("utf-8", "replace"))
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def _translated(cause: Exception) -> TelegramError:
    """Say what kind of thing happened, and nothing else."""
    reason = type(cause).__name__
    if isinstance(cause, TimeoutError):
        return TimedOut(f"Timed out ({reason})")
    if isinstance(cause, OSError) and cause.errno is not None and cause.errno > 0:
        reason += f": {os.strerror(cause.errno)}"
    return NetworkError(reason)
