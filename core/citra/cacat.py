"""Every fault of an upload: its code, how heavy it is, its sentence, the picture to show it."""

from enum import Enum
from pathlib import Path

from core.citra import words

_CONTOH = Path(__file__).parent / "contoh"
# What a fault without a picture of its own is answered with: how a good photo looks.
_BAIK = "baik.png"


class Berat(Enum):
    """What follows from a fault."""

    KERAS = "keras"
    """Nothing can be kept: it was not opened, or is not what may come in."""
    LUNAK = "lunak"
    """Asked for again; after three tries it is accepted, with a flag that the officer sees."""


class Cacat(Enum):
    """A fault; the value is its code, which may be stored, counted and logged."""

    KOSONG = "kosong"
    TERLALU_BESAR = "terlalu-besar"
    TERLALU_LEBAR = "terlalu-lebar"
    TITIK = "titik"
    BUKAN_FOTO = "bukan-foto"
    HALAMAN_WEB = "halaman-web"
    GANDA = "ganda"
    ARSIP = "arsip"
    BERGERAK = "bergerak"
    TERPUTUS = "terputus"
    RUSAK = "rusak"
    TERLALU_RUMIT = "terlalu-rumit"
    PDF_RUSAK = "pdf-rusak"
    PDF_TERKUNCI = "pdf-terkunci"
    PDF_KOSONG = "pdf-kosong"
    PDF_TEBAL = "pdf-tebal"
    PDF_BERISI = "pdf-berisi"

    SAMA = "sama"
    KECIL = "kecil"
    POLOS = "polos"
    GELAP = "gelap"
    BERBINTIK = "berbintik"
    KABUR = "kabur"
    SILAU = "silau"
    TERPOTONG = "terpotong"

    @property
    def berat(self) -> Berat:
        """Whether the upload can be kept in spite of it."""
        return Berat.LUNAK if self in _LUNAK else Berat.KERAS

    @property
    def kalimat(self) -> str:
        """One Indonesian sentence: what is wrong, and how to retake it."""
        sentence: str = getattr(words, self.name)
        return sentence

    @property
    def contoh(self) -> Path:
        """The example picture (PNG) to send along with the sentence."""
        return _CONTOH / (f"{self.value}.png" if self in _BERGAMBAR else _BAIK)


_LUNAK = frozenset(
    {
        Cacat.SAMA,
        Cacat.KECIL,
        Cacat.POLOS,
        Cacat.GELAP,
        Cacat.BERBINTIK,
        Cacat.KABUR,
        Cacat.SILAU,
        Cacat.TERPOTONG,
    }
)
_BERGAMBAR = _LUNAK - {Cacat.POLOS}
