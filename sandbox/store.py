"""Keeps the stand-in's state, in memory, and lets watchers wait for a change."""

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import datetime
from itertools import count

from sandbox.faults import Faults
from sandbox.panggung import Bot, Panggung
from sandbox.records import (
    GROUP,
    PRIVATE,
    Attempt,
    Body,
    Call,
    Chat,
    Keyboard,
    Mail,
    Message,
    Person,
    Query,
    StoredFile,
    Toast,
    Webhook,
)
from sandbox.updates import Updates

CALLS_KEPT = 20_000


class Store:
    """Everything that has happened so far. Each change takes the next number in `seq`."""

    def __init__(self, panggung: Panggung, *, now: Callable[[], datetime]) -> None:
        self.bot: Bot = panggung.bot
        self.now = now
        self.seq = 0
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.toasts: list[Toast] = []
        self.mails: list[Mail] = []
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.commands: list[dict[str, str]] = []
        self.faults = Faults()
        self.updates = Updates(first_id=int(now().timestamp()))
        self.webhook: Webhook | None = None
        self.attempts: deque[Attempt] = deque(maxlen=CALLS_KEPT)
        self.last_failure: Attempt | None = None
        self._first = panggung.nomor_awal
        self._numbers = count(self._first)
        self._changed = asyncio.Event()
        self._closed = asyncio.Event()
        for tokoh in (*panggung.warga, *panggung.petugas):
            self.add_person(Person(tokoh.id, tokoh.nama, tokoh.username, tokoh.mulai))
        if panggung.grup is not None:
            members = {petugas.id for petugas in panggung.petugas}
            self.add_chat(Chat(panggung.grup.id, GROUP, panggung.grup.judul, members))

    def number(self) -> int:
        """The next number for an id of any kind."""
        return next(self._numbers)

    def touch(self) -> int:
        """Take the next sequence number and wake everybody who waits for a change."""
        self.seq += 1
        self._changed.set()
        self._changed = asyncio.Event()
        return self.seq

    async def changed_after(self, seq: int, *, seconds: float) -> None:
        """Return as soon as something is newer than `seq`, or after `seconds`."""
        if self.seq > seq or self._closed.is_set():
            return
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError:
            return

    async def rest(self, seconds: float) -> None:
        """Let `seconds` pass, or less when the server stops."""
        try:
            async with asyncio.timeout(seconds):
                await self._closed.wait()
        except TimeoutError:
            return

    def close(self) -> None:
        """Let every waiting request go, so that the server can stop."""
        self._closed.set()
        self._changed.set()
        self.updates.close()

    def hang(self, webhook: Webhook | None) -> None:
        """Set or remove the webhook; a poll that waits is ended, and the courier looks again."""
        self.webhook = webhook
        self.last_failure = None
        self.updates.end_poll()
        self.touch()

    def note_attempt(self, update_id: int, code: int, description: str) -> Attempt:
        """Keep what became of one POST to the webhook."""
        number = self.attempts[-1].number + 1 if self.attempts else 1
        attempt = Attempt(number, update_id, code, description, self.now())
        self.attempts.append(attempt)
        if attempt.failed:
            self.last_failure = attempt
        self.touch()
        return attempt

    def add_person(self, person: Person) -> None:
        """A person comes with a private chat of the same id."""
        self.people[person.id] = person
        self.add_chat(Chat(person.id, PRIVATE, person.name, {person.id}))

    def add_chat(self, chat: Chat) -> None:
        """Open a chat."""
        chat.rev = self.touch()
        self.chats[chat.id] = chat

    def add_file(self, file: StoredFile) -> StoredFile:
        """Keep a file under its id."""
        self.files[file.id] = file
        return file

    def post(
        self,
        chat: Chat,
        sender_id: int,
        body: Body,
        *,
        keyboard: Keyboard = (),
        protected: bool = False,
        reply_to: int | None = None,
    ) -> Message:
        """Append a message to a chat; ids count up per chat."""
        message = Message(
            id=self._first + len(chat.messages),
            chat_id=chat.id,
            sender_id=sender_id,
            date=self.now(),
            body=body,
            keyboard=keyboard,
            protected=protected,
            reply_to=reply_to,
        )
        chat.messages[message.id] = message
        chat.action = ""
        self.mark(chat, message)
        return message

    def mark(self, chat: Chat, message: Message) -> None:
        """Note that a message is new or has changed."""
        message.rev = chat.rev = self.touch()
