"""The whole vocabulary of a plugin. Plugins import this, pydantic and the standard library."""

from core.api import jenis
from core.api.checks.tanggal import date_in_words
from core.api.formulir import (
    Cari,
    Formulir,
    FormulirRusak,
    Lembaran,
    Ulang,
    Unggahan,
    galat,
    tolak,
)
from core.api.kode import Agama
from core.api.layanan import Alasan, Bahan, Cetak, Hasil, Kartu, KepalaSurat, Layanan, Periksa
from core.api.penduduk import Desa, Keluarga, Orang
from core.api.pilihan import HasilCari, Pilihan
from core.api.sifat import Potongan, Sifat, Terima
from core.api.surat import Surat
from core.api.syarat import HARI_INI, Atau, Bukan, Dan, F, SalahSatu, Syarat, Terisi, Usia
from core.api.tanya import Tanya
from core.api.tatapmuka import TatapMuka
from core.api.tempat import Tempat
from core.api.usia import age, birthday
from core.bahasa import kata

__all__ = [
    "HARI_INI",
    "Agama",
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
    "Hasil",
    "HasilCari",
    "Kartu",
    "Keluarga",
    "KepalaSurat",
    "Layanan",
    "Lembaran",
    "Orang",
    "Periksa",
    "Pilihan",
    "Potongan",
    "SalahSatu",
    "Sifat",
    "Surat",
    "Syarat",
    "Tanya",
    "TatapMuka",
    "Tempat",
    "Terima",
    "Terisi",
    "Ulang",
    "Unggahan",
    "Usia",
    "age",
    "birthday",
    "date_in_words",
    "galat",
    "jenis",
    "kata",
    "tolak",
]
