"""The place of a case in the queue, and about when its turn comes."""

from datetime import datetime, timedelta

from core.bahasa import kata
from core.bot import words_setelah
from core.bot.tools import Alat
from core.kantor import Kantor, kalimat_tanggal
from core.permohonan import Permohonan, StatusPermohonan, ahead_of, decided_since

_LOOK_BACK = timedelta(days=14)
# Fewer say nothing about a pace.
_FEWEST = 5
_NOON, _AFTERNOON = 11, 15


async def sentence(alat: Alat, case: Permohonan) -> str:
    """Say how many come before a waiting case, and about when its turn is; else nothing."""
    if case.status != StatusPermohonan.DIAJUKAN or case.diajukan_at is None:
        return ""
    now, ahead = alat.now(), await ahead_of(case)
    place = kata(words_setelah.ANTRE_DEPAN) if ahead else kata(words_setelah.ANTRE_PERTAMA)
    decided = await decided_since(now - _LOOK_BACK)
    turn = foretell(alat.kantor, now, ahead=ahead, decided=decided)
    said = place.format(depan=ahead)
    if turn is None or (case.batas_at is not None and turn > case.batas_at):
        return said
    return f"{said} {about(alat.kantor, turn)}"


def foretell(kantor: Kantor, now: datetime, *, ahead: int, decided: int) -> datetime | None:
    """Return when a turn comes if officers go on as in the last 14 days; None: nobody can tell.

    Only opening hours count, behind and before us. A pace is known from what was decided, so an
    office with little to do looks slow: a turn beyond the deadline is therefore not shown.
    """
    worked = kantor.buka_antara(now - _LOOK_BACK, now)
    if decided < _FEWEST or not worked:
        return None
    return kantor.sesudah_buka(now, worked / decided * (ahead + 1))


def about(kantor: Kantor, moment: datetime) -> str:
    """Say a moment no more exactly than it is known: the day, and the part of the day."""
    local = kantor.waktu_setempat(moment)
    if local.hour < _NOON:
        part = kata(words_setelah.PAGI)
    else:
        part = kata(words_setelah.SIANG) if local.hour < _AFTERNOON else kata(words_setelah.SORE)
    return kata(words_setelah.ANTRE_KIRAAN, tanggal=kalimat_tanggal(local.date()), bagian=part)
