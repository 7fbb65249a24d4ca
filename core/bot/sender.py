"""Sends what waits for Telegram: in order per chat, within its limits, obeying its refusals.

A message whose answer never came may have been taken; it is sent again. For Telegram a repeat is
allowed (SECURITY.md 10): a password twice harms nobody, an edit is the same edit, and of a card
that stands there twice the one whose id we learned counts; the other is marked old when somebody
presses on it, since that is how its id is learned.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from telegram import Bot
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from core.bot import migration, needless, refusals, talks
from core.bot.call import Caller, Muatan, Unreadable, open_call
from core.bot.mint import Mint
from core.bot.models import Kartu
from core.bot.pace import Pace
from core.bot.steady import Steady
from core.bot.trouble import is_trouble
from core.store import JenisKeluar, KeadaanKeluar, Lanes, outbox, unit_of_work
from core.store.about import about_row
from core.store.models import Outbox

log = logging.getLogger(__name__)

_MAX_PAUSE = timedelta(minutes=5)
_MOST_TRIES = 6  # of what fails although Telegram answers; an outage is waited for without end


@dataclass(frozen=True)
class Report:
    """Whom the sender tells what it learned: a blob is done with, a chat blocked us or moved.

    `lost`: a message that somebody waits for was given up. All but `forget` are told inside the
    unit of work that writes it down.
    """

    forget: Callable[[str], Awaitable[None]]
    blocked: Callable[[str], Awaitable[None]]
    moved: Callable[[int, int], Awaitable[None]]
    lost: Callable[[Outbox], Awaitable[None]]


@dataclass(frozen=True)
class Sent:
    """What Telegram took: as which message, and the blob that nobody needs any more."""

    message_id: int | None
    once: str


class Sender:
    """The one way out to Telegram."""

    def __init__(
        self,
        bot: Bot,
        mint: Mint,
        *,
        blob: Callable[[str], Awaitable[bytes]],
        report: Report,
        pace: Pace,
    ) -> None:
        self._caller = Caller(bot, blob)
        self._mint = mint
        self._report = report
        self._pace = pace
        self._steady = Steady(mint.now, pace.clock)
        self._alarm: asyncio.TimerHandle | None = None
        # Sent, but not written down yet (a full disk): never to be sent again by this process.
        self._sent: dict[UUID, Sent] = {}
        self.lanes: Lanes[Outbox] = Lanes(
            "pengirim telegram",
            self._take,
            about_row(self._send),
            lane=outbox.lane,
            again=outbox.again,
        )

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        self._set_alarm()
        if self._pace.closed():
            return None
        row = await outbox.next_due(
            JenisKeluar.TELEGRAM, now=self._steady(), busy={*busy, *self._pace.waiting()}
        )
        if row is not None:
            self._pace.count()
        return row

    def _set_alarm(self) -> None:
        """Look again the moment somebody may be served who must wait now."""
        if self._alarm is not None:
            self._alarm.cancel()
        pause = self._pace.next_change()
        if pause is not None:
            loop = asyncio.get_running_loop()
            self._alarm = loop.call_later(pause, self.lanes.wake)

    async def _send(self, row: Outbox) -> None:
        if row.id in self._sent:
            await self._write_down(row)
            return
        try:
            call = open_call(self._mint, row)
        except Unreadable as cause:
            await self._give_up_slowly(row, None, cause)
            return
        card = await Kartu.get_or_none(id=row.kartu_id) if row.kartu_id else None
        if ended := await needless.ending(self._mint, row, call, card):
            await self._settle(row, *ended)
            await self._forget(call.once)
            return
        if call.chat_id:
            self._pace.spend(row.jalur, group=call.to_group)
        try:
            message_id = await self._deliver(call, card)
        except TelegramError as cause:
            await self._refused(row, call, cause)
        except Exception as cause:
            await self._give_up_slowly(row, call, cause)
        else:
            self._pace.accepted()
            self._sent[row.id] = Sent(message_id, call.once)
            await self._write_down(row)

    async def _deliver(self, call: Muatan, card: Kartu | None) -> int | None:
        """Do the call where its chat is now; what Telegram refuses because it is so is done."""
        if call.to_group:
            call = call.towards(await migration.address(self._mint, call.chat_id))
        if call.draws and (card is None or card.pesan_id is None):
            call = call.anew()
        try:
            return await self._caller.do(call, card.pesan_id if card else None)
        except TelegramError as cause:
            gone = call.edits and refusals.is_gone(cause)
            if gone and call.draws:
                return await self._caller.do(call.anew(), None)
            if gone or refusals.is_settled(cause):
                return None
            raise

    async def _refused(self, row: Outbox, call: Muatan, cause: TelegramError) -> None:
        match cause:
            case RetryAfter():
                await self._obey(row, cause)
            case ChatMigrated():
                await self._follow(row, call, cause.new_chat_id)
            case _ if refusals.is_unreachable(cause):
                await self._unreachable(row, call)
            case _ if refusals.is_final(cause):
                log.error("outbox %s: %s ditolak Telegram", row.id, call.method)
                await self._give_up(row, call, type(cause).__name__)
            case _:
                await self._postpone(row, _pause(row), type(cause).__name__)

    async def _obey(self, row: Outbox, cause: RetryAfter) -> None:
        asked = cause.retry_after
        wished = asked.total_seconds() if isinstance(asked, timedelta) else asked
        seconds = self._pace.refused(row.jalur, wished)
        until = self._mint.now() + timedelta(seconds=seconds)
        await outbox.delay(row, until=until, sebab="429")

    async def _follow(self, row: Outbox, call: Muatan, new_chat: int) -> None:
        """The chat has become a supergroup: the row stays first, and goes there."""
        await self._move(call.chat_id, new_chat)
        if await migration.address(self._mint, call.chat_id) != new_chat:
            log.error("outbox %s: obrolan yang pindah bukan grup petugas", row.id)
            await self._give_up(row, call, "pindah")

    @unit_of_work
    async def _move(self, old: int, new: int) -> None:
        await self._report.moved(old, new)

    async def _unreachable(self, row: Outbox, call: Muatan) -> None:
        """A citizen may shut us out. A group that does is configuration: it waits for mending."""
        if not call.to_group:
            await self._blocked(row, call)
            return
        log.error("grup petugas tidak dapat ditulisi: periksa keanggotaan dan hak bot di sana")
        await self._postpone(row, _pause(row), "grup menolak")

    @unit_of_work
    async def _blocked(self, row: Outbox, call: Muatan) -> None:
        if call.lekat:
            await outbox.hold(row, sebab="diblokir")
        else:
            await self._settle(row, KeadaanKeluar.GAGAL, "diblokir")
        if await talks.block(row.jalur):
            await self._report.blocked(row.jalur)

    async def _give_up_slowly(self, row: Outbox, call: Muatan | None, cause: Exception) -> None:
        """A message that cannot be made must not close its chat for ever."""
        sebab = type(cause).__name__
        log.error("outbox %s: %s gagal (%s)", row.id, call.method if call else "muatan", sebab)
        if is_trouble(cause) or row.percobaan + 1 < _MOST_TRIES:
            await self._postpone(row, _pause(row), sebab)
        else:
            await self._give_up(row, call, sebab)

    async def _give_up(self, row: Outbox, call: Muatan | None, sebab: str) -> None:
        """Close a message that will never be taken; an alert that fails keeps no chat closed."""
        if call is None or row.kartu_id or row.subjek or call.lekat:
            try:
                await self._lose(row, sebab)
            except Exception as cause:
                if is_trouble(cause):
                    raise
                log.error("outbox %s: kabar pun gagal (%s)", row.id, type(cause).__name__)
            else:
                return
        await self._settle(row, KeadaanKeluar.GAGAL, sebab)

    @unit_of_work
    async def _lose(self, row: Outbox, sebab: str) -> None:
        await self._settle(row, KeadaanKeluar.GAGAL, sebab)
        await self._report.lost(row)

    async def _write_down(self, row: Outbox) -> None:
        sent = self._sent[row.id]
        await self._note(row, sent.message_id)
        del self._sent[row.id]
        await self._forget(sent.once)

    async def _forget(self, once: str) -> None:
        if once:
            await self._report.forget(once)

    @unit_of_work
    async def _note(self, row: Outbox, message_id: int | None) -> None:
        if row.kartu_id is not None and message_id is not None:
            await Kartu.filter(id=row.kartu_id).update(pesan_id=message_id)
        await self._settle(row, KeadaanKeluar.TERKIRIM)

    async def _postpone(self, row: Outbox, pause: timedelta, sebab: str) -> None:
        # In memory as well: the database may be what fails.
        self._pace.rest(row.jalur, pause.total_seconds())
        await outbox.postpone(row, until=self._mint.now() + pause, sebab=sebab)

    async def _settle(self, row: Outbox, keadaan: KeadaanKeluar, sebab: str = "") -> None:
        await outbox.settle(row, keadaan, now=self._mint.now(), sebab=sebab)


def _pause(row: Outbox) -> timedelta:
    """Wait 1, 2, 4 ... seconds after the first, second, third failure."""
    return min(timedelta(seconds=2 ** min(row.percobaan, 9)), _MAX_PAUSE)
