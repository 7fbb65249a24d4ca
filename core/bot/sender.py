"""Sends what waits for Telegram: in order per chat, obeying refusals, telling cards their ids."""

import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

from core.bot import talks
from core.bot.call import Caller, Muatan
from core.bot.mint import Mint
from core.bot.models import Kartu
from core.store import JenisKeluar, KeadaanKeluar, Lanes, outbox, unit_of_work
from core.store.models import Outbox

log = logging.getLogger(__name__)

_MAX_PAUSE = timedelta(minutes=5)
_MOST_TRIES = 6  # of what fails although Telegram answers; an outage is waited for without end
# What Telegram says when the wish is already true, or can no longer matter.
_SETTLED = ("message is not modified", "query is too old", "query id is invalid")
_GONE = ("message to edit not found", "message can't be edited", "message is not found")


class Sender:
    """The one way out to Telegram."""

    def __init__(
        self,
        bot: Bot,
        mint: Mint,
        *,
        blob: Callable[[str], Awaitable[bytes]],
        forget: Callable[[str], Awaitable[None]],
        blocked: Callable[[str], Awaitable[None]],
    ) -> None:
        self._caller = Caller(bot, blob)
        self._mint = mint
        self._forget = forget
        self._tell_blocked = blocked
        self.lanes: Lanes[Outbox] = Lanes(
            "pengirim telegram", self._take, self._send, lane=outbox.lane
        )

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        return await outbox.next_due(JenisKeluar.TELEGRAM, now=self._mint.now(), busy=busy)

    async def _send(self, row: Outbox) -> None:
        call = self._open(row)
        card = await Kartu.get_or_none(id=row.kartu_id) if row.kartu_id else None
        if call.edits and (card is None or card.pesan_id is None):
            await self._settle(row, KeadaanKeluar.GAGAL, "kartu tidak pernah terkirim")
            return
        try:
            sent = await self._deliver(call, card)
        except RetryAfter as cause:
            wait = cause.retry_after
            pause = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            await self._postpone(row, pause, "429")
        except Forbidden:
            await self._blocked(row)
        except BadRequest:
            log.error("outbox %s: %s ditolak Telegram", row.id, call.method)
            await self._settle(row, KeadaanKeluar.GAGAL, "BadRequest")
        except (NetworkError, InvalidToken) as cause:
            await self._postpone(row, _pause(row), type(cause).__name__)
        except Exception as cause:
            await self._give_up_slowly(row, call, type(cause).__name__)
        else:
            await self._sent(row, card, sent)
            if call.once:
                await self._forget(call.once)

    async def _deliver(self, call: Muatan, card: Kartu | None) -> int | None:
        """Do the call; what Telegram refuses because it is already so is done."""
        try:
            return await self._caller.do(call, card.pesan_id if card else None)
        except BadRequest as cause:
            reason = str(cause).lower()
            gone = call.edits and any(part in reason for part in _GONE)
            if gone and call.method == "editMessageText":
                return await self._caller.do(call.anew(), None)
            if gone or any(part in reason for part in _SETTLED):
                return None
            raise

    def _open(self, row: Outbox) -> Muatan:
        if row.muatan is None:
            raise ValueError(f"outbox {row.id} waits without a payload")
        sealed = bytes(row.muatan)
        return Muatan.load(
            self._mint.sealer.open_text(sealed, table="outbox", column="muatan", row=row.id)
        )

    @unit_of_work
    async def _sent(self, row: Outbox, card: Kartu | None, message_id: int | None) -> None:
        if card is not None and message_id is not None:
            await Kartu.filter(id=card.id).update(pesan_id=message_id)
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=self._mint.now())

    @unit_of_work
    async def _blocked(self, row: Outbox) -> None:
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._mint.now(), sebab="diblokir")
        if await talks.block(row.jalur):
            await self._tell_blocked(row.jalur)

    async def _give_up_slowly(self, row: Outbox, call: Muatan, sebab: str) -> None:
        """A message that cannot be made must not close its chat for ever."""
        log.error("outbox %s: %s gagal (%s)", row.id, call.method, sebab)
        if row.percobaan + 1 < _MOST_TRIES:
            await self._postpone(row, _pause(row), sebab)
        else:
            await self._settle(row, KeadaanKeluar.GAGAL, sebab)

    async def _postpone(self, row: Outbox, pause: timedelta, sebab: str) -> None:
        await outbox.postpone(row, until=self._mint.now() + pause, sebab=sebab)

    async def _settle(self, row: Outbox, keadaan: KeadaanKeluar, sebab: str) -> None:
        await outbox.settle(row, keadaan, now=self._mint.now(), sebab=sebab)


def _pause(row: Outbox) -> timedelta:
    """Wait 1, 2, 4 ... seconds after the first, second, third failure."""
    return min(timedelta(seconds=2 ** min(row.percobaan, 9)), _MAX_PAUSE)
