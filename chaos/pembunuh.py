"""Kills: at random instants, and by arming one named point after the other, the rarest first."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence

from chaos.medan import Medan
from chaos.penjaga import Kematian, Penjaga
from chaos.surat import Peladen
from chaos.titik import KERJA, TITIK, WEB, Titik

_NAMED = 0.6  # so many of the kills are at named points
_LOOK_SECONDS = 0.05
_ARMED_SECONDS = 6.0
_PAUSE = (0.2, 1.6)  # seconds between kills, at random
_STOP_EVERY = 40  # kills between two orders to stop
_LETTER_SECONDS = 20.0
_AHEAD = 0.03  # kills may be ahead of the cases by this share


class Pembunuh:
    """Kills as many as were asked for, spread over the whole run."""

    def __init__(
        self,
        *,
        kills: int,
        medan: Medan,
        penjaga: Sequence[Penjaga],
        peladen: Peladen,
        progress: Callable[[], float],
        dadu: random.Random,
    ) -> None:
        self._kills = kills
        self._medan = medan
        self._penjaga = penjaga
        self._peladen = peladen
        self._progress = progress
        self._next_stop = min(_STOP_EVERY, kills // 2)
        self._dadu = dadu
        self.dipasang: Counter[str] = Counter()

    @property
    def done(self) -> int:
        """How many kills there have been: processes, and render workers under a page."""
        workers = sum(self._medan.hits()[titik.kode] for titik in TITIK if titik.anak)
        return workers + sum(one.dibunuh for one in self.kematian)

    @property
    def kematian(self) -> list[Kematian]:
        """Every death, in order."""
        deaths = [one for keeper in self._penjaga for one in keeper.kematian]
        return sorted(deaths, key=lambda one: one.saat)

    async def run(self) -> None:
        """Kill, at the pace at which cases get done, until all kills are done."""
        while (done := self.done) < self._kills:
            if done > self._kills * (self._progress() + _AHEAD):
                await asyncio.sleep(_LOOK_SECONDS)
                continue
            await asyncio.sleep(self._dadu.uniform(*_PAUSE))
            if self._progress() < 1 and done >= self._next_stop:
                self._next_stop += _STOP_EVERY
                await self._politely()
            elif self._dadu.random() < _NAMED and self._progress() < 1:
                await self._at_a_point()
            else:
                await self._at_random()

    async def _at_random(self) -> None:
        keepers = [one for one in self._penjaga if one.peran == KERJA]
        if self._dadu.random() < 0.2:
            keepers = [one for one in self._penjaga if one.peran == WEB]
        await self._dadu.choice(keepers).kill()
        await asyncio.sleep(_LOOK_SECONDS * 2)  # let the death be written down

    async def _politely(self) -> None:
        """Tell every `kerja` to stop while a letter is between its dot and its 250 (K22)."""
        taken = self._peladen.hold_next()
        try:
            async with asyncio.timeout(_LETTER_SECONDS):
                await taken.wait()
        except TimeoutError:
            return
        await asyncio.gather(*(one.end() for one in self._penjaga if one.peran == KERJA))

    async def _at_a_point(self) -> None:
        """Arm the point that was hit least, and wait a while for somebody to come by."""
        titik = self._rarest()
        before = self.done
        self.dipasang[titik.kode] += 1
        self._medan.arm(titik.kode)
        deadline = time.monotonic() + _ARMED_SECONDS
        while time.monotonic() < deadline and self.done == before:  # noqa: ASYNC110  files
            await asyncio.sleep(_LOOK_SECONDS)
        self._medan.disarm(titik.kode)

    def _rarest(self) -> Titik:
        hits = self._medan.hits()
        order = sorted(TITIK, key=lambda one: (hits[one.kode], self.dipasang[one.kode]))
        return order[0]
