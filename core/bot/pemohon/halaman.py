"""The one line that tells which pages of a paper have arrived: sent once, then edited in place."""

from core.bot.models import Kartu
from core.bot.turn import Turn
from core.dialog import Balasan
from core.permohonan import Permohonan

HALAMAN = "halaman"


async def status_line(turn: Turn, chat_id: int, case: Permohonan, reply: Balasan) -> None:
    """Say it anew, or edit the line that this case has in this chat."""
    card = None if reply.status == "baru" else await _line(turn, chat_id, case)
    if card is None:
        card = await turn.new_card(HALAMAN, chat_id, case_id=case.id)
        await turn.say(chat_id, reply.teks, card=card, subject=case.id)
    else:
        await turn.redraw(card, reply.teks)


async def _line(turn: Turn, chat_id: int, case: Permohonan) -> Kartu | None:
    lines = Kartu.filter(permohonan_id=case.id, jenis=HALAMAN, ruang=turn.mint.ruang(chat_id))
    return await lines.order_by("-dibuat_at", "-id").first()
