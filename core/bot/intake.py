"""Takes updates in: each is stored before it is confirmed, then handled once, in order.

Trouble of the ground (database, disk, network) is waited for without counting. What fails by our
own fault is tried a few times, then set aside with an apology; the chat goes on.
"""

import json
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any

from telegram import Bot, Update
from telegram.constants import ChatType

from core.bot import received, words
from core.bot.mint import Mint
from core.bot.polling import Polling
from core.bot.trouble import is_trouble
from core.bot.turn import Act, ChangedMeanwhile, Turn
from core.store import Lanes, Locks, inbox, unit_of_work
from core.store.about import about_row
from core.store.models import Inbox
from core.store.patience import Patience

log = logging.getLogger(__name__)

_MOST_PLANS = 3
Plan = Callable[[Update], Awaitable[Act]]
GiveUp = Callable[[Update | None], Act]


def _untold(outcome: str) -> None:
    """Tell nobody what became of an update."""


class Intake:
    """Stores updates; hands stored ones to `plan` and commits the act that it returns."""

    def __init__(
        self,
        bot: Bot,
        mint: Mint,
        plan: Plan,
        give_up: GiveUp,
        said: Callable[[], None],
        *,
        locks: Locks | None = None,
        retry_seconds: float = 0.2,
        tally: Callable[[str], None] = _untold,
    ) -> None:
        self._bot = bot
        self._mint = mint
        self._plan = plan
        self._give_up = give_up
        self._said = said
        self._tally = tally
        self._patience = Patience(time.monotonic, first_seconds=retry_seconds)
        self._polling = Polling(bot, self._store)
        self.lanes: Lanes[Inbox] = Lanes(
            "kotak masuk",
            self._take,
            about_row(self._handle),
            lane=inbox.lane,
            again=inbox.again,
            locks=locks,
        )

    async def poll(self) -> None:
        """Fetch for ever."""
        await self._polling.run()

    async def receive(self, payload: dict[str, Any]) -> bool:
        """Store one update that Telegram brought; False if it is none. It raises: not stored."""
        try:
            row = received.read(self._mint, payload)
        except received.NotAnUpdate:
            return False
        await inbox.store([row], now=self._mint.now())
        self.lanes.wake()
        return True

    async def _store(self, batch: Sequence[object]) -> None:
        rows = []
        for payload in batch:
            try:
                rows.append(received.read(self._mint, payload))
            except received.NotAnUpdate as cause:
                log.error("Telegram: kiriman bukan pembaruan, dilewati (%s)", cause)
        if rows:
            await inbox.store(rows, now=self._mint.now())
            self.lanes.wake()

    async def _take(self, busy: Collection[str]) -> Inbox | None:
        return await inbox.next_waiting(busy={*busy, *self._patience.resting()})

    async def _handle(self, row: Inbox) -> None:
        update: Update | None = None
        try:
            update = self._open(row)
            turn = await self._play(row, update)
        except inbox.AlreadyHandled:
            return  # by another process: nothing of ours was committed
        except Exception as cause:
            await self._failed(row, update, cause)
        else:
            self._patience.well(row.jalur)
            self._tally("selesai")
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
        self._patience.failed(row.jalur)
        if is_trouble(cause):
            log.warning("kotak masuk %s: menunggu (%s)", row.id, type(cause).__name__)
            self._tally("menunggu")
            return
        log.error(
            "kotak masuk %s: gagal ditangani (%s, percobaan %s)",
            row.id,
            type(cause).__name__,
            row.percobaan + 1,
            exc_info=cause if log.isEnabledFor(logging.DEBUG) else None,
        )
        aside = await self._count(row, update)
        self._tally("disisihkan" if aside else "gagal")
        if aside:
            self._patience.well(row.jalur)

    async def _count(self, row: Inbox, update: Update | None) -> bool:
        """Count a failure; with the last one the update is set aside and the citizen told."""
        for apology in (self._give_up, _bare_apology):
            try:
                return await self._set_aside(row, update, apology)
            except Exception as cause:
                if is_trouble(cause):
                    raise
                log.error("kotak masuk %s: maaf pun gagal (%s)", row.id, type(cause).__name__)
        return await inbox.mark_failed(row)

    @unit_of_work
    async def _set_aside(self, row: Inbox, update: Update | None, apology: GiveUp) -> bool:
        aside = await inbox.mark_failed(row)
        if aside:
            await apology(update)(Turn(self._mint, str(row.id)))
        return aside

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


def _bare_apology(update: Update | None) -> Act:
    """Plan what can be said when the apology itself fails: one sentence, to the citizen alone."""
    chat = update.effective_chat if update else None

    async def act(turn: Turn) -> None:
        if chat is not None and chat.type == ChatType.PRIVATE:
            await turn.say(chat.id, words.GANGGUAN_TOMBOL)

    return act
