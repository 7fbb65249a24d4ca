"""Writes down who pressed without authority; who keeps on is reported to the admin chat."""

from datetime import timedelta
from uuid import UUID

from core.bot.petugas import words
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.store import riwayat
from core.store.models import Riwayat

ACT = "percobaan_tanpa_wewenang"
_WITHIN = timedelta(hours=1)
_TELL_AT = 5
_NO_CASE = UUID(int=0)
_DIGITS = 12  # of the keyed digest: enough to tell people apart, and nobody's Telegram id


async def note(alat: Alat, turn: Turn, user_id: int, case_id: UUID | None) -> None:
    """Write down one press; the fifth of a person within an hour is told, once."""
    now = alat.now()
    who = f"asing:{int(alat.mint.ruang(user_id)[:_DIGITS], 16)}"
    await riwayat.write(ACT, case_id or _NO_CASE, pelaku=who, now=now)
    count = await Riwayat.filter(aksi=ACT, pelaku=who, waktu__gt=now - _WITHIN).count()
    if count == _TELL_AT:
        await turn.say(alat.admin_chat, words.TANPA_WEWENANG.format(kali=count))
