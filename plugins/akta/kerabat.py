"""Who a parent is: as the registry holds them, or as they were typed."""

from dataclasses import dataclass
from datetime import date

from core.api import Bahan, HasilCari, Keluarga, Orang


@dataclass(frozen=True)
class Kerabat:
    """One grown-up of the family; empty text where nobody has said it."""

    nama: str
    nik: str = ""
    tempat_lahir: str = ""
    tanggal_lahir: date | None = None
    tercatat: bool = False
    """Whether the registry says so."""


def relative(
    bahan: Bahan,
    path: str,
    hasil: HasilCari | None,
    diketik: Kerabat,
) -> Kerabat:
    """Give the person whom the registry holds under a look-up, or else what was typed."""
    keluarga = bahan.penduduk.get(path)
    orang = _member(keluarga, hasil, diketik) if isinstance(keluarga, Keluarga) else None
    if orang is None:
        return diketik
    return Kerabat(
        nama=orang.nama,
        nik=orang.nik,
        tempat_lahir=orang.tempat_lahir,
        tanggal_lahir=orang.tanggal_lahir,
        tercatat=True,
    )


def _member(keluarga: Keluarga, hasil: HasilCari | None, diketik: Kerabat) -> Orang | None:
    """Find the person: the core has proven them, or number and name are the same."""
    lahir = diketik.tanggal_lahir
    sebaya = [satu for satu in keluarga.anggota if satu.tanggal_lahir == lahir]
    senama = [satu for satu in sebaya if _letters(satu.nama) == _letters(diketik.nama)]
    if hasil is HasilCari.ADA:
        # The core also knows titles and accents in a name; twins alone need it to be exact.
        calon = senama or sebaya
        return calon[0] if len(calon) == 1 else None
    return next((satu for satu in senama if satu.nik == diketik.nik), None)


def _letters(nama: str) -> str:
    return "".join(huruf for huruf in nama.upper() if huruf.isalnum())
