"""The statement of a couple whose marriage or divorce is not recorded: F-1.05 (DOMAIN.md 5.6).

What the form does not ask stays a dotted line, to be written by hand before it is signed: the day,
the witnesses, the numbers of the children's deeds.
"""

from pydantic import BaseModel

from core.api import Bahan
from plugins.kk.baru_isian import PASANGAN, KeluargaBaru
from plugins.kk.kode import SHDK
from plugins.kk.orang import Pengenal

_BARIS_ANAK = 3
"""Lines for children, at least: one who is not of this family may have to be written in."""


class Pihak(BaseModel):
    """One of the couple; empty where nobody was named."""

    sebutan: str
    nama: str = ""
    nik: str = ""


class HalamanSPTJM(BaseModel):
    """Everything that the page of the statement prints."""

    suami: Pihak
    istri: Pihak
    anak: tuple[str, ...]
    """Their names, and empty lines."""
    tempat: str


def unrecorded_marriage(bahan: Bahan) -> HalamanSPTJM:
    """Fill in F-1.05 for the head of the new family and the one who is named as the spouse."""
    isian = bahan.read(KeluargaBaru)
    suami, istri = _couple(isian)
    anak = [satu.nama for satu in isian.anggota if satu.shdk is SHDK.ANAK]
    return HalamanSPTJM(
        suami=_party("Suami", suami),
        istri=_party("Istri", istri),
        anak=(*anak, *[""] * (_BARIS_ANAK - len(anak))),
        tempat=bahan.kantor.tempat,
    )


def _couple(isian: KeluargaBaru) -> tuple[Pengenal | None, Pengenal | None]:
    """Tell husband and wife apart; of several wives nobody knows which one is meant."""
    kepala = isian.kepala[0]
    pasangan = [satu for satu in isian.anggota if satu.shdk in PASANGAN]
    if not pasangan:
        return None, None
    if pasangan[0].shdk is SHDK.SUAMI:
        return pasangan[0], kepala
    return kepala, pasangan[0] if len(pasangan) == 1 else None


def _party(sebutan: str, orang: Pengenal | None) -> Pihak:
    if orang is None:
        return Pihak(sebutan=sebutan)
    return Pihak(sebutan=sebutan, nama=orang.nama, nik=orang.nik)
