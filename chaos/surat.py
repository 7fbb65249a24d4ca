"""A scripted SMTP server: mostly polite, sometimes not, and it remembers every letter it took.

Per letter (Message-ID) it misbehaves at most once, so that the harness knows what a repeat may be.
"""

import asyncio
import contextlib
import hashlib
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from functools import cached_property

_HOST = "127.0.0.1"
_LINE_SECONDS = 60.0
_MESSAGE_ID = re.compile(rb"^Message-ID:\s+<([^>\r\n]+)>", re.MULTILINE | re.IGNORECASE)


class Ulah(StrEnum):
    """What the server does with one connection."""

    SOPAN = "sopan"
    GREYLIST = "greylist"  # 450 to RCPT
    PENUH = "421"  # 421 instead of a greeting
    PUTUS_SEBELUM = "putus sebelum titik"  # gone after DATA, nothing taken
    PUTUS_SESUDAH = "putus sesudah titik"  # taken, and gone before 250
    LAMBAT = "lambat"  # taken, 250 comes late
    TUNDA_ISI = "451 sesudah titik"  # not taken


_WEIGHTS = {
    Ulah.SOPAN: 85,
    Ulah.GREYLIST: 3,
    Ulah.PENUH: 2,
    Ulah.PUTUS_SEBELUM: 2,
    Ulah.PUTUS_SESUDAH: 2,
    Ulah.LAMBAT: 4,
    Ulah.TUNDA_ISI: 2,
}
_AMBIGUOUS = (Ulah.PUTUS_SEBELUM, Ulah.PUTUS_SESUDAH)
LATE_SECONDS = 0.5
HELD_SECONDS = 2.0


@dataclass
class Salinan:
    """One copy of a letter that the server took."""

    message_id: str
    kepada: str
    sidik: str
    isi: bytes = field(repr=False)

    @cached_property
    def parsed(self) -> EmailMessage:
        """The letter as the standard library reads it."""
        parsed = message_from_bytes(self.isi, policy=policy.default)
        assert isinstance(parsed, EmailMessage), "policy.default makes EmailMessage"
        return parsed

    @property
    def subjek(self) -> str:
        """What it is about."""
        return str(self.parsed["Subject"])

    @property
    def teks(self) -> str:
        """Its plain text."""
        body = self.parsed.get_body(("plain",))
        return str(body.get_content()) if body is not None else ""


class Kotak:
    """What was taken, and how the server behaved."""

    def __init__(self) -> None:
        self.salinan: list[Salinan] = []
        self.ulah: dict[Ulah, int] = dict.fromkeys(Ulah, 0)
        self.kabur: dict[str, int] = {}
        """How often the server itself left it open whether it took a letter, by Message-ID."""
        self._by_address: dict[str, list[Salinan]] = {}

    def keep(self, kepada: str, isi: bytes) -> None:
        """Keep a copy."""
        found = _MESSAGE_ID.search(isi)
        name = found[1].decode("ascii", "replace") if found else ""
        taken = Salinan(name, kepada, hashlib.sha256(isi).hexdigest(), isi)
        self.salinan.append(taken)
        self._by_address.setdefault(kepada, []).append(taken)

    def to(self, kepada: str) -> list[Salinan]:
        """Return what an address got, oldest first."""
        return self._by_address.get(kepada, [])


