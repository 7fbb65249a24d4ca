"""The HTTP side of the client: sends, reads, and turns a refusal into its sentence."""

import json
from collections.abc import Mapping
from types import TracebackType
from typing import Self

import aiohttp


class Ditolak(Exception):
    """The sandbox refused an act; the sentence says why."""


class Saluran:
    """One session with one sandbox."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/") + "/kendali"
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(self, path: str, **query: str | int | float) -> bytes:
        """Read."""
        async with self._open.get(self._url + path, params=query) as answer:
            return await self._body(answer)

    async def post(self, path: str, asked: Mapping[str, object]) -> bytes:
        """Ask for an act."""
        async with self._open.post(self._url + path, json=asked) as answer:
            return await self._body(answer)

    async def delete(self, path: str) -> bytes:
        """Take back."""
        async with self._open.delete(self._url + path) as answer:
            return await self._body(answer)

    async def upload(
        self, path: str, fields: Mapping[str, str], *, isi: bytes, nama: str, mime: str
    ) -> bytes:
        """Send a file with its form fields."""
        form = aiohttp.FormData(quote_fields=False)
        for name, value in fields.items():
            form.add_field(name, value)
        form.add_field("berkas", isi, filename=nama, content_type=mime)
        async with self._open.post(self._url + path, data=form) as answer:
            return await self._body(answer)

    @property
    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the client is not open; use `async with Klien(url) as klien`")
        return self._session

    async def _body(self, answer: aiohttp.ClientResponse) -> bytes:
        body = await answer.read()
        if answer.status < 400:
            return body
        if answer.content_type == "application/json":
            raise Ditolak(str(json.loads(body).get("galat", "")))
        raise Ditolak(f"HTTP {answer.status}")
