"""The kinds of cards that officers press on, and the life of the private ones."""

from telegram import Message

from core.bot.callback import TombolPetugas, short
from core.bot.models import Kartu
from core.bot.petugas import words
from core.bot.turn import Turn
from core.permohonan import Permohonan

GRUP = "grup"  # the case, in the officers' group
PERIKSA = "petugas"  # the checklist, in private, like all that follow
TERBITKAN = "tegas"  # "issue this?", under the preview
TOLAK = "tegas_tolak"  # "reject with these words?"
FORMULIR = "formulir"  # a question of the officer's form
PILIH = "pilih"  # fields, reasons, and what else is chosen or typed
KEMBAR = "kembar"  # a copy of a card that counts no more: its answer got lost, it was sent again
PRIVATE = (PERIKSA, TERBITKAN, TOLAK, FORMULIR, PILIH)


class To:
    """Gives a button of one card for an act: case, revision and nonce are the card's own."""

    def __init__(self, case: Permohonan, card: Kartu) -> None:
        self._case = case
        self._card = card

    def __call__(self, act: str, arg: str = "") -> TombolPetugas:
        """Return the button."""
        card = self._card
        return TombolPetugas(short(self._case.id), card.revisi, card.nonce, act, arg)


async def put(
    turn: Turn, officer: int, case: Permohonan, jenis: str, *, revisi: int = 0
) -> tuple[Kartu, To]:
    """Make a private card; the one of its kind before it counts no more."""
    await strip(turn, case, jenis)
    card = await turn.new_card(jenis, officer, case_id=case.id, revisi=revisi)
    return card, To(case, card)


async def strip(turn: Turn, case: Permohonan, *kinds: str) -> None:
    """Take the keyboards off a case's private cards of these kinds."""
    for old in await Kartu.filter(permohonan_id=case.id, jenis__in=kinds, aktif=True):
        await turn.strip(old)


async def adopt(turn: Turn, card: Kartu, pressed: Message) -> None:
    """Let the copy of a card that was pressed be the card, and mark the other one as old.

    A card stands there twice if the answer to its first message got lost; it stands there once,
    with an id that we do not know yet, if an officer is quicker than that answer.
    """
    known = (await Kartu.get(id=card.id)).pesan_id
    await Kartu.filter(id=card.id).update(pesan_id=pressed.message_id)
    if known is not None and known != pressed.message_id:
        await _retire(turn, pressed.chat.id, known, picture=bool(pressed.photo))


async def mark_old(turn: Turn, copy: Message) -> None:
    """Mark a copy that nobody knows any more as old."""
    await _retire(turn, copy.chat.id, copy.message_id, picture=bool(copy.photo))


async def _retire(turn: Turn, chat_id: int, message_id: int, *, picture: bool) -> None:
    """Mark a message as old. A preview is a picture: it has no text to change."""
    copy = await turn.new_card(KEMBAR, chat_id, case_id=None)
    await Kartu.filter(id=copy.id).update(pesan_id=message_id)
    if picture:
        await turn.strip(copy)
    else:
        await Kartu.filter(id=copy.id).update(aktif=False)
        await turn.redraw(copy, words.KARTU_LAMA)
