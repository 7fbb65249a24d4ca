"""A mail room with its outbox, a held clock, even dice, and somebody who writes down its news."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from core.store import unit_of_work
from core.store.models import Outbox
from delivery.laci import Surat, put_letter
from delivery.mailer import Mailer, SetelanSurat
from delivery.pos import Kurir, Pos
from tests.delivery.dunia import Clock
from tests.delivery.smtp_server import ScriptedServer
from vault import Sealer

MIME = b"Subject: contoh\r\nMessage-ID: <1@contoh.go.id>\r\n\r\nisi surat yang cukup panjang\r\n"
SEALER = Sealer(bytes(range(32)))
_PATIENCE = 60.0


@dataclass
class Told:
    """Writes down what the mail room tells."""

    lines: list[str] = field(default_factory=list)
    broken: int = 0
    """So many times more, telling that a letter was sent fails."""
    broken_delay: bool = False
    """Telling of a delay fails always."""

    async def sent(self, subjek: UUID | None, kunci: str) -> None:
        if self.broken:
            self.broken -= 1
            raise RuntimeError("the database is away")
        self.lines.append("sent")

    async def delayed(self, subjek: UUID | None, kunci: str, sebab: str, *, lama: bool) -> None:
        if self.broken_delay:
            raise RuntimeError("this case cannot be told")
        self.lines.append(f"late {sebab}" if lama else f"delayed {sebab}")

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        self.lines.append("refused")

    async def given_up(self, subjek: UUID | None, kunci: str, sebab: str) -> None:
        self.lines.append(f"given up {sebab}")

    async def expired(self, subjek: UUID | None, kunci: str) -> None:
        self.lines.append("expired")

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        self.lines.append("doubtful")

    async def unsettled(self, subjek: UUID | None, kunci: str) -> None:
        self.lines.append("unsettled")

    async def troubled(self) -> None:
        self.lines.append("troubled")

    async def disliked(self, sebab: str) -> None:
        self.lines.append(f"disliked {sebab}")

    async def stopped(self, sebab: str) -> None:
        self.lines.append(f"stopped {sebab}")

    async def resumed(self) -> None:
        self.lines.append("resumed")


class WatchedPos(Pos):
    """Knows when it has found nothing more to do."""

    def __init__(self, *args: Any, **named: Any) -> None:
        self.asked = self.idle_at = 0
        self.found_nothing = asyncio.Condition()
        super().__init__(*args, **named)

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        self.asked += 1
        mine, row = self.asked, await super()._take(busy)
        if row is None and not busy:
            async with self.found_nothing:
                self.idle_at = mine
                self.found_nothing.notify_all()
        return row


@dataclass
class Room:
    """A mail room at work."""

    mailer: Kurir
    clock: Clock = field(default_factory=Clock)
    told: Told = field(default_factory=Told)
    opened: set[str] = field(default_factory=set)
    dice: Callable[[], float] = lambda: 0.5
    _pos: WatchedPos | None = None
    _running: asyncio.Task[None] | None = None

    async def put(
        self, *, sampai: datetime | None = None, kunci: str = "surat-1", jalur: str = "surat:1"
    ) -> None:
        @unit_of_work
        async def put() -> None:
            surat = Surat("kantor@contoh.go.id", "budi@contoh.id", MIME, sampai)
            await put_letter(
                SEALER, surat, kunci=kunci, jalur=jalur, subjek=None, now=self.clock()
            )

        await put()

    @property
    def pos(self) -> WatchedPos:
        if self._pos is None:
            self._pos = WatchedPos(
                SEALER,
                self.mailer,
                self.told,
                now=self.clock,
                opened=self._was_opened,
                dice=self.dice,
                pauses=(0,),
            )
            self._running = asyncio.create_task(self._pos.lanes.run())
        return self._pos

    async def work(self) -> None:
        """Let the room work until it finds nothing more to do."""
        pos = self.pos
        asked = pos.asked
        pos.lanes.wake()
        async with asyncio.timeout(_PATIENCE), pos.found_nothing:
            await pos.found_nothing.wait_for(lambda: pos.idle_at > asked)

    async def stop(self) -> None:
        """End as SIGTERM does: what is being sent is finished."""
        if self._pos is not None and self._running is not None:
            await self._pos.lanes.stop()
            await self._running
        self._pos = self._running = None

    async def _was_opened(self, kunci: str) -> bool:
        return kunci in self.opened


@contextlib.asynccontextmanager
async def mail_room(mailer: Kurir) -> AsyncIterator[Room]:
    """Run a mail room; the database is open already."""
    room = Room(mailer)
    try:
        yield room
    finally:
        await room.stop()


def mailer_to(server: ScriptedServer, *, username: str = "", timeout: float = 5.0) -> Mailer:
    """Speak with a scripted server."""
    return Mailer(
        SetelanSurat(
            "127.0.0.1",
            server.port,
            username=username,
            password="p" if username else "",
            tls="tanpa",
            timeout=timeout,
        )
    )


async def the_row() -> Outbox:
    """Return the one letter."""
    return await Outbox.all().get()
