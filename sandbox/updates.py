"""The queue of updates: an update is delivered again until a poll or the webhook confirms it."""

import asyncio
from collections import deque
from dataclasses import dataclass

Json = dict[str, object]

# "all update types except chat_member, message_reaction, and message_reaction_count (default)":
# Bot API, getUpdates, allowed_updates.
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
# An offset further ahead than this is "in the future" and confirms nothing: tdlib, TQueue::get.
FUTURE = 10
REMEMBERED = 1000


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


class WebhookWasSet(Exception):
    """This poll was ended because updates now go to a webhook."""


class UnknownUpdate(LookupError):
    """No update of this id is remembered."""


class StillWaiting(Exception):
    """Ids restart only while no update waits."""


class Updates:
    """What the bot has not confirmed yet, and the one poll that may wait for more."""

    def __init__(self, *, first_id: int) -> None:
        self._next_id = first_id
        self._waiting: list[Update] = []
        self._again: list[Update] = []
        self._past: deque[Update] = deque(maxlen=REMEMBERED)
        self._allowed: frozenset[str] = frozenset()
        self._poll = 0
        self._hung = 0
        self._news = asyncio.Event()
        self._closed = False

    @property
    def pending(self) -> int:
        """How many updates are not confirmed."""
        return len(self._waiting)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The kinds that were asked for; none means Telegram's default."""
        return tuple(sorted(self._allowed))

    @property
    def waiting(self) -> tuple[Update, ...]:
        """What is still to be delivered, repeats first, each kind in order."""
        return (*self._again, *self._waiting)

    def put(self, kind: str, value: Json) -> None:
        """Queue an update, unless the bot did not ask for its kind."""
        wanted = kind in self._allowed if self._allowed else kind not in NOT_BY_DEFAULT
        if not wanted:
            return
        update = Update(self._next_id, kind, value)
        self._waiting.append(update)
        self._past.append(update)
        self._next_id += 1
        self.wake()

    def repeat(self, times: int, *, update_id: int | None = None) -> Update:
        """Deliver an update `times` more, confirmed or not; without an id the newest."""
        known = [each for each in self._past if update_id in (None, each.id)]
        if not known:
            raise UnknownUpdate(f"no update {update_id or ''} to repeat")
        self._again += [known[-1]] * times
        self.wake()
        return known[-1]

    def restart_ids(self, first_id: int) -> None:
        """Go on counting elsewhere; only while nothing waits, as it would on Telegram.

        "If there are no new updates for at least a week, then identifier of the next update will
        be chosen randomly instead of sequentially": Bot API, Update.
        """
        if self._waiting:
            raise StillWaiting
        self._next_id = first_id

    def allow(self, kinds: frozenset[str]) -> None:
        """Only these kinds from now on; none named means Telegram's default."""
        self._allowed = kinds

    def drop(self) -> None:
        """Forget everything that waits (drop_pending_updates)."""
        self._waiting.clear()
        self._again.clear()

    def settle(self, update: Update) -> None:
        """The webhook has taken this one."""
        for queue in (self._again, self._waiting):
            if update in queue:
                queue.remove(update)
                break
        self.wake()

    def close(self) -> None:
        """Let a waiting poll go."""
        self._closed = True
        self.wake()

    def end_poll(self) -> None:
        """End the poll that waits: updates now go elsewhere."""
        self._hung += 1
        self.wake()

    def wake(self) -> None:
        """Let everybody who waits look again."""
        self._news.set()
        self._news = asyncio.Event()

    async def news(self) -> None:
        """Wait until something may have changed."""
        await self._news.wait()

    async def poll(self, *, offset: int, limit: int, seconds: float) -> list[Json]:
        """Confirm what is below `offset`, then return the rest, waiting if there is none."""
        self._poll += 1
        mine, hung = self._poll, self._hung
        self.wake()  # an older poll notices that it is no longer the newest
        self._confirm(offset)
        try:
            async with asyncio.timeout(seconds):
                while not self.waiting and not self._closed:
                    await self._news.wait()
                    if self._poll != mine:
                        raise Conflict
                    if self._hung != hung:
                        raise WebhookWasSet
        except TimeoutError:
            pass
        repeats, self._again = self._again[:limit], self._again[limit:]
        found = [*repeats, *self._waiting[: limit - len(repeats)]]
        return [update.as_json() for update in found]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            # "The negative offset can be specified to retrieve updates starting from -offset
            # update from the end": all earlier ones are forgotten.
            self._waiting = self._waiting[offset:]
            return
        if offset > self._next_id + FUTURE:
            return
        self._waiting = [update for update in self._waiting if update.id >= offset]
