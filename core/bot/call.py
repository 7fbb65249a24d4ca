"""One call of the Bot API, as it lies in the outbox, and how it is done."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from telegram import Bot, Message

from core.bot.mint import Mint
from core.citra import Cacat
from core.store.models import Outbox
from vault import VaultError


@dataclass(frozen=True)
class Muatan:
    """A call as it was put down. `lekat`: whom it could not reach gets it when he is back."""

    method: str
    params: Mapping[str, Any]
    lampiran: Mapping[str, str] | None
    lekat: bool = False

    @classmethod
    def load(cls, body: str) -> Self:
        """Read what a turn wrote."""
        content = json.loads(body)
        return cls(
            content["method"],
            content["params"],
            content["lampiran"],
            content.get("lekat", False),
        )

    @property
    def chat_id(self) -> int:
        """The chat it goes to; 0 for the answer to a press, which is no message."""
        return int(self.params.get("chat_id", 0))

    @property
    def to_group(self) -> bool:
        """Whether it goes to a group. Telegram's group ids are negative."""
        return self.chat_id < 0

    @property
    def draws(self) -> bool:
        """Whether it draws a whole card anew, so that what was drawn before does not matter."""
        return self.method == "editMessageText"

    @property
    def edits(self) -> bool:
        """Whether it changes a message that is already there."""
        return self.method.startswith("edit")

    @property
    def once(self) -> str:
        """The blob that nobody needs once it was sent."""
        attached = self.lampiran or {}
        return attached["blob"] if attached.get("sekali") else ""

    def anew(self) -> Self:
        """Send as a new message what can no longer be edited in its place."""
        return replace(self, method="sendMessage")

    def towards(self, chat_id: int) -> Self:
        """Send to where the chat is now."""
        return replace(self, params={**self.params, "chat_id": chat_id})


class Unreadable(RuntimeError):
    """A payload does not open, or holds no call."""


def open_call(mint: Mint, row: Outbox) -> Muatan:
    """Return the call that a row holds, or raise Unreadable."""
    sealed = bytes(row.muatan or b"")
    try:
        return Muatan.load(
            mint.sealer.open_text(sealed, table="outbox", column="muatan", row=row.id)
        )
    except (VaultError, ValueError, LookupError, TypeError) as cause:
        raise Unreadable(f"the payload of outbox {row.id} does not open") from cause


class Caller:
    """Does calls through PTB's bot."""

    def __init__(self, bot: Bot, blob: Callable[[str], Awaitable[bytes]]) -> None:
        self._blob = blob
        self._bot = bot
        self._plain: Mapping[str, Callable[..., Awaitable[object]]] = {
            "sendMessage": bot.send_message,
            "editMessageText": bot.edit_message_text,
            "editMessageReplyMarkup": bot.edit_message_reply_markup,
            "answerCallbackQuery": bot.answer_callback_query,
        }

    async def do(self, call: Muatan, message_id: int | None) -> int | None:
        """Do a call and return the id of the message that it made, if it made one."""
        if call.edits:
            await self._make(call, {**call.params, "message_id": message_id})
            return None
        made = await self._make(call, call.params)
        return made.message_id if isinstance(made, Message) else None

    async def _make(self, call: Muatan, params: Mapping[str, Any]) -> object:
        if call.lampiran is None:
            return await self._plain[call.method](**params)
        content = await self._content(call.lampiran)
        if call.method == "sendPhoto":
            return await self._bot.send_photo(photo=content, **params)
        name = call.lampiran["nama"] or "berkas"
        return await self._bot.send_document(document=content, filename=name, **params)

    async def _content(self, attached: Mapping[str, str]) -> bytes:
        """Open what goes with a message: a sealed blob, or an example picture of ours."""
        if fault := attached.get("contoh"):
            return await asyncio.to_thread(Cacat(fault).contoh.read_bytes)
        return await self._blob(attached["blob"])
