"""A Bot API that is only fast: it hands out updates, counts replies and times rounds.

`python -m benchmarks.echo.stand_in` prints its port. `POST /round/TOKEN?replies=N&chats=C` gives
the bot of that token N updates of C chats and answers, once all are replied to or none came for
a while, with {"replies": counted, "seconds": from the hand-out to the last reply}.
"""

import asyncio
import json
import time
from collections import deque
from dataclasses import dataclass, field

from aiohttp import web

BATCH = 100  # what getUpdates returns at most
_LONG_POLL_SECONDS = 8.0  # below what any of the bots waits for
_SILENCE_SECONDS = 30.0
_START_SECONDS = 120.0
_BOT = {"id": 1, "is_bot": True, "first_name": "Gema", "username": "gema_bot"}


def _answer(result: object) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


def _message(message_id: int, chat: int, text: str) -> dict[str, object]:
    person = {"id": chat, "is_bot": False, "first_name": "Budi", "language_code": "id"}
    place = {"id": chat, "type": "private", "first_name": "Budi"}
    return {
        "message_id": message_id,
        "from": person,
        "chat": place,
        "date": 1795000000,
        "text": text,
    }


_YES, _NOTHING, _ME = _answer(True), _answer([]), _answer(_BOT)
_SENT = _answer({**_message(1, 1, "gema"), "from": _BOT})


@dataclass
class Bot:
    """What one bot is yet to fetch, and what it has replied."""

    batches: deque[bytes] = field(default_factory=deque)
    here: asyncio.Event = field(default_factory=asyncio.Event)
    handed_out: asyncio.Event = field(default_factory=asyncio.Event)
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    last_update: int = 0
    replies: int = 0
    wanted: int = 0
    last_reply: float = 0.0

    def hand_out(self, replies: int, chats: int) -> None:
        """Put updates down, turn by turn of each chat."""
        self.replies, self.wanted = 0, replies
        self.stirred.clear()
        updates = []
        for number in range(replies):
            self.last_update += 1
            message = _message(self.last_update, 1000 + number % chats, f"halo {number}")
            updates.append({"update_id": self.last_update, "message": message})
        for start in range(0, replies, BATCH):
            self.batches.append(_answer(updates[start : start + BATCH]))

    async def fetch(self) -> bytes:
        """Give the next batch, or nothing after the long poll."""
        self.here.set()
        if not self.batches:
            self.handed_out.clear()
            try:
                async with asyncio.timeout(_LONG_POLL_SECONDS):
                    await self.handed_out.wait()
            except TimeoutError:
                return _NOTHING
        return self.batches.popleft() if self.batches else _NOTHING

    def reply(self) -> bytes:
        """Count one."""
        self.replies += 1
        self.last_reply = time.perf_counter()
        if self.replies == self.wanted:
            self.stirred.set()
        return _SENT


class StandIn:
    """All bots, by token."""

    def __init__(self) -> None:
        self._bots: dict[str, Bot] = {}

    async def serve(self, request: web.BaseRequest) -> web.Response:
        """Answer a call of a bot: /botTOKEN/method, or of the benchmark: /round/TOKEN."""
        _, first, last = request.path.split("/")
        if first == "round":
            return web.json_response(await self._round(last, request))
        await request.read()
        bot = self._bots.setdefault(first.removeprefix("bot"), Bot())
        return web.Response(body=await self._call(bot, last), content_type="application/json")

    async def _call(self, bot: Bot, method: str) -> bytes:
        match method:
            case "sendMessage":
                return bot.reply()
            case "getUpdates":
                return await bot.fetch()
            case "getMe":
                return _ME
            case _:
                return _YES

    async def _round(self, token: str, request: web.BaseRequest) -> dict[str, float]:
        bot = self._bots.setdefault(token, Bot())
        try:
            async with asyncio.timeout(_START_SECONDS):
                await bot.here.wait()
        except TimeoutError:
            return {"replies": 0, "seconds": _START_SECONDS}
        bot.hand_out(int(request.query["replies"]), int(request.query["chats"]))
        start = bot.last_reply = time.perf_counter()
        bot.handed_out.set()
        while not bot.stirred.is_set():
            try:
                async with asyncio.timeout(1):
                    await bot.stirred.wait()
            except TimeoutError:
                if time.perf_counter() - bot.last_reply > _SILENCE_SECONDS:
                    break
        return {"replies": bot.replies, "seconds": bot.last_reply - start}


async def _main() -> None:
    runner = web.ServerRunner(web.Server(StandIn().serve))  # no routes, no access log
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
