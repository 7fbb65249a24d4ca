"""A press on a message of ours whose id we do not know: the citizen was quick, or it is a copy.

The id of a question comes with Telegram's answer to it. Until that is noted, and for ever if it
got lost and the question was sent again, the message that the citizen sees is unknown to us.
"""

from core.bot import talks
from core.bot.callback import TombolMenu, TombolWarga, short
from core.bot.isian_diam import INGAT
from core.bot.mint import Mint
from core.bot.models import Kartu
from core.bot.pemohon import ketik
from core.bot.pemohon.ask import BASI, MENU, TANYA
from core.bot.pemohon.kabar import KABAR
from core.bot.pemohon.pratinjau import PRATINJAU, SANGGAHAN
from core.bot.pemohon.status import STATUS
from core.bot.pemohon.tiket import TIKET
from core.bot.penilaian import OPINI
from core.bot.turn import Act, Turn

_BESIDE = (INGAT, KABAR, OPINI, PRATINJAU, SANGGAHAN, STATUS, TIKET)
"""Kinds of cards that stand beside the question of a chat."""


async def question_of(mint: Mint, chat_id: int, button: TombolWarga | TombolMenu) -> Kartu | None:
    """Return the present question of a chat, or a card beside it that was just sent, if this very
    button can stand on it.
    """
    card = await talks.question(mint.ruang(chat_id))
    asked = card if card is not None and card.aktif else None
    if isinstance(button, TombolWarga):
        return asked if asked is not None and asked.jenis == TANYA else None
    here = [one.tombol for one in await ketik.recall(mint, chat_id)]
    if asked is not None and asked.jenis == MENU and button in here:
        return asked
    return await _just_sent(mint, chat_id, button)


async def _just_sent(mint: Mint, chat_id: int, button: TombolMenu) -> Kartu | None:
    """Return the card beside the question whose message id is still on its way to us."""
    ruang = mint.ruang(chat_id)
    sent = Kartu.filter(ruang=ruang, aktif=True, pesan_id=None, jenis__in=_BESIDE)
    for card in await sent.order_by("-id"):
        if card.permohonan_id is not None:
            own = short(card.permohonan_id) in button.arg
        else:
            own = (card.jenis == KABAR) == (button.aksi == KABAR)
        if own:
            return card
    return None


def adopting(card: Kartu, chat_id: int, message_id: int, act: Act) -> Act:
    """Plan an act, and let the message that was pressed be the question; strip it if a copy is."""

    async def first(turn: Turn) -> None:
        if not await Kartu.filter(id=card.id, pesan_id=None).update(pesan_id=message_id):
            present = await Kartu.get(id=card.id)
            if present.pesan_id != message_id:
                await strip(turn, chat_id, message_id)
        await act(turn)

    return first


async def strip(turn: Turn, chat_id: int, message_id: int) -> None:
    """Take the keyboard off a message that is no card, and know it from now on as an old one."""
    copy = await turn.new_card(BASI, chat_id, case_id=None)
    await Kartu.filter(id=copy.id).update(pesan_id=message_id)
    copy.pesan_id = message_id
    await turn.strip(copy)
