"""One turn of the bot: what one update changes and says, committed together.

A room plans outside the transaction (downloads, look-ups) and returns an `Act`. The act runs
inside one unit of work; what it says is put into the outbox there. Keys are made of the update's
row id and a running number, so a repeated turn says nothing twice.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from core.bot.callback import new_nonce
from core.bot.keyboard import Rows, markup
from core.bot.mint import Mint
from core.bot.models import Kartu
from core.permohonan import Kalah, Permohonan
from core.store import JenisKeluar, Keluar, new_id, outbox

_LONGEST_TOAST = 200  # Bot API: answerCallbackQuery


class ChangedMeanwhile(RuntimeError):
    """What was read before the transaction is no longer true: plan again from the start."""


class Turn:
    """Puts down, in order, what is said in one unit of work.

    `afterwards` is run once the unit of work has committed; it may be lost in a crash, so it holds
    only what a sweep would do as well.
    """

    def __init__(self, mint: Mint, key: str) -> None:
        self.mint = mint
        self._key = key
        self._count = 0
        self.afterwards: list[Callable[[], Awaitable[None]]] = []

    async def say(
        self,
        chat_id: int,
        text: str,
        rows: Rows = (),
        *,
        card: Kartu | None = None,
        protect: bool = False,
        lasting: bool = False,
        silent: bool = False,
        key: str | None = None,
        subject: UUID | None = None,
    ) -> None:
        """Send a message (HTML); with a card, the card learns its message id once it was sent.

        `lasting`: a citizen who has blocked us gets it when he is back. For what he must act on
        and what cannot be worded again from the case. `silent`: no telephone rings for it.
        """
        params = _text(chat_id, text, rows)
        if protect:
            params["protect_content"] = True
        if silent:
            params["disable_notification"] = True
        await self._put(
            chat_id,
            "sendMessage",
            params,
            card=card,
            key=key,
            subject=subject,
            lasting=lasting,
        )

    async def show(
        self,
        chat_id: int,
        blob: str,
        caption: str,
        rows: Rows = (),
        *,
        photo: bool = True,
        name: str = "",
        once: bool = False,
        protect: bool = True,
        card: Kartu | None = None,
        subject: UUID | None = None,
    ) -> None:
        """Send a stored, sealed picture or paper, opened when it is sent; `once`: then erased.

        `protect`: it can be neither saved nor passed on, as far as Telegram can see to that.
        """
        params = {
            "chat_id": chat_id,
            "caption": caption,
            "parse_mode": "HTML",
            "protect_content": protect,
        } | markup(rows)
        await self._put(
            chat_id,
            "sendPhoto" if photo else "sendDocument",
            params,
            card=card,
            attach={"blob": blob, "nama": name, "sekali": "ya" if once else ""},
            subject=subject,
        )

    async def illustrate(
        self, chat_id: int, fault: str, caption: str, *, subject: UUID | None = None
    ) -> None:
        """Send the example picture of a fault (`core.citra.Cacat`), with what to do about it."""
        params = {"chat_id": chat_id, "caption": caption, "parse_mode": "HTML"}
        await self._put(chat_id, "sendPhoto", params, attach={"contoh": fault}, subject=subject)

    async def redraw(self, card: Kartu, text: str, rows: Rows = ()) -> None:
        """Draw a card anew in its place."""
        chat_id = self.mint.chat(card)
        await self._put(chat_id, "editMessageText", _text(chat_id, text, rows), card=card)

    async def strip(self, card: Kartu) -> None:
        """Take the keyboard off a card; its buttons count no more."""
        if not card.aktif:
            return
        await Kartu.filter(id=card.id).update(aktif=False)
        chat_id = self.mint.chat(card)
        await self._put(chat_id, "editMessageReplyMarkup", {"chat_id": chat_id}, card=card)

    async def toast(
        self, query_id: str, text: str = "", *, url: str = "", alert: bool = False
    ) -> None:
        """Answer a press: with nothing, a short text, or an address to open."""
        params: dict[str, Any] = {"callback_query_id": query_id, "show_alert": alert}
        if text:
            params["text"] = text[:_LONGEST_TOAST]
        if url:
            params["url"] = url
        await self._put(None, "answerCallbackQuery", params)

    async def new_card(
        self, jenis: str, chat_id: int, *, case_id: UUID | None, revisi: int = 0
    ) -> Kartu:
        """Make the row of a card that is about to be sent."""
        card_id = new_id()
        return await Kartu.create(
            id=card_id,
            jenis=jenis,
            ruang=self.mint.ruang(chat_id),
            chat=self.mint.seal_chat("kartu", card_id, chat_id),
            permohonan_id=case_id,
            revisi=revisi,
            nonce=new_nonce(),
            dibuat_at=self.mint.now(),
        )

    async def refresh(self, card: Kartu) -> Kartu:
        """Give a card a new revision and nonce: what was drawn before counts no more."""
        await Kartu.filter(id=card.id).update(
            revisi=card.revisi + 1, nonce=new_nonce(), aktif=True
        )
        return await Kartu.get(id=card.id)

    async def _put(
        self,
        chat_id: int | None,
        method: str,
        params: Mapping[str, Any],
        *,
        card: Kartu | None = None,
        attach: Mapping[str, str] | None = None,
        key: str | None = None,
        subject: UUID | None = None,
        lasting: bool = False,
    ) -> None:
        self._count += 1
        message_id = new_id()
        own_key = f"{self._key}:{self._count}"
        body = json.dumps(
            {"method": method, "params": params, "lampiran": attach, "lekat": lasting}
        )
        sealed = self.mint.sealer.seal(body, table="outbox", column="muatan", row=message_id)
        await outbox.put(
            Keluar(
                id=message_id,
                jenis=JenisKeluar.TELEGRAM,
                jalur=self.mint.ruang(chat_id) if chat_id is not None else own_key,
                kunci=key or own_key,
                muatan=sealed,
                mulai_at=self.mint.now(),
                kartu_id=card.id if card else None,
                subjek=subject,
            )
        )


Act = Callable[[Turn], Awaitable[None]]


async def nothing(turn: Turn) -> None:
    """The act of an update that changes and says nothing."""


def toast(query_id: str, text: str, *, url: str = "", alert: bool = False) -> Act:
    """Plan nothing but the answer to a press."""

    async def act(turn: Turn) -> None:
        await turn.toast(query_id, text, url=url, alert=alert)

    return act


def held(changed: Permohonan | Kalah) -> Permohonan:
    """Go on with a changed case; if somebody was faster, plan again with what is true now."""
    if isinstance(changed, Kalah):
        raise ChangedMeanwhile
    return changed


def _text(chat_id: int, text: str, rows: Rows) -> dict[str, Any]:
    return {
        "chat_id": chat_id,
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    } | markup(rows)
