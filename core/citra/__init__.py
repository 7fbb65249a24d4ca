"""Upload pre-flight: opens a citizen's photo or PDF safely, and says why it cannot be read."""

from core.citra.cacat import Berat, Cacat
from core.citra.hasil import Hasil, Ukuran
from core.citra.jejak import Jejak, sidik
from core.citra.pemeriksa import Pemeriksa

__all__ = ["Berat", "Cacat", "Hasil", "Jejak", "Pemeriksa", "Ukuran", "sidik"]
