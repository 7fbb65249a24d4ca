"""Whether Telegram answers, and whether what citizens write is fetched at all."""

import time
from collections.abc import Awaitable, Callable

from core.app.kesehatan.meter import BAIK, TELEGRAM, Meter
from core.bot import Diam, Diterima, Ditolak
from core.web.kesehatan import Keadaan

CONFLICT = "409"
_POLL = "getUpdates"
_FRESH_SECONDS = 60.0
# A long poll takes 25 seconds; three of them failed.
_POLL_SECONDS = 100.0


class TelegramLook:
    """Believes a call that went well a moment ago; else says hello itself."""

    def __init__(
        self,
        meter: Meter,
        hello: Callable[[], Awaitable[Diterima | Ditolak | Diam]],
        *,
        polls: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._meter = meter
        self._hello = hello
        self._polls = polls
        self._clock = clock
        self._polls_since: float | None = None

    async def __call__(self) -> Keadaan:
        """Look at our own calls first."""
        fetched = self._meter.age(_POLL, BAIK)
        stolen = self._meter.age(_POLL, CONFLICT)
        if stolen is not None and stolen < _POLL_SECONDS and (fetched is None or stolen < fetched):
            return Keadaan(False, "proses lain mengambil pesan bot ini (409)", stolen)
        if self._polling_for() > _POLL_SECONDS and (fetched is None or fetched > _POLL_SECONDS):
            return Keadaan(False, "pesan tidak dapat diambil", fetched)
        good = self._meter.age(TELEGRAM, BAIK)
        if good is not None and good <= _FRESH_SECONDS:
            return Keadaan(True, self._role(), good)
        match await self._hello():
            case Diterima():
                return Keadaan(True, self._role(), 0.0)
            case Ditolak():
                return Keadaan(False, "token ditolak", good)
            case Diam(sebab):
                return Keadaan(False, f"tidak menjawab ({sebab})", good)

    def _polling_for(self) -> float:
        """Return for how many seconds it has been this process's turn to fetch."""
        if not self._polls():
            self._polls_since = None
            return 0.0
        if self._polls_since is None:
            self._polls_since = self._clock()
        return self._clock() - self._polls_since

    def _role(self) -> str:
        return "bertugas" if self._polls() else "siaga"
