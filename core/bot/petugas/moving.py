"""The admin chat became a supergroup: everything goes there from now on, open cards first."""

import logging
from uuid import UUID

from core.bot import migration
from core.bot.models import Kartu
from core.bot.petugas import board, words
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.store import riwayat

log = logging.getLogger(__name__)

ACT = "grup_pindah"
_NO_CASE = UUID(int=0)
_DIGITS = 12  # of the keyed digests: enough to tell chats apart


async def follow(alat: Alat, turn: Turn, *, old: int, new: int) -> bool:
    """Follow the admin chat, once, and only the admin chat; False if there was nothing to do."""
    if old != alat.admin_chat or new >= 0:
        return False
    if not await migration.record(alat.mint, old=old, new=new):
        return False
    log.warning("grup petugas menjadi supergrup; kartu yang terbuka dikirim ulang ke sana")
    before, after = alat.mint.ruang(old), alat.mint.ruang(new)
    await riwayat.write(
        ACT,
        _NO_CASE,
        pelaku="telegram",
        now=alat.now(),
        rincian={"dari": before[:_DIGITS], "ke": after[:_DIGITS]},
    )
    # The cards stayed behind: what is drawn next is drawn as a new message.
    await Kartu.filter(ruang=before).update(pesan_id=None)
    await turn.say(alat.admin_chat, words.GRUP_PINDAH)
    await board.redraw_open(alat, turn)
    return True