class Peladen:
    """The server. `late` tells whether the next answer after a dot must come late."""

    def __init__(self, kotak: Kotak, dadu: random.Random, late: Callable[[], bool]) -> None:
        self.kotak = kotak
        self._dadu = dadu
        self._late = late
        self._server: asyncio.Server | None = None
        self._misbehaved: set[str] = set()
        self.tenang = False
        """Be polite from now on: the run is to end."""
        self._held: asyncio.Event | None = None

    async def start(self) -> int:
        """Listen and return the port."""
        self._server = await asyncio.start_server(self._serve, _HOST, 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ulah = self._choose()
        try:
            await _Percakapan(self, reader, writer, ulah).run()
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    def _choose(self) -> Ulah:
        if self.tenang:
            return Ulah.SOPAN
        return self._dadu.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]

    def may_misbehave(self, name: str, ulah: Ulah) -> bool:
        """Tell whether to do it to this address (before DATA) or letter: once each."""
        key = f"{'kabur' if ulah in _AMBIGUOUS else ulah}|{name}"
        if key in self._misbehaved:
            return False
        self._misbehaved.add(key)
        return True

    def hold_next(self) -> asyncio.Event:
        """Let the 250 of the next letter come late; the event is set when that letter is taken."""
        self._held = asyncio.Event()
        return self._held

    def lateness(self, ulah: Ulah) -> float:
        """Return for how many seconds this answer is kept back."""
        if self._held is not None:
            self._held.set()
            self._held = None
            return HELD_SECONDS
        return LATE_SECONDS if ulah is Ulah.LAMBAT or self._late() else 0.0


class _Percakapan:
    """One connection."""

    def __init__(
        self,
        peladen: Peladen,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        ulah: Ulah,
    ) -> None:
        self._peladen, self._reader, self._writer, self._ulah = peladen, reader, writer, ulah
        self._kepada = ""

    async def run(self) -> None:
        if self._ulah is Ulah.PENUH:
            self._did(Ulah.PENUH)
            await self._say("421 later")
            return
        await self._say("220 chaos")
        while True:
            verb, rest = await self._hear()
            match verb:
                case "EHLO" | "HELO":
                    await self._say("250 chaos")
                case "MAIL" | "RSET" | "NOOP":
                    await self._say("250 ok")
                case "RCPT":
                    await self._recipient(rest)
                case "DATA":
                    if not await self._content():
                        return
                case "QUIT":
                    await self._say("221 bye")
                    return
                case _:
                    await self._say("502 no")

    async def _recipient(self, rest: str) -> None:
        self._kepada = rest.partition("<")[2].partition(">")[0].lower()
        if self._ulah is Ulah.GREYLIST and self._peladen.may_misbehave(self._kepada, self._ulah):
            self._did(Ulah.GREYLIST)
            await self._say("450 4.7.1 greylisted, come back later")
        else:
            await self._say("250 ok")

    async def _content(self) -> bool:
        """Take a letter, or not; False ends the connection."""
        await self._say("354 go on")
        kotak, ulah = self._peladen.kotak, self._ulah
        head = await self._until(b"\r\n")
        found = _MESSAGE_ID.search(head)
        name = found[1].decode("ascii", "replace") if found else ""
        if ulah in (*_AMBIGUOUS, Ulah.TUNDA_ISI) and not self._peladen.may_misbehave(name, ulah):
            ulah = Ulah.SOPAN
        self._did(ulah)
        if ulah is Ulah.PUTUS_SEBELUM:
            kotak.kabur[name] = kotak.kabur.get(name, 0) + 1
            return False
        rest = await self._until(b".\r\n")
        if ulah is Ulah.TUNDA_ISI:
            await self._say("451 4.3.0 not now")
            return True
        kotak.keep(self._kepada, head + b"\r\n" + rest)
        if ulah is Ulah.PUTUS_SESUDAH:
            kotak.kabur[name] = kotak.kabur.get(name, 0) + 1
            return False
        await asyncio.sleep(self._peladen.lateness(ulah))
        await self._say("250 taken")
        return True

    async def _until(self, end: bytes) -> bytes:
        """Read lines up to one, and leave that one out."""
        lines = []
        while (line := await self._line()) != end:
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)

    async def _hear(self) -> tuple[str, str]:
        verb, _, rest = (await self._line()).decode("ascii", "replace").strip().partition(" ")
        return verb.upper(), rest

    async def _line(self) -> bytes:
        async with asyncio.timeout(_LINE_SECONDS):
            return await self._reader.readuntil(b"\n")

    async def _say(self, text: str) -> None:
        self._writer.write(f"{text}\r\n".encode("ascii"))
        await self._writer.drain()

    def _did(self, ulah: Ulah) -> None:
        self._peladen.kotak.ulah[ulah] += 1
