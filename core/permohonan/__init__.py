"""The desk of cases: what was filed, where it stands, who changed it."""

from core.permohonan.book import Book, Putusan
from core.permohonan.cases import SISTEM, WARGA, Cases, Kalah, ProdukBaru, by_officer, ticks
from core.permohonan.models import Permohonan, Produk
from core.permohonan.peristiwa import Kejadian, PeristiwaDokumen
from core.permohonan.products import Products
from core.permohonan.status import JalanKeluar, StatusPermohonan, StatusProduk

__all__ = [
    "SISTEM",
    "WARGA",
    "Book",
    "Cases",
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
    "ticks",
]
