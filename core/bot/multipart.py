"""Writes a call with files as multipart/form-data, piece by piece: no file is held twice."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import IO
from uuid import uuid4

from telegram.request import RequestData

_PIECE = 64 * 1024
_END_OF_LINE = b"\r\n"
# What would end a quoted name early; written as browsers do (WHATWG HTML 4.10.21.8).
_QUOTED = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})

Content = bytes | IO[bytes]
Piece = bytes | memoryview


class Multipart:
    """The body of one call; `type` and `size` are its headers."""

    def __init__(self, call: RequestData) -> None:
        boundary = uuid4().hex
        self.type = f"multipart/form-data; boundary={boundary}"
        self._rule = f"--{boundary}\r\n".encode()
        self._end = f"--{boundary}--\r\n".encode()
        self._parts = list(self._compose(call.json_parameters, call.multipart_data))
        self.size = len(self._end) + sum(
            len(head) + _size(content) + len(_END_OF_LINE) for head, content in self._parts
        )

    async def pieces(self) -> AsyncIterator[Piece]:
        """Give the body in pieces; the next is only read when it is asked for."""
        for head, content in self._parts:
            yield head
            async for piece in _pieces(content):
                yield piece
            yield _END_OF_LINE
        yield self._end

    def _compose(
        self, values: Mapping[str, str], files: Mapping[str, tuple[str, Content, str]]
    ) -> Iterator[tuple[bytes, Content]]:
        for name, value in values.items():
            yield self._rule + _disposition(name) + b"\r\n\r\n", value.encode()
        for name, (filename, content, mime) in files.items():
            head = _disposition(name, filename) + f"\r\nContent-Type: {mime}\r\n\r\n".encode()
            yield self._rule + head, content


def _disposition(name: str, filename: str | None = None) -> bytes:
    line = f'Content-Disposition: form-data; name="{name.translate(_QUOTED)}"'
    if filename is not None:
        line += f'; filename="{filename.translate(_QUOTED)}"'
    return line.encode()


def _size(content: Content) -> int:
    if isinstance(content, bytes):
        return len(content)
    start = content.tell()
    end = content.seek(0, 2)
    content.seek(start)
    return end - start


async def _pieces(content: Content) -> AsyncIterator[Piece]:
    if isinstance(content, bytes):
        whole = memoryview(content)
        for start in range(0, len(whole), _PIECE):
            yield whole[start : start + _PIECE]
    else:
        while piece := await asyncio.to_thread(content.read, _PIECE):
            yield piece
