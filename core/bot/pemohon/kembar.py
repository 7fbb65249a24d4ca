"""A press on a message of ours whose id we do not know: the citizen was quick, or it is a copy.

The id of a question comes with Telegram's answer to it. Until that is noted, and for ever if it
got lost and the question was sent again, the message that the citizen sees is unknown to us.
"""

from core.bot import talks
from core.bot.callback import TombolMenu, TombolWarga
from core.bot.mint import Mint
from core.bot.models import Kartu
from core.bot.pemohon import ketik
from core.bot.pemohon.ask import BASI, MENU, TANYA
from core.bot.turn import Act, Turn


async def question_of(mint: Mint, chat_id: int, button: TombolWarga | TombolMenu) -> Kartu | None:
    """Return the present question of a chat if this very button can stand on it."""
    card = await talks.question(mint.ruang(chat_id))
    if card is None or not card.aktif:
        return None
    if isinstance(button, TombolWarga):
        return card if card.jenis == TANYA else None
    here = [one.tombol for one in await ketik.recall(mint, chat_id)]
    return card if card.jenis == MENU and button in here else None


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
