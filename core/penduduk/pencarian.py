"""Answers the dialog's question: does the registry know them, and did the applicant prove it?

A wrong number and a wrong proof give the same answer, so nobody learns which numbers exist.
"""

from datetime import date

from core.api import HasilCari, Keluarga, Orang
from core.penduduk.bukti import cocok
from core.penduduk.port import DataPenduduk, TidakMenjawab


async def find_family(port: DataPenduduk, nomor: str, *, nama: str, lahir: date) -> HasilCari:
    """Say whether a family of this number has a member with this name and birth date."""
    found = await port.keluarga(nomor)
    if isinstance(found, TidakMenjawab):
        return HasilCari.DIAM
    members = found.anggota if isinstance(found, Keluarga) else ()
    return _verdict(any(cocok(orang, nama, lahir) for orang in members))


async def find_person(port: DataPenduduk, nomor: str, *, nama: str, lahir: date) -> HasilCari:
    """Say whether the person of this number has this name and birth date."""
    found = await port.orang(nomor)
    if isinstance(found, TidakMenjawab):
        return HasilCari.DIAM
    return _verdict(isinstance(found, Orang) and cocok(found, nama, lahir))


def _verdict(proven: bool) -> HasilCari:
    return HasilCari.ADA if proven else HasilCari.TIDAK
