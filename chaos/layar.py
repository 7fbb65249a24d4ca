"""One person's phone: reads the stand-in's store and acts on it, without HTTP in between.

Only the people are played so; what the bot does crosses real sockets.
"""

import asyncio
import time
from collections.abc import Callable
from itertools import islice

from sandbox import acts
from sandbox.records import Body, Message
from sandbox.store import Store

_LOOK_SECONDS = 0.05
_RECENT = 500  # nobody scrolls further up


def labels(message: Message) -> tuple[str, ...]:
    """Return the labels of a message's buttons."""
    return tuple(button.label for row in message.keyboard for button in row)


class Layar:
    """One chat as one person sees it."""

    def __init__(self, store: Store, who: int, chat: int | None = None) -> None:
        self._store = store
        self.who = who
        self._id = chat or who
        self._chat = store.chats[self._id]

    @property
    def newest(self) -> int:
        """The id of the last message."""
        return max(self._chat.messages, default=0)

    def messages(self, *parts: str, beyond: int = 0) -> list[Message]:
        """Return the bot's late messages that hold all parts, in text or labels; oldest first."""
        bot = self._store.bot.id
        recent = islice(reversed(self._chat.messages.values()), _RECENT)
        found = [
            one
            for one in recent
            if one.id > beyond and one.sender_id == bot and not one.deleted and _holds(one, parts)
        ]
        return found[::-1]

    def find(self, *parts: str) -> Message | None:
        """Return the newest message of the bot that holds all parts, however old it is."""
        bot = self._store.bot.id
        there = reversed(self._chat.messages.values())
        return next((one for one in there if one.sender_id == bot and _holds(one, parts)), None)

    def last(self, many: int) -> list[str]:
        """Return how the last messages begin, whoever wrote them."""
        recent = islice(reversed(self._chat.messages.values()), many)
        return [f"{one.id} {one.body.text[:60]!r}" for one in recent][::-1]

    def about(self, part: str, many: int) -> list[str]:
        """Return the last messages of the bot that hold `part`, with their buttons."""
        bot = self._store.bot.id
        told = [
            one
            for one in self._chat.messages.values()
            if one.sender_id == bot and _holds(one, (part,))
        ]
        return [f"{one.id} {one.body.text[:60]!r} {labels(one)}" for one in told[-many:]]

    def all_text(self) -> str:
        """Return everything that stands in the chat."""
        return "\n".join(one.body.text for one in self._chat.messages.values())

    def write(self, text: str) -> None:
        """Type something."""
        acts.write(self._store, self.who, self._id, text)

    def photo(self, content: bytes) -> None:
        """Send a photo."""
        acts.send_photo(self._store, self.who, self._id, content)

    def press(self, message: Message, label: str) -> bool:
        """Press the button whose label begins so; False if there is none (any more)."""
        full = next((one for one in labels(message) if one.startswith(label)), None)
        if full is None:
            return False
        acts.press(self._store, self.who, self._id, message.id, label=full)
        return True

    async def wait(
        self, *parts: str, seconds: float, beyond: int = 0, also: int = 0
    ) -> Message | None:
        """Wait for a message later than `beyond`, or for the message `also` to be drawn so."""

        def found() -> Message | None:
            fits = self.messages(*parts, beyond=beyond)
            drawn = self._chat.messages.get(also)
            if drawn is not None and _holds(drawn, parts):
                fits.append(drawn)
            return fits[-1] if fits else None

        return await self.until(found, seconds=seconds)

    async def until(self, look: Callable[[], Message | None], *, seconds: float) -> Message | None:
        """Look whenever the chat has changed; None when the time is over."""
        deadline, seen = time.monotonic() + seconds, -1
        while True:
            if self._chat.rev != seen:
                seen = self._chat.rev
                if (message := look()) is not None:
                    return message
            if time.monotonic() > deadline:
                return None
            await asyncio.sleep(_LOOK_SECONDS)  # a person looks at his phone now and then


def _holds(message: Message, parts: tuple[str, ...]) -> bool:
    body: Body = message.body
    text = "\n".join((body.text, *labels(message)))
    return all(part in text for part in parts)
