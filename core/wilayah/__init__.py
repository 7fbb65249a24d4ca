"""The country's areas, provinces to villages: by code, by typing, and by the start of a NIK."""

from core.wilayah.daftar import Daftar
from core.wilayah.penunjuk import Penunjuk
from core.wilayah.wilayah import Jenis, Tingkat, Wilayah, bertitik

__all__ = [
    "Daftar",
    "Jenis",
    "Penunjuk",
    "Tingkat",
    "Wilayah",
    "bertitik",
]
