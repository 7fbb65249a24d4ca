"""The desk of cases: what was filed, where it stands, who changed it."""

from core.permohonan.book import Book, Putusan, Sanggahan
from core.permohonan.cases import Cases
from core.permohonan.changes import Kalah
from core.permohonan.deciding import ticks
from core.permohonan.filing import ProdukBaru
from core.permohonan.models import Penilaian, Permohonan, Produk
from core.permohonan.nomor import spoken
from core.permohonan.pelaku import SISTEM, WARGA, by_officer
from core.permohonan.penilaian import HIGHEST, LOWEST, BukuPenilaian, NilaiLayanan
from core.permohonan.peristiwa import Hal, Kejadian, PeristiwaDokumen, leave_notice
from core.permohonan.pratinjau import ANSWERABLE, KeadaanPratinjau, is_due, is_held
from core.permohonan.products import Products
from core.permohonan.queue import (
    ahead_of,
    decided_since,
    issuable_since,
    oldest_unissued,
    open_cases,
)
from core.permohonan.status import JalanKeluar, StatusPermohonan, StatusProduk

__all__ = [
    "ANSWERABLE",
    "HIGHEST",
    "LOWEST",
    "SISTEM",
    "WARGA",
    "Book",
    "BukuPenilaian",
    "Cases",
    "Hal",
    "JalanKeluar",
    "Kalah",
    "KeadaanPratinjau",
    "Kejadian",
    "NilaiLayanan",
    "Penilaian",
    "PeristiwaDokumen",
    "Permohonan",
    "Products",
    "Produk",
    "ProdukBaru",
    "Putusan",
    "Sanggahan",
    "StatusPermohonan",
    "StatusProduk",
    "ahead_of",
    "by_officer",
    "decided_since",
    "is_due",
    "is_held",
    "issuable_since",
    "leave_notice",
    "oldest_unissued",
    "open_cases",
    "spoken",
    "ticks",
]
