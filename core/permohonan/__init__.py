"""The desk of cases: what was filed, where it stands, who changed it."""

from core.permohonan.book import Book, Putusan
from core.permohonan.cases import Cases
from core.permohonan.changes import Kalah
from core.permohonan.deciding import ticks
from core.permohonan.filing import ProdukBaru
from core.permohonan.models import Permohonan, Produk
from core.permohonan.pelaku import SISTEM, WARGA, by_officer
from core.permohonan.peristiwa import Hal, Kejadian, PeristiwaDokumen, leave_notice
from core.permohonan.products import Products
from core.permohonan.queue import oldest_unissued, open_cases
from core.permohonan.status import JalanKeluar, StatusPermohonan, StatusProduk

__all__ = [
    "SISTEM",
    "WARGA",
    "Book",
    "Cases",
    "Hal",
    "JalanKeluar",
    "Kalah",
    "Kejadian",
    "PeristiwaDokumen",
    "Permohonan",
    "Products",
    "Produk",
    "ProdukBaru",
    "Putusan",
    "StatusPermohonan",
    "StatusProduk",
    "by_officer",
    "leave_notice",
    "oldest_unissued",
    "open_cases",
    "ticks",
]
