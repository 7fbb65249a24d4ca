"""Kartu Keluarga: the services that end in a family card. Others may borrow what is named here."""

from plugins.kk.baru import BARU
from plugins.kk.ganti import GANTI
from plugins.kk.halaman import HalamanKK, family_card
from plugins.kk.kode import SHDK, GolonganDarah, Kewarganegaraan, Pendidikan, StatusPerkawinan
from plugins.kk.pekerjaan import Pekerjaan

__all__ = [
    "LAYANAN",
    "SHDK",
    "GolonganDarah",
    "HalamanKK",
    "Kewarganegaraan",
    "Pekerjaan",
    "Pendidikan",
    "StatusPerkawinan",
    "family_card",
]

LAYANAN = (GANTI, BARU)
