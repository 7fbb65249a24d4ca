"""A scripted SMTP server: says what the test tells it, breaks the line where the test tells it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field

DROP = ""  # instead of an answer: close the connection
HANG = "hang"


@dataclass(frozen=True)
class Flood:
    """So many bytes instead of an answer, without a line break."""

    size: int = 10 * 1024 * 1024


@dataclass(frozen=True)
class Tarpit:
    """The usual answer, but only after so many seconds."""

    seconds: float


Answer = str | Flood | Tarpit
Script = Mapping[str, Answer]
CUT = "CUT"  # moment: the middle of the content; any answer there closes the connection


@dataclass
class ScriptedServer:
    """Answers each verb from the script, else with success. `dot` is the answer to the content.

    `scripts` are played one per connection; the last one stays.
    """

    scripts: Sequence[Script] = ({},)
    port: int = 0
    letters: list[bytes] = field(default_factory=list)
    """Every content that came whole, whatever was answered."""
    accepted: list[bytes] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    connections: int = 0
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a client waits at a HANG."""
    release: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by the test: whoever hangs gets the usual answer."""

    @property
    def script(self) -> Script:
        """The script of the last connection."""
        return self.scripts[min(max(self.connections, 1), len(self.scripts)) - 1]

    @script.setter
    def script(self, script: Script) -> None:
        self.scripts = (script,)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one client."""
        self.connections += 1
        talk = _Talk(self, self.script, reader, writer)
        try:
            if await talk.say("banner", "220 contoh ESMTP"):
                while line := await reader.readline():
                    if not await talk.answer(line.decode("latin-1").strip()):
                        break
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client is gone
        finally:
            writer.close()


@dataclass
class _Talk:
    """One connection and its script."""

    server: ScriptedServer
    script: Script
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def answer(self, line: str) -> bool:
        """Answer one line; False ends the connection."""
        verb = line.partition(" ")[0].upper()
        self.server.verbs.append(line)
        if verb == "EHLO":
            return await self.say("EHLO", "250-contoh\r\n250-DSN\r\n250 AUTH PLAIN")
        if verb == "AUTH":
            return await self.say("AUTH", "235 2.7.0 masuk")
        if verb == "DATA":
            return await self._take_content()
        return await self.say(verb, "250 2.1.0 baik")

    async def _take_content(self) -> bool:
        if not await self.say("DATA", "354 silakan"):
            return False
        words = self.script.get("DATA", "354")
        if isinstance(words, str) and not words.startswith(("354", HANG)):
            return True
        if CUT in self.script:
            await self.reader.readexactly(10)
            return False
        content = await self.reader.readuntil(b"\r\n.\r\n")
        self.server.letters.append(content)
        if not await self.say("dot", "250 2.0.0 diterima"):
            return False
        words = self.script.get("dot", "250")
        if not isinstance(words, str) or words.startswith(("250", HANG)):
            self.server.accepted.append(content)
        return True

    async def say(self, moment: str, usual: str) -> bool:
        words = self.script.get(moment, usual)
        if words == HANG:
            self.server.reached.set()
            await self.server.release.wait()
            words = usual
        if isinstance(words, Tarpit):
            await asyncio.sleep(words.seconds)
            words = usual
        if isinstance(words, Flood):
            self.writer.write(b"x" * words.size)
            await self.writer.drain()
            return True
        if words == DROP:
            return False
        self.writer.write(words.encode() + b"\r\n")
        await self.writer.drain()
        return not words.startswith("421")


@contextlib.asynccontextmanager
async def scripted(**script: Answer) -> AsyncIterator[ScriptedServer]:
    """Run a server that plays one script for everybody."""
    async with scripted_in_turn(script) as server:
        yield server


@contextlib.asynccontextmanager
async def scripted_in_turn(*scripts: Script) -> AsyncIterator[ScriptedServer]:
    """Run a server on a free port of loopback; each connection gets the next script."""
    server = ScriptedServer(scripts)
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
