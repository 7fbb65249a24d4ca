"""Sends what waits for Telegram: in order per chat, obeying its refusals, telling cards their ids."""

import json
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Bot, Message
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from core.bot.models import Kartu, Percakapan
from core.bot.turn import Mint
from core.store import JenisKeluar, KeadaanKeluar, Lanes, outbox, unit_of_work
from core.store.models import Outbox

log = logging.getLogger(__name__)

_EDITS = frozenset({"editMessageText", "editMessageReplyMarkup", "deleteMessage"})
_MAX_PAUSE = timedelta(minutes=5)
# What Telegram says when the wish is already true, or can no longer matter.
_SETTLED = ("message is not modified", "query is too old", "query id is invalid")
_GONE = ("message to edit not found", "message can't be edited", "message to delete not found")


@dataclass(frozen=True)
class Muatan:
    """A call as it was put down."""

    method: str
    params: Mapping[str, Any]
    lampiran: Mapping[str, str] | None


class Sender:
    """The one way out to Telegram."""

    def __init__(self, bot: Bot, mint: Mint, blob: Callable[[str], Awaitable[bytes]]) -> None:
        self._bot = bot
        self._mint = mint
        self._blob = blob
        self.lanes: Lanes[Outbox] = Lanes(
            "pengirim telegram", self._take, self._send, lane=outbox.lane
        )

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        return await outbox.next_due(JenisKeluar.TELEGRAM, now=self._mint.now(), busy=busy)

    async def _send(self, row: Outbox) -> None:
        call = self._open(row)
        card = await Kartu.get_or_none(id=row.kartu_id) if row.kartu_id else None
        if call.method in _EDITS and (card is None or card.pesan_id is None):
            await self._settle(row, KeadaanKeluar.GAGAL, "kartu tidak pernah terkirim")
            return
        try:
            sent = await self._call(call, card)
        except RetryAfter as cause:
            wait = cause.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            await self._postpone(row, timedelta(seconds=seconds), "429")
        except Forbidden:
            await self._blocked(row)
        except BadRequest as cause:
            await self._refused(row, call, card, str(cause).lower())
        except NetworkError as cause:
            pause = min(timedelta(seconds=2 ** min(row.percobaan, 9)), _MAX_PAUSE)
            await self._postpone(row, pause, type(cause).__name__)
        except TelegramError as cause:
            await self._settle(row, KeadaanKeluar.GAGAL, type(cause).__name__)
        else:
            await self._sent(row, card, sent)

    def _open(self, row: Outbox) -> Muatan:
        if row.muatan is None:
            raise ValueError(f"outbox {row.id} waits without a payload")
        body = json.loads(
            self._mint.sealer.open_text(
                bytes(row.muatan), table="outbox", column="muatan", row=row.id
            )
        )
        return Muatan(body["method"], body["params"], body["lampiran"])

    async def _call(self, call: Muatan, card: Kartu | None) -> int | None:
        """Do the call and return the message id, if it made a message."""
        params = dict(call.params)
        if call.method in _EDITS and card is not None:
            params["message_id"] = card.pesan_id
        if call.lampiran is not None:
            content = await self._blob(call.lampiran["blob"])
            if call.method == "sendPhoto":
                return _message_id(await self._bot.send_photo(photo=content, **params))
            name = call.lampiran["nama"] or "berkas"
            return _message_id(
                await self._bot.send_document(document=content, filename=name, **params)
            )
        return _message_id(await self._plain(call.method)(**params))

    def _plain(self, method: str) -> Callable[..., Awaitable[object]]:
        calls: Mapping[str, Callable[..., Awaitable[object]]] = {
            "sendMessage": self._bot.send_message,
            "editMessageText": self._bot.edit_message_text,
            "editMessageReplyMarkup": self._bot.edit_message_reply_markup,
            "deleteMessage": self._bot.delete_message,
            "answerCallbackQuery": self._bot.answer_callback_query,
            "sendChatAction": self._bot.send_chat_action,
        }
        return calls[method]

    @unit_of_work
    async def _sent(self, row: Outbox, card: Kartu | None, message_id: int | None) -> None:
        if card is not None and message_id is not None:
            await Kartu.filter(id=card.id).update(pesan_id=message_id)
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=self._mint.now())

    @unit_of_work
    async def _blocked(self, row: Outbox) -> None:
        await Percakapan.filter(ruang=row.jalur).update(diblokir=True)
        await outbox.settle(row, KeadaanKeluar.GAGAL, now=self._mint.now(), sebab="diblokir")

    async def _refused(self, row: Outbox, call: Muatan, card: Kartu | None, reason: str) -> None:
        if any(part in reason for part in _SETTLED):
            await self._settle(row, KeadaanKeluar.TERKIRIM, "")
        elif call.method == "editMessageText" and card and any(part in reason for part in _GONE):
            await self._send_anew(row, call, card)
        else:
            log.error("outbox %s: %s ditolak Telegram", row.id, call.method)
            await self._settle(row, KeadaanKeluar.GAGAL, "BadRequest")

    async def _send_anew(self, row: Outbox, call: Muatan, card: Kartu) -> None:
        """Send a card again whose message can no longer be edited."""
        await self._sent(row, card, _message_id(await self._bot.send_message(**call.params)))

    async def _postpone(self, row: Outbox, pause: timedelta, sebab: str) -> None:
        await outbox.postpone(row, until=self._mint.now() + pause, sebab=sebab)

    async def _settle(self, row: Outbox, keadaan: KeadaanKeluar, sebab: str) -> None:
        await outbox.settle(row, keadaan, now=self._mint.now(), sebab=sebab)


def _message_id(answer: object) -> int | None:
    return answer.message_id if isinstance(answer, Message) else None
