"""The Telegram room as `kerja` builds it, without Telegram: updates are fed, replies stay put."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from telegram import Bot
from telegram.request import BaseRequest, RequestData

from core.app.adapters import RegistryDesk, jadwal
from core.app.katalog import catalogue
from core.app.models import MODELS
from core.bot import Alat, EmailCodes, Mint
from core.bot.dispatch import Dispatcher
from core.bot.intake import Intake
from core.bot.models import Kartu
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas.room import OfficerRoom
from core.janji import BukuJanji
from core.kantor import load_kantor
from core.meja import Desk
from core.penduduk import PendudukCsv
from core.permohonan import Book, Cases, Products
from core.store import Database, open_locks, opened
from core.store.models import Inbox, Outbox
from vault import Index, Sealer

_OFFICES = Path(__file__).parents[1] / "offices"
_DEADLINE_SECONDS = 300.0
_BATCH = 100  # what getUpdates returns at most
_BOT = {"id": 1, "is_bot": True, "first_name": "Layanan", "username": "layanan_bot"}


class Feed(BaseRequest):
    """Stands where the network would be: gives batches of updates, says who the bot is."""

    def __init__(self) -> None:
        self._batches: asyncio.Queue[bytes] = asyncio.Queue()

    def put(self, updates: Sequence[dict[str, Any]]) -> None:
        """Have these updates fetched, a batch at a time."""
        for start in range(0, len(updates), _BATCH):
            self._batches.put_nowait(_answer(updates[start : start + _BATCH]))

    @property
    def read_timeout(self) -> float | None:
        """There is no network to wait for."""
        return None

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *waits: object,
        **more: object,
    ) -> tuple[int, bytes]:
        """Answer getMe and getUpdates."""
        return 200, await self._batches.get() if "getUpdates" in url else _answer(_BOT)


@dataclass(frozen=True)
class Said:
    """A message as the citizen sees it."""

    message_id: int
    params: dict[str, Any]


@dataclass
class Room:
    """What a benchmark touches."""

    feed: Feed
    mint: Mint
    _last_update: int = 0
    _last_message: int = 0
    _handled: int = 0
    _wanted: int = 0
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def count(self) -> None:
        """One more update was handled."""
        self._handled += 1
        if self._handled == self._wanted:
            self._done.set()

    async def play(self, updates: Sequence[dict[str, Any]]) -> None:
        """Let these updates come and wait until each was handled. TimeoutError if one is not."""
        self._handled, self._wanted = 0, len(updates)
        self._done.clear()
        numbered = []
        for content in updates:
            self._last_update += 1
            numbered.append({"update_id": self._last_update, **content})
        self.feed.put(numbered)
        async with asyncio.timeout(_DEADLINE_SECONDS):
            await self._done.wait()

    async def last_said(self, chat: int) -> Said:
        """Return the newest message of a chat, and have it be on the citizen's screen."""
        rows = await Outbox.filter(jalur=self.mint.ruang(chat)).order_by("-id").limit(5)
        for row in rows:
            call = self._open(row)
            if call["method"] == "sendMessage":
                self._last_message += 1
                await Kartu.filter(id=row.kartu_id).update(pesan_id=self._last_message)
                return Said(self._last_message, call["params"])
        raise LookupError("nothing was said in this chat")

    def _open(self, row: Outbox) -> dict[str, Any]:
        assert row.muatan is not None
        sealed = bytes(row.muatan)
        body = self.mint.sealer.open_text(sealed, table="outbox", column="muatan", row=row.id)
        return cast(dict[str, Any], json.loads(body))

    async def stored(self) -> int:
        """Return how many updates the inbox holds, done or not."""
        return await Inbox.all().count()


@contextlib.asynccontextmanager
async def opened_room(url: str) -> AsyncIterator[Room]:
    """Migrate an empty database and let the room listen on it until the block ends."""
    async with opened(Database(url, MODELS)) as database:
        await database.migrate()
        locks = await open_locks(url)
        feed = Feed()
        bot = Bot("1:A", request=feed, get_updates_request=feed)
        await bot.initialize()
        alat = _tools()
        room = Room(feed, alat.mint)
        hall = Dispatcher(alat, CitizenRoom(alat, Filing(alat)), OfficerRoom(alat))
        intake = Intake(bot, alat.mint, hall.plan, hall.give_up, said=room.count, locks=locks)
        polling = asyncio.create_task(intake.poll())
        working = asyncio.create_task(intake.lanes.run())
        try:
            yield room
        finally:
            polling.cancel()
            await intake.lanes.stop()
            await asyncio.gather(polling, working, return_exceptions=True)
            await locks.close()


def _answer(result: object) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


def _now() -> datetime:
    return datetime.now(UTC)


def _tools() -> Alat:
    kantor = load_kantor(_OFFICES / "contoh.toml")
    sealer, index = Sealer(bytes(range(32))), Index(bytes(32))
    never = cast(Any, None)  # papers, letters and pages: the dialogs played here ask for none
    return Alat(
        kantor=kantor,
        katalog=catalogue(),
        cases=Cases(
            Book(sealer),
            digest=index.digest,
            now=_now,
            today=lambda: kantor.tanggal_setempat(_now()),
            awalan="REG-3319",
        ),
        products=Products(now=_now),
        janji=BukuJanji(jadwal(kantor), now=_now),
        desk=Desk(sealer, now=_now),
        papers=never,
        population=RegistryDesk(PendudukCsv(_OFFICES / "contoh_penduduk.csv")),
        codes=EmailCodes(k_otp=bytes(32), digest=index.digest, letters=never, now=_now),
        issuing=never,
        letters=never,
        mint=Mint(sealer, index, _now),
        download=never,
        username=lambda: "layanan_bot",
        site="http://127.0.0.1:1",
    )
