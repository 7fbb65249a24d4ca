"""The desk of appointments: which places at the counter are free, and who holds them."""

from core.janji.buku import BukuJanji, KeadaanJanji
from core.janji.kosong import Jadwal, Slot, Terisi, free
from core.janji.models import Janji

__all__ = ["BukuJanji", "Jadwal", "Janji", "KeadaanJanji", "Slot", "Terisi", "free"]
