"""A sender at work against the stand-in, with its clock held."""

import asyncio
from collections.abc import Awaitable, Callable

from core.bot.models import Kartu
from core.bot.pace import Limits
from core.bot.sender import Report, Sender
from core.bot.turn import Act, Turn
from core.store import JenisKeluar, outbox, unit_of_work
from core.store.models import Outbox
from tests.core.bot.ruang import RINA, Ruang

_PATIENCE = 30.0


class Bench:
    """A sender that runs, and what it reported."""

    def __init__(self, ruang: Ruang, limits: Limits) -> None:
        self.ruang = ruang
        self.blocked: list[str] = []
        self.forgotten: list[str] = []
        self.moved: list[tuple[int, int]] = []
        self.erased = asyncio.Event()
        self.pace = ruang.pace(limits)
        self.when_lost: Callable[[Outbox], Awaitable[None]] = self._nobody_minds
        report = Report(
            forget=self._forget, blocked=self._blocked, moved=self._moved, lost=self._lost
        )
        self.sender = Sender(ruang.bot, ruang.mint, blob=ruang.blob, report=report, pace=self.pace)

    async def _lost(self, row: Outbox) -> None:
        await self.when_lost(row)

    async def _nobody_minds(self, row: Outbox) -> None:
        """Let a loss go by."""

    async def _moved(self, old: int, new: int) -> None:
        self.moved.append((old, new))

    async def _blocked(self, ruang: str) -> None:
        self.blocked.append(ruang)

    async def _forget(self, blob: str) -> None:
        self.forgotten.append(blob)
        self.erased.set()

    async def put(self, key: str, act: Act) -> None:
        """Let a turn put something down."""

        @unit_of_work
        async def commit() -> None:
            await act(Turn(self.ruang.mint, key))

        await commit()
        self.sender.lanes.wake()

    async def say(self, *texts: str, to: int = RINA, lasting: bool = False) -> None:
        """Put messages down, one after the other."""

        async def act(turn: Turn) -> None:
            for text in texts:
                await turn.say(to, text, lasting=lasting)

        await self.put(f"{to}:{'-'.join(texts)}", act)

    async def quiet(self) -> None:
        """Wait until nothing is due any more."""
        self.sender.lanes.wake()
        now = self.ruang.clock()
        async with asyncio.timeout(_PATIENCE):
            # The sender tells nobody when it is done.
            while await outbox.next_due(JenisKeluar.TELEGRAM, now=now, busy=()):  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def heard(self, who: int = RINA) -> list[str]:
        """Return what a chat shows of us."""
        return [one.teks for one in await self.ruang.klien.pesan(who) if one.dari_bot]

    async def hears(self, count: int, who: int = RINA) -> list[str]:
        """Wait until a chat shows so many messages of ours, and return them."""
        async with asyncio.timeout(_PATIENCE):
            # Nobody tells us.
            while len(found := await self.heard(who)) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return found

    async def tries(self, method: str, code: int, times: int = 1) -> None:
        """Wait until so many calls were answered so."""
        async with asyncio.timeout(_PATIENCE):
            while await self.count(method, code) < times:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def everybody_rests(self) -> None:
        """Wait until the sender serves nobody."""
        async with asyncio.timeout(_PATIENCE):
            while not self.pace.closed():  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def count(self, method: str, code: int) -> int:
        return sum(one.kode == code for one in await self.ruang.klien.panggilan(method))

    async def card(self, text: str = "kartu", where: int = RINA) -> Kartu:
        """Send a card and return it as it is known afterwards."""
        made: list[Kartu] = []

        async def act(turn: Turn) -> None:
            made.append(await turn.new_card("petugas", where, case_id=None))
            await turn.say(where, text, card=made[0])

        await self.put(f"kartu-{text}", act)
        await self.quiet()
        return await Kartu.get(id=made[0].id)
