"""The whole vocabulary of a plugin. Plugins import this, pydantic and the standard library."""

from core.api import jenis
from core.api.checks.tanggal import date_in_words
from core.api.formulir import (
    Cari,
    Formulir,
    FormulirRusak,
    Tanya,
    Ulang,
    Unggahan,
    galat,
    tolak,
)
from core.api.layanan import Alasan, Bahan, Cetak, KepalaSurat, Layanan, Periksa
from core.api.penduduk import Desa, Keluarga, Orang
from core.api.pilihan import HasilCari, Pilihan
from core.api.sifat import Potongan, Sifat, Terima
from core.api.syarat import Atau, Bukan, Dan, F, SalahSatu, Syarat, Terisi

__all__ = [
    "Alasan",
    "Atau",
    "Bahan",
    "Bukan",
    "Cari",
    "Cetak",
    "Dan",
    "Desa",
    "F",
    "Formulir",
    "FormulirRusak",
    "HasilCari",
    "Keluarga",
    "KepalaSurat",
    "Layanan",
    "Orang",
    "Periksa",
    "Pilihan",
    "Potongan",
    "SalahSatu",
    "Sifat",
    "Syarat",
    "Tanya",
    "Terima",
    "Terisi",
    "Ulang",
    "Unggahan",
    "date_in_words",
    "galat",
    "jenis",
    "tolak",
]
