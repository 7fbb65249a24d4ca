"""A citizen's paper: what may come in, how it is made harmless, and where it is kept."""

from core.berkas.aturan import too_large
from core.berkas.hasil import Diterima, Ditolak, Hasil, IsiBerkas, SudahDibuang
from core.berkas.masuk import BerkasMasuk
from core.berkas.models import Berkas
from core.berkas.worker import LimitedWorker

__all__ = [
    "Berkas",
    "BerkasMasuk",
    "Diterima",
    "Ditolak",
    "Hasil",
    "IsiBerkas",
    "LimitedWorker",
    "SudahDibuang",
    "too_large",
]
