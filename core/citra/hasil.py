"""What the pre-flight found. It crosses a process border, so it is plain data."""

from dataclasses import dataclass

from core.berkas import Diterima
from core.citra.cacat import Berat, Cacat
from core.citra.jejak import Jejak


@dataclass(frozen=True)
class Ukuran:
    """The figures behind the verdict; none of them tells what is written on the paper."""

    lebar: int = 0
    tinggi: int = 0
    terang: float = 0.0
    gelap_bagian: float = 0.0
    bintik: float = 0.0
    rincian: float = 0.0
    halus: float = 0.0
    silau: float = 0.0
    keluar: float = 0.0


@dataclass(frozen=True)
class Hasil:
    """The verdict: its faults, heaviest first; a clean copy unless one of them is hard."""

    jejak: Jejak
    cacat: tuple[Cacat, ...] = ()
    bersih: Diterima | None = None
    ukuran: Ukuran = Ukuran()

    @property
    def keras(self) -> bool:
        """Whether nothing can be kept."""
        return any(each.berat is Berat.KERAS for each in self.cacat)

    @property
    def utama(self) -> Cacat | None:
        """The fault to tell the citizen; one at a time is enough to retake a photo."""
        return self.cacat[0] if self.cacat else None
