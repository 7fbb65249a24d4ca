"""Posts updates to the webhook as Telegram does: in order per queue, again until a 2xx answer.

Like tdlib's WebhookActor: the messages of one chat are one queue, the presses of one person
another; queues go beside each other, up to max_connections. After the first failure at once,
then with a doubling pause; Retry-After is obeyed.
"""

import asyncio

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
)

from sandbox.records import Attempt, Webhook
from sandbox.store import Store
from sandbox.updates import Json, Update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_SECONDS = 60.0
FIRST_PAUSE = 2.0
LONGEST_PAUSE = 60.0
LONGEST_RETRY_AFTER = 3600.0

Queue = tuple[str, object]


class Courier:
    """Works from start to stop; what it does follows `store.webhook`."""

    def __init__(self, store: Store, *, first_pause: float = FIRST_PAUSE) -> None:
        self._store = store
        self._first_pause = first_pause
        self._going: dict[Queue, asyncio.Task[None]] = {}
        self._webhook: Webhook | None = None
        self._connections = asyncio.Semaphore()
        self._work: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to look for what can be delivered."""
        self._work = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Call everybody back; what was not delivered waits on."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.wait([self._work])
            self._work = None

    async def _run(self) -> None:
        async with ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS)) as session:
            try:
                while True:
                    await self._follow_webhook()
                    self._set_out(session)
                    await self._store.updates.news()
            finally:
                await self._call_back()

    async def _follow_webhook(self) -> None:
        while self._webhook is not self._store.webhook:
            self._webhook = webhook = self._store.webhook
            self._connections = asyncio.Semaphore(webhook.connections if webhook else 1)
            await self._call_back()

    async def _call_back(self) -> None:
        going = list(self._going.values())
        for each in going:
            each.cancel()
        if going:
            await asyncio.wait(going)
        self._going.clear()

    def _set_out(self, session: ClientSession) -> None:
        """Start on every queue that rests; the connections are shared."""
        if self._webhook is None:
            return
        for queue in [each for each, task in self._going.items() if task.done()]:
            del self._going[queue]
        for update in self._store.updates.waiting:
            queue = queue_of(update)
            if queue not in self._going:
                self._going[queue] = asyncio.create_task(
                    self._deliver(session, self._webhook, update)
                )

    async def _deliver(self, session: ClientSession, webhook: Webhook, update: Update) -> None:
        failures = 0
        while True:
            async with self._connections:
                attempt, retry_after = await self._post(session, webhook, update)
            if not attempt.failed:
                break
            await asyncio.sleep(retry_after or self._pause(failures))
            failures += 1
        # Settling wakes the courier, who must find this task done: so it is the last thing.
        asyncio.get_running_loop().call_soon(self._store.updates.settle, update)

    def _pause(self, failures: int) -> float:
        return min(self._first_pause * 2 ** (failures - 1), LONGEST_PAUSE) if failures else 0.0

    async def _post(
        self, session: ClientSession, webhook: Webhook, update: Update
    ) -> tuple[Attempt, float]:
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            async with session.post(
                webhook.url, json=update.as_json(), headers=headers, allow_redirects=False
            ) as answer:
                await answer.read()
        except TimeoutError:
            return self._store.note_attempt(update.id, 0, "Read timeout expired"), 0.0
        except (ClientError, OSError) as cause:
            return self._store.note_attempt(update.id, 0, _why(cause)), 0.0
        wrong = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        description = "" if 200 <= answer.status <= 299 else wrong
        attempt = self._store.note_attempt(update.id, answer.status, description)
        return attempt, _retry_after(answer)


def queue_of(update: Update) -> Queue:
    """What must stay in order: the messages of one chat; the presses of one person."""
    if update.kind == "callback_query":
        return "tekan", _id(update.value, "from")
    return ("pesan" if "message" in update.kind else update.kind), _id(update.value, "chat")


def _id(value: Json, name: str) -> object:
    whose = value.get(name)
    return whose.get("id") if isinstance(whose, dict) else None


def _retry_after(answer: ClientResponse) -> float:
    given = answer.headers.get("Retry-After", "")
    return min(float(given), LONGEST_RETRY_AFTER) if given.isdigit() else 0.0


def _why(cause: Exception) -> str:
    if isinstance(cause, ClientSSLError):
        return "SSL error {certificate verify failed}"
    if isinstance(cause, ClientConnectorError):
        return "Connection refused"
    return "Webhook connection closed"
