"""Keeps the children of a run alive: whoever dies is started again at once, and written down."""

import asyncio
import contextlib
import signal
import time
from dataclasses import dataclass, field

from chaos.induk import Anak, Induk
from chaos.medan import Medan

_STOP_SECONDS = 40.0
ACAK = "acak"
_LEAST_PAUSE = 0.05
_FAILED_PAUSE = 1.0


@dataclass(frozen=True)
class Kematian:
    """One death: of whom, at which point (or `acak`), with which letters in phase data."""

    peran: str
    sebab: str
    kode: int
    saat: float
    umur: float
    dalam_data: tuple[str, ...] = ()

    sopan: bool = False
    """It was told to stop (SIGTERM), with a letter in flight."""

    @property
    def dibunuh(self) -> bool:
        """Whether it was killed, and did not end by itself."""
        return self.kode == -signal.SIGKILL


@dataclass
class Penjaga:
    """The keeper of one place: one `kerja`, or the site."""

    induk: Induk
    medan: Medan
    peran: str
    kematian: list[Kematian] = field(default_factory=list)
    anak: Anak | None = None
    _stopping: bool = False
    _lives: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep(self) -> None:
        """Start the child again and again, until told to stop."""
        while not self._stopping:
            self.anak = await self.induk.start(self.peran)
            self._lives.set()
            await self.anak.mati.wait()
            self._lives.clear()
            self.kematian.append(self._noted(self.anak))
            meant = self.kematian[-1].dibunuh or self.anak.diminta
            await asyncio.sleep(_LEAST_PAUSE if meant else _FAILED_PAUSE)

    def _noted(self, anak: Anak) -> Kematian:
        now = time.monotonic()
        return Kematian(
            anak.peran,
            self.medan.hit_by(anak.pid) or ACAK,
            anak.kode if anak.kode is not None else 0,
            now,
            now - anak.lahir,
            tuple(self.medan.in_data(anak.pid)),
            anak.diminta,
        )

    async def kill(self) -> bool:
        """Kill the child now."""
        await self._lives.wait()
        return self.anak is not None and self.anak.kill()

    async def end(self) -> None:
        """Tell the child to stop, and wait until it has; another one follows.

        One that is still starting is left alone: it holds no letter, and SIGTERM just ends it.
        """
        await self._lives.wait()
        if self.anak is None or not self.anak.listens():
            return
        if self.anak.kill(signal.SIGTERM):
            self.anak.diminta = True
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_STOP_SECONDS):
                    await self.anak.mati.wait()

    async def stop(self) -> int:
        """Tell the child to end, as an operator would; return its code."""
        self._stopping = True
        if self.anak is None:
            return 0
        self.anak.kill(signal.SIGTERM)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_STOP_SECONDS):
                await self.anak.mati.wait()
        if self.anak.kode is None:
            self.anak.kill()
            await self.anak.mati.wait()
        return self.anak.kode or 0
