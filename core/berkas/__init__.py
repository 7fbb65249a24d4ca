"""A citizen's paper: what may come in, how it is made harmless, and where it is kept."""

from core.berkas.aturan import case_full, too_large
from core.berkas.hasil import Diterima, IsiBerkas, SudahDibuang
from core.berkas.masuk import BerkasMasuk
from core.berkas.models import Berkas
from core.berkas.worker import LimitedWorker, WorkerUnavailable

__all__ = [
    "Berkas",
    "BerkasMasuk",
    "Diterima",
    "IsiBerkas",
    "LimitedWorker",
    "SudahDibuang",
    "WorkerUnavailable",
    "case_full",
    "too_large",
]
