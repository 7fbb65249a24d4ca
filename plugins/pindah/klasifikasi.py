"""How far a move goes, as form F-1.03 counts it (DOMAIN.md 5.3). Needs the two codes only."""

import re
from enum import IntEnum
from itertools import takewhile

_DESA = re.compile(r"[0-9]{2}[.][0-9]{2}[.][0-9]{2}[.][0-9]{4}")
KABUPATEN = len("33.19")
"""How much of a village's code is its kabupaten's."""


class Klasifikasi(IntEnum):
    """The five boxes of F-1.03, in printing order; the value is the form's number."""

    label: str

    def __new__(cls, nomor: int, label: str) -> "Klasifikasi":
        """Keep the form's words beside its number."""
        satu = int.__new__(cls, nomor)
        satu._value_ = nomor
        satu.label = label
        return satu

    DALAM_SATU_DESA = 1, "dalam satu desa/kelurahan"
    ANTAR_DESA = 2, "antar desa/kelurahan"
    ANTAR_KECAMATAN = 3, "antar kecamatan"
    ANTAR_KABUPATEN = 4, "antar kabupaten/kota"
    ANTAR_PROVINSI = 5, "antar provinsi"

    @property
    def keluar(self) -> bool:
        """Whether the move leaves the kabupaten, so that an SKPWNI is needed (DOMAIN.md 3.9)."""
        return self >= Klasifikasi.ANTAR_KABUPATEN


def klasifikasi(asal: str, tujuan: str) -> Klasifikasi:
    """Compare two villages by their codes of today. Raise ValueError for anything else."""
    if not (_DESA.fullmatch(asal) and _DESA.fullmatch(tujuan)):
        raise ValueError("a move goes from a village to a village")
    pasangan = zip(asal.split("."), tujuan.split("."), strict=True)
    sama = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pasangan))
    return tuple(Klasifikasi)[-1 - sama]
