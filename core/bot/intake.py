"""Takes updates from Telegram: stores each before it is confirmed, then has it handled once, in order."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import timedelta

from telegram import Bot, Update
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError

from core.bot.turn import Act, Mint, Turn
from core.store import Lanes, inbox, new_id, unit_of_work
from core.store.models import Inbox

log = logging.getLogger(__name__)

_POLL_SECONDS = 25
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
    ) -> None:
        self._bot = bot
        self._mint = mint
        self._plan = plan
        self._give_up = give_up
        self._said = said
        self.lanes: Lanes[Inbox] = Lanes("kotak masuk", self._take, self._handle, lane=inbox.lane)

    async def poll(self) -> None:
        """Fetch for ever. The next offset confirms a batch; it is only asked for once it is stored."""
        offset: int | None = None
        pause = 1.0
        while True:
            try:
                batch = await self._bot.get_updates(
                    offset=offset, timeout=_POLL_SECONDS, allowed_updates=list(ALLOWED)
                )
            except RetryAfter as cause:
                wait = cause.retry_after
                await asyncio.sleep(
                    wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
                )
                continue
            except (NetworkError, TelegramError) as cause:
                if isinstance(cause, Conflict):
                    log.error("Telegram: ada proses lain yang mengambil pesan bot ini (409)")
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30.0)
                continue
            pause = 1.0
            if batch:
                await inbox.store([self._masuk(update) for update in batch], now=self._mint.now())
                offset = batch[-1].update_id + 1
                self.lanes.wake()

    def _masuk(self, update: Update) -> inbox.Masuk:
        row_id, body = new_id(), update.to_json()
        chat = update.effective_chat or update.effective_user
        return inbox.Masuk(
            id=row_id,
            update_id=update.update_id,
            sidik=self._mint.index.digest(f"update|{body}"),
            jalur=self._mint.ruang(chat.id) if chat else "lain",
            muatan=self._mint.sealer.seal(body, table="inbox", column="muatan", row=row_id),
        )

    async def _take(self, busy: Collection[str]) -> Inbox | None:
        return await inbox.next_waiting(busy=busy)

    async def _handle(self, row: Inbox) -> None:
        update = self._open(row)
        try:
            act = await self._plan(update)
            afterwards = await self._commit(row, act)
        except Exception as cause:
            aside = await inbox.mark_failed(row)
            log.error(
                "kotak masuk %s: gagal ditangani (%s, percobaan %s)",
                row.id,
                type(cause).__name__,
                row.percobaan + 1,
                exc_info=log.isEnabledFor(logging.DEBUG),
            )
            if aside:
                await self._apologise(row, update)
            else:
                await asyncio.sleep(0.2 * (row.percobaan + 1))
        else:
            for more in afterwards:
                await more()
        self._said()

    def _open(self, row: Inbox) -> Update:
        if row.muatan is None:
            raise ValueError(f"inbox {row.id} waits without a body")
        body = self._mint.sealer.open_text(
            bytes(row.muatan), table="inbox", column="muatan", row=row.id
        )
        update = Update.de_json(json.loads(body), self._bot)
        if update is None:
            raise ValueError(f"inbox {row.id} holds no update")
        return update

    @unit_of_work
    async def _commit(self, row: Inbox, act: Act) -> list[Callable[[], Awaitable[None]]]:
        turn = Turn(self._mint, str(row.id))
        await act(turn)
        await inbox.mark_done(row)
        return turn.afterwards

    @unit_of_work
    async def _apologise(self, row: Inbox, update: Update) -> None:
        await self._give_up(update)(Turn(self._mint, str(row.id)))
