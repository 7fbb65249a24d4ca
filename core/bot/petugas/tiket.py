"""A ticket as officers see it: on the group's card and in the list of the day. It names nobody."""

from datetime import datetime, timedelta

from core.bot import words_janji
from core.bot.keyboard import Rows
from core.bot.petugas.cards import To
from core.bot.text import plain
from core.bot.tools import Alat
from core.janji import Janji
from core.kantor import kalimat_tanggal
from core.permohonan import Permohonan, StatusPermohonan


def draw(alat: Alat, case: Permohonan, janji: Janji, to: To) -> tuple[str, Rows]:
    """Give text and buttons of a ticket's card."""
    text = words_janji.KARTU.format(
        nomor=case.nomor,
        judul=_title(alat, case),
        waktu=alat.kantor.kalimat_janji(janji.mulai_at),
    )
    if case.status != StatusPermohonan.TERJADWAL:
        return text, []
    return text, [[(words_janji.CATAT_HADIR, to("hadir")), (words_janji.CATAT_TIDAK, to("absen"))]]


async def today(alat: Alat) -> str:
    """List who is expected today: time, number, service."""
    kantor = alat.kantor
    midnight = kantor.waktu_setempat(alat.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        words_janji.JADWAL_BARIS.format(
            jam=_clock(alat, janji.mulai_at), nomor=case.nomor, judul=_title(alat, case)
        )
        for janji in await alat.janji.expected(midnight, midnight + timedelta(days=1))
        if (case := await alat.cases.find(janji.permohonan_id)) is not None
    ]
    day = kalimat_tanggal(midnight.date())
    if not lines:
        return words_janji.JADWAL_KOSONG.format(tanggal=day)
    return words_janji.JADWAL.format(tanggal=day, daftar="\n".join(lines))


def _title(alat: Alat, case: Permohonan) -> str:
    service = alat.katalog.layanan.get(case.layanan)
    return plain(service.layanan.judul if service else case.layanan)


def _clock(alat: Alat, moment: datetime) -> str:
    return alat.kantor.waktu_setempat(moment).strftime("%H.%M")
