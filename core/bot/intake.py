"""Takes updates in: each is stored before it is confirmed, then handled once, in order."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import timedelta

from telegram import Bot, Update
from telegram.error import Conflict, RetryAfter

from core.bot.mint import Mint
from core.bot.turn import Act, ChangedMeanwhile, Turn
from core.store import Lanes, inbox, new_id, unit_of_work
from core.store.models import Inbox

log = logging.getLogger(__name__)

_POLL_SECONDS = 25
_LONGEST_PAUSE = 30.0
_MOST_PLANS = 3
_NOBODY = "lain"
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
Plan = Callable[[Update], Awaitable[Act]]


class Intake:
    """Polls, stores, confirms; hands stored updates to `plan` and commits the act it returns."""

    def __init__(
        self,
        bot: Bot,
        mint: Mint,
        plan: Plan,
        give_up: Callable[[Update], Act],
        said: Callable[[], None],
        *,
        retry_seconds: float = 0.2,
    ) -> None:
        self._bot = bot
        self._mint = mint
        self._plan = plan
        self._give_up = give_up
        self._said = said
        self._retry = retry_seconds
        self.lanes: Lanes[Inbox] = Lanes("kotak masuk", self._take, self._handle, lane=inbox.lane)

    async def poll(self) -> None:
        """Fetch for ever. The next offset confirms a batch: it is sent once all is stored."""
        offset: int | None = None
        pause = 1.0
        while True:
            try:
                batch = await self._bot.get_updates(
                    offset=offset, timeout=_POLL_SECONDS, allowed_updates=list(ALLOWED)
                )
                await self._store(batch)
            except RetryAfter as cause:
                wait = cause.retry_after
                await asyncio.sleep(wait.total_seconds() if isinstance(wait, timedelta) else wait)
            except Exception as cause:
                # Also our own database: whatever it is, listening goes on.
                if isinstance(cause, Conflict):
                    log.error("Telegram: ada proses lain yang mengambil pesan bot ini (409)")
                else:
                    log.warning("Telegram: pesan belum dapat diambil (%s)", type(cause).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                pause = 1.0
                offset = batch[-1].update_id + 1 if batch else offset

    async def _store(self, batch: Sequence[Update]) -> None:
        if batch:
            await inbox.store([self._masuk(update) for update in batch], now=self._mint.now())
            self.lanes.wake()

    def _masuk(self, update: Update) -> inbox.Masuk:
        row_id, body = new_id(), update.to_json()
        return inbox.Masuk(
            id=row_id,
            update_id=update.update_id,
            sidik=self._mint.index.digest(f"update|{body}"),
            jalur=self._lane(update),
            muatan=self._mint.sealer.seal(body, table="inbox", column="muatan", row=row_id),
        )

    def _lane(self, update: Update) -> str:
        """Keep a chat in order; in a group each person, so that nobody waits for another."""
        query, chat = update.callback_query, update.effective_chat
        if query is not None:
            return self._mint.ruang(query.from_user.id)
        return self._mint.ruang(chat.id) if chat else _NOBODY

    async def _take(self, busy: Collection[str]) -> Inbox | None:
        return await inbox.next_waiting(busy=busy)

    async def _handle(self, row: Inbox) -> None:
        update: Update | None = None
        try:
            update = self._open(row)
            turn = await self._play(row, update)
        except Exception as cause:
            await self._failed(row, update, cause)
        else:
            for more in turn.afterwards:
                await more()
        self._said()

    async def _play(self, row: Inbox, update: Update) -> Turn:
        """Plan and commit; plan again if the world moved in between."""
        for _ in range(_MOST_PLANS - 1):
            try:
                return await self._commit(row, await self._plan(update))
            except ChangedMeanwhile:
                continue
        return await self._commit(row, await self._plan(update))

    async def _failed(self, row: Inbox, update: Update | None, cause: Exception) -> None:
        log.error(
            "kotak masuk %s: gagal ditangani (%s, percobaan %s)",
            row.id,
            type(cause).__name__,
            row.percobaan + 1,
            exc_info=cause if log.isEnabledFor(logging.DEBUG) else None,
        )
        if not await inbox.mark_failed(row):
            await asyncio.sleep(self._retry * (row.percobaan + 1))
        elif update is not None:
            await self._apologise(row, update)

    def _open(self, row: Inbox) -> Update:
        if row.muatan is None:
            raise ValueError(f"inbox {row.id} waits without a body")
        sealed = bytes(row.muatan)
        body = self._mint.sealer.open_text(sealed, table="inbox", column="muatan", row=row.id)
        update = Update.de_json(json.loads(body), self._bot)
        if update is None:
            raise ValueError(f"inbox {row.id} holds no update")
        return update

    @unit_of_work
    async def _commit(self, row: Inbox, act: Act) -> Turn:
        turn = Turn(self._mint, str(row.id))
        await act(turn)
        await inbox.mark_done(row)
        return turn

    @unit_of_work
    async def _apologise(self, row: Inbox, update: Update) -> None:
        await self._give_up(update)(Turn(self._mint, str(row.id)))
