"""Says what happened to a case in the meantime, to an officer whose press came too late."""

from core.bot.petugas import words
from core.bot.petugas.rules import Aturan
from core.bot.tools import Alat
from core.kantor import Petugas
from core.permohonan import Permohonan, StatusPermohonan, by_officer
from core.store import riwayat


async def sentence(alat: Alat, case: Permohonan, petugas: Petugas, rule: Aturan) -> str:
    """Say whether it was the same press twice, a colleague's hand, or a decision."""
    told = [entry for entry in await riwayat.of(case.id) if entry.aksi in words.JEJAK]
    last = told[-1] if told else None
    if last is not None:
        clock = alat.kantor.waktu_setempat(last.waktu).strftime("%H.%M")
        if last.aksi == rule.bekas and last.pelaku == by_officer(petugas.id):
            return words.SUDAH_TERCATAT.format(jam=clock)
        if last.aksi in words.SUDAH_DIPUTUS:
            name = officer_name(alat, last.pelaku)
            return words.SUDAH_DIPUTUS[last.aksi].format(siapa=name, jam=clock)
    if case.status == StatusPermohonan.DIPERIKSA and case.petugas != petugas.id:
        return words.SEDANG_DITANGANI.format(siapa=holder(alat, case))
    return words.KARTU_BERUBAH


def holder(alat: Alat, case: Permohonan) -> str:
    """Return the name of who examines a case."""
    found = alat.kantor.petugas(case.petugas) if case.petugas is not None else None
    return found.nama if found else words.PETUGAS_LAIN


def officer_name(alat: Alat, pelaku: str) -> str:
    """Return an officer's name for `petugas:<id>` of the history; officers are not citizens."""
    kind, _, number = pelaku.partition(":")
    known = kind == "petugas" and number.isdigit()
    found = alat.kantor.petugas(int(number)) if known else None
    return found.nama if found else words.PETUGAS_LAIN
