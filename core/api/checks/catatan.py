"""Remarks on numbers: they warn the citizen and the officer, and never block.

Old data hold wrong dates and retired codes, and a NIK stays when birth date or sex are corrected
(Permendagri 108/2019 Pasal 15 ayat (3)), so nothing here proves anything (DOMAIN.md 8.1, 8.2).
"""

from collections.abc import Mapping
from datetime import date

from core.bahasa import kata

HARI_PEREMPUAN = 40  # a woman's day of birth is written plus 40 (DOMAIN.md 8.1)
_PROVINSI = frozenset(
    kode
    for awal, akhir in ((1, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 97))
    for kode in range(awal, akhir + 1)
)
"""Present codes, and 01-13 which old numbers still carry."""


def nik(nomor: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on a NIK: impossible date, other birth date or sex than declared, unknown area."""
    catatan = []
    if int(nomor[:2]) not in _PROVINSI:
        catatan.append(kata("Dua angka pertama NIK bukan kode provinsi yang dikenal."))
    if not _possible_date(nomor[6:12]):
        catatan.append(kata("Angka ke-7 sampai ke-12 NIK bukan tanggal yang wajar."))
        return tuple(catatan)
    lahir = sekitar.get("tanggal_lahir")
    if lahir and _six(date.fromisoformat(lahir)) != _birth_six(nomor):
        catatan.append(kata("Tanggal lahir di dalam NIK berbeda dari tanggal lahir yang diisi."))
    kelamin = sekitar.get("jenis_kelamin")
    if kelamin and (kelamin == "perempuan") != (int(nomor[6:8]) > HARI_PEREMPUAN):
        catatan.append(kata("Jenis kelamin menurut NIK berbeda dari yang diisi."))
    return tuple(catatan)


def nomor_kk(nomor: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on a family card's number that is probably a NIK (its day is a woman's)."""
    if nomor == sekitar.get("nik"):
        return (
            kata("Nomor KK sama dengan NIK. Nomor KK tertulis paling atas di Kartu Keluarga."),
        )
    if HARI_PEREMPUAN < int(nomor[6:8]) <= HARI_PEREMPUAN + 31 and _possible_date(nomor[6:12]):
        return (kata("Nomor KK ini mirip NIK. Nomor KK tertulis paling atas di Kartu Keluarga."),)
    return ()


def _possible_date(enam: str) -> bool:
    """Say whether DDMMYY (day perhaps plus 40) is a day of either century."""
    hari, bulan, tahun = int(enam[:2]), int(enam[2:4]), int(enam[4:])
    hari -= HARI_PEREMPUAN if hari > HARI_PEREMPUAN else 0
    return any(_is_day(abad + tahun, bulan, hari) for abad in (1900, 2000))


def _is_day(tahun: int, bulan: int, hari: int) -> bool:
    try:
        date(tahun, bulan, hari)
    except ValueError:
        return False
    return True


def _birth_six(nomor: str) -> str:
    hari = int(nomor[6:8])
    return f"{hari - HARI_PEREMPUAN if hari > HARI_PEREMPUAN else hari:02d}{nomor[8:12]}"


def _six(tanggal: date) -> str:
    return tanggal.strftime("%d%m%y")
