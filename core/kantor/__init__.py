"""The office: its profile, its roster, its villages and its clock on the wall."""

from core.kantor.jam import JamBuka
from core.kantor.muat import load_kantor
from core.kantor.profil import (
    AturanIsian,
    AturanJanji,
    AturanLayanan,
    AturanPratinjau,
    Cara,
    Kantor,
    KepalaDinas,
    Peran,
    Petugas,
    TelegramKantor,
)
from core.kantor.salah import PengaturanSalah
from core.kantor.waktu import BULAN, kalimat_tanggal

__all__ = [
    "BULAN",
    "AturanIsian",
    "AturanJanji",
    "AturanLayanan",
    "AturanPratinjau",
    "Cara",
    "JamBuka",
    "Kantor",
    "KepalaDinas",
    "PengaturanSalah",
    "Peran",
    "Petugas",
    "TelegramKantor",
    "kalimat_tanggal",
    "load_kantor",
]
