"""The queue of updates: an update is delivered again until a poll's offset confirms it."""

import asyncio
from dataclasses import dataclass

Json = dict[str, object]

# "all update types except chat_member, message_reaction, and message_reaction_count (default)":
# Bot API, getUpdates, allowed_updates.
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update: its id, the name of its one field, and that field's value."""

    id: int
    kind: str
    value: Json

    def as_json(self) -> Json:
        """The Update object of the Bot API."""
        return {"update_id": self.id, self.kind: self.value}


class Conflict(Exception):
    """This poll was ended by a newer one, as Telegram does when two bots use one token."""


class Updates:
    """What the bot has not confirmed yet, and the one poll that may wait for more."""

    def __init__(self, *, first_id: int) -> None:
        self._next_id = first_id
        self._waiting: list[Update] = []
        self._allowed: frozenset[str] = frozenset()
        self._poll = 0
        self._news = asyncio.Event()
        self._closed = False

    @property
    def pending(self) -> int:
        """How many updates are not confirmed."""
        return len(self._waiting)

    def put(self, kind: str, value: Json) -> None:
        """Queue an update, unless the bot did not ask for its kind."""
        wanted = kind in self._allowed if self._allowed else kind not in NOT_BY_DEFAULT
        if not wanted:
            return
        self._waiting.append(Update(self._next_id, kind, value))
        self._next_id += 1
        self._wake()

    def allow(self, kinds: frozenset[str]) -> None:
        """Only these kinds from now on; none named means Telegram's default."""
        self._allowed = kinds

    def drop(self) -> None:
        """Forget everything that waits (drop_pending_updates)."""
        self._waiting.clear()

    def close(self) -> None:
        """Let a waiting poll go."""
        self._closed = True
        self._wake()

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[Json]:
        """Confirm what is below `offset`, then return the rest, waiting if there is none."""
        self._poll += 1
        mine = self._poll
        self._wake()  # an older poll notices that it is no longer the newest
        self._confirm(offset)
        try:
            async with asyncio.timeout(seconds):
                while not self._waiting and not self._closed:
                    await self._news.wait()
                    if self._poll != mine:
                        raise Conflict
        except TimeoutError:
            pass
        return [update.as_json() for update in self._waiting[:limit]]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            # "The negative offset can be specified to retrieve updates starting from -offset
            # update from the end": all earlier ones are forgotten.
            self._waiting = self._waiting[offset:]
        else:
            self._waiting = [update for update in self._waiting if update.id >= offset]

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
