"""When the next message may leave, within Telegram's limits. Pure: a clock tells it the time.

From Telegram's FAQ (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this):
"In a single chat, avoid sending more than one message per second. We may allow short bursts that
go over this limit, but eventually you'll begin receiving 429 errors." "In a group, bots are not be
able to send more than 20 messages per minute." "For bulk notifications, bots are not able to
broadcast more than about 30 messages per second."

So a chat may get three at once and then one a second: an answer with the next question, or the
papers of a case, should not drip. Edits count like messages; answerCallbackQuery is no message.

A 429 names no culprit. It counts for the chat that was written to; when three chats in a row are
refused and none is served in between, it counts for all (the limit over all chats has no other
sign). Kept in memory: one process at a time speaks, and after a restart a 429 says the rest.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

_REFUSED_IN_A_ROW = 3
_SHORTEST_REST = 1.0
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Limit:
    """At most `most` calls in any window of `seconds`."""

    most: int
    seconds: float


@dataclass(frozen=True)
class Limits:
    """What holds for a private chat, for a group, and for everything together."""

    chat: Sequence[Limit]
    group: Sequence[Limit]
    everything: Sequence[Limit]


_BURST = Limit(3, 3.0)
TELEGRAM = Limits(chat=(_BURST,), group=(_BURST, Limit(20, 60.0)), everything=(Limit(30, 1.0),))
UNLIMITED = Limits(chat=(), group=(), everything=())


class _Windows:
    """The last calls under several limits at once."""

    def __init__(self, limits: Sequence[Limit]) -> None:
        self._windows = [(limit, deque[float](maxlen=limit.most)) for limit in limits]

    def spend(self, now: float) -> None:
        for _, calls in self._windows:
            calls.append(now)

    def opens_at(self) -> float:
        """Return the instant from which one more call keeps every limit."""
        full = (calls[0] + limit.seconds for limit, calls in self._windows if _full(limit, calls))
        return max(full, default=0.0)

    def idle_at(self) -> float:
        """Return the instant from which nothing that was spent counts any more."""
        last = (calls[-1] + limit.seconds for limit, calls in self._windows if calls)
        return max(last, default=0.0)


class Pace:
    """Knows which lanes must wait. `clock` gives seconds that never go back (time.monotonic)."""

    def __init__(self, clock: Callable[[], float], limits: Limits = TELEGRAM) -> None:
        self._clock = clock
        self._limits = limits
        self._everything = _Windows(limits.everything)
        self._lanes: dict[str, _Windows] = {}
        self._resting: dict[str, float] = {}
        self._all_rest = 0.0
        self._refused: set[str] = set()

    @property
    def clock(self) -> Callable[[], float]:
        """The clock that it goes by."""
        return self._clock

    def waiting(self) -> set[str]:
        """Return the lanes that must not be served now."""
        now = self._clock()
        self._forget(now)
        spent = {lane for lane, windows in self._lanes.items() if windows.opens_at() > now}
        return spent | self._resting.keys()

    def closed(self) -> bool:
        """Tell whether nobody at all may be served now."""
        return max(self._all_rest, self._everything.opens_at()) > self._clock()

    def next_change(self) -> float | None:
        """Return the seconds until somebody who waits may be served; None if nobody waits."""
        now = self._clock()
        instants = [
            self._all_rest,
            self._everything.opens_at(),
            *self._resting.values(),
            *(windows.opens_at() for windows in self._lanes.values()),
        ]
        return min((one - now for one in instants if one > now), default=None)

    def count(self) -> None:
        """Note a call of any kind that is about to be made."""
        self._everything.spend(self._clock())

    def spend(self, lane: str, *, group: bool) -> None:
        """Note a message that is about to leave for a chat."""
        if lane not in self._lanes:
            limits = self._limits.group if group else self._limits.chat
            self._lanes[lane] = _Windows(limits)
        self._lanes[lane].spend(self._clock())

    def rest(self, lane: str, seconds: float) -> None:
        """Serve a lane no more before `seconds` have passed."""
        self._resting[lane] = self._clock() + seconds

    def refused(self, lane: str, seconds: float) -> float:
        """Note a 429; return how long its lane, or everybody, now rests."""
        seconds = max(seconds, _SHORTEST_REST)
        self.rest(lane, seconds)
        self._refused.add(lane)
        if len(self._refused) >= _REFUSED_IN_A_ROW:
            self._all_rest = max(self._all_rest, self._clock() + seconds)
        return seconds

    def accepted(self) -> None:
        """Note that Telegram took a call."""
        self._refused.clear()

    def _forget(self, now: float) -> None:
        self._resting = {lane: until for lane, until in self._resting.items() if until > now}
        self._lanes = {lane: one for lane, one in self._lanes.items() if one.idle_at() > now}


def pace_towards(base_url: str, *, produksi: bool) -> Pace:
    """Keep Telegram's limits; only a rehearsal with a stand-in on this machine needs none."""
    rehearsal = not produksi and urlsplit(base_url).hostname in _LOOPBACK
    return Pace(time.monotonic, UNLIMITED if rehearsal else TELEGRAM)


def _full(limit: Limit, calls: Sequence[float]) -> bool:
    return len(calls) == limit.most
