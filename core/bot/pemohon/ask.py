"""Says what the dialog answers, and keeps one living keyboard per chat (U5, U10)."""

from collections.abc import Sequence
from dataclasses import replace

from core.bot import talks
from core.bot.callback import TombolWarga, short
from core.bot.keyboard import Rows
from core.bot.models import Kartu
from core.bot.pemohon import ketik
from core.bot.pemohon.halaman import status_line
from core.bot.turn import Turn
from core.dialog import Balasan
from core.permohonan import Permohonan

TANYA = "tanya"  # a question of the dialog
MENU = "menu"  # what is asked outside of any draft
BASI = "basi"  # pressed after its time; the citizen was told
_ROOM = 2000  # letters; Telegram takes 4096 of them, some of which count double


async def ask(
    turn: Turn, chat_id: int, case: Permohonan, replies: Sequence[Balasan], rev: int
) -> None:
    """Send replies. The keyboard before them goes once they are on their way."""
    old = await talks.question(turn.mint.ruang(chat_id))
    answered = any(reply.tanya for reply in replies)
    for reply in joined(replies):
        rows: Rows = [
            [(button.label, TombolWarga(short(case.id), rev, button.aksi)) for button in row]
            for row in reply.tombol
        ]
        if reply.contoh:
            await turn.illustrate(chat_id, reply.contoh, reply.teks, subject=case.id)
            continue
        if reply.status:
            await status_line(turn, chat_id, case, reply)
            continue
        card = await _question(turn, chat_id, case, rev) if rows else None
        await turn.say(chat_id, reply.teks, rows, card=card, subject=case.id)
    if old is not None and answered:
        await turn.strip(old)


def joined(replies: Sequence[Balasan]) -> list[Balasan]:
    """Put a remark and the question that follows it into one message, where there is room.

    A picture between them comes first, so that the remark stands with its question everywhere.
    """
    found: list[Balasan] = []
    for reply in replies:
        if reply.contoh and found and _is_remark(found[-1]):
            found.insert(-1, reply)
            continue
        if found and not found[-1].tombol and _fit_together(found[-1], reply):
            reply = replace(reply, teks=f"{found.pop().teks}\n\n{reply.teks}")
        found.append(reply)
    return found


def _is_remark(one: Balasan) -> bool:
    return not (one.tombol or one.contoh or one.status or one.surat)


def _fit_together(one: Balasan, other: Balasan) -> bool:
    """Tell whether two fit into one message; a picture and a line to be edited stand alone."""
    alone = any(reply.contoh or reply.status for reply in (one, other))
    return not alone and len(one.teks) + len(other.teks) < _ROOM


async def offer(
    turn: Turn, chat_id: int, text: str, rows: Rows, case: Permohonan | None = None
) -> None:
    """Ask something outside of the dialog; this keyboard replaces the one before it."""
    old = await talks.question(turn.mint.ruang(chat_id))
    card = await turn.new_card(MENU, chat_id, case_id=case.id if case else None)
    await talks.set_question(turn.mint.ruang(chat_id), card.id)
    await ketik.remember(turn.mint, chat_id, rows)
    await turn.say(chat_id, text, rows, card=card)
    if old is not None:
        await turn.strip(old)


async def drop_question(turn: Turn, chat_id: int) -> None:
    """Take the keyboard off the last question of a chat."""
    card = await talks.question(turn.mint.ruang(chat_id))
    if card is not None:
        await turn.strip(card)
        await talks.set_question(turn.mint.ruang(chat_id), None)


async def _question(turn: Turn, chat_id: int, case: Permohonan, rev: int) -> Kartu:
    card = await turn.new_card(TANYA, chat_id, case_id=case.id, revisi=rev)
    await talks.set_question(turn.mint.ruang(chat_id), card.id)
    return card
