"""Says what the dialog answers, and keeps one living keyboard per chat (U5, U10)."""

from collections.abc import Sequence

from core.bot import talks
from core.bot.callback import TombolWarga, short
from core.bot.models import Kartu
from core.bot.turn import Rows, Turn
from core.dialog import Balasan
from core.permohonan import Permohonan


async def ask(
    turn: Turn, chat_id: int, case: Permohonan, replies: Sequence[Balasan], rev: int
) -> None:
    """Send replies; a keyboard replaces the one before it."""
    for reply in replies:
        rows: Rows = [
            [(button.label, TombolWarga(short(case.id), rev, button.aksi)) for button in row]
            for row in reply.tombol
        ]
        if rows or reply.tanya:
            await drop_question(turn, chat_id)
        if not rows:
            await turn.say(chat_id, reply.teks, subject=case.id)
            continue
        card = await turn.new_card("tanya", chat_id, case_id=case.id, revisi=rev)
        await talks.set_question(turn.mint.ruang(chat_id), card.id)
        await turn.say(chat_id, reply.teks, rows, card=card, subject=case.id)


async def drop_question(turn: Turn, chat_id: int) -> None:
    """Take the keyboard off the last question of a chat."""
    card: Kartu | None = await talks.question(turn.mint.ruang(chat_id))
    if card is not None:
        await turn.strip(card)
        await talks.set_question(turn.mint.ruang(chat_id), None)
