"""A scripted SMTP server: says what the test tells it, breaks the line where the test tells it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

DROP = ""  # instead of an answer: close the connection
HANG = "hang"


@dataclass
class ScriptedServer:
    """Answers each verb from the script, else with success. `dot` is the answer to the content."""

    script: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    letters: list[bytes] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one client."""
        try:
            if await self._say(writer, "banner", "220 contoh ESMTP"):
                while line := await reader.readline():
                    if not await self._answer(line.decode("latin-1").strip(), reader, writer):
                        break
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client is gone
        finally:
            writer.close()

    async def _answer(
        self, line: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        verb = line.partition(" ")[0].upper()
        self.verbs.append(line)
        if verb == "EHLO":
            return await self._say(writer, "EHLO", "250-contoh\r\n250 AUTH PLAIN")
        if verb == "AUTH":
            return await self._say(writer, "AUTH", "235 2.7.0 masuk")
        if verb == "DATA":
            if not await self._say(writer, "DATA", "354 silakan"):
                return False
            if self.script.get("DATA", "354").startswith("354"):
                self.letters.append(await reader.readuntil(b"\r\n.\r\n"))
                return await self._say(writer, "dot", "250 2.0.0 diterima")
            return True
        return await self._say(writer, verb, "250 2.1.0 baik")

    async def _say(self, writer: asyncio.StreamWriter, moment: str, usual: str) -> bool:
        words = self.script.get(moment, usual)
        if words == HANG:
            await asyncio.Event().wait()
        if words == DROP:
            return False
        writer.write(words.encode() + b"\r\n")
        await writer.drain()
        return not words.startswith("421")


@contextlib.asynccontextmanager
async def scripted(**script: str) -> AsyncIterator[ScriptedServer]:
    """Run a scripted server on a free port of loopback."""
    server = ScriptedServer(script)
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(server.talk(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    listening = await asyncio.start_server(accept, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await listening.wait_closed()
