"""Mother and father of a reported child, as far as anybody knows them."""

from core.api import Bahan
from plugins.akta.dasar import Dasar
from plugins.akta.kerabat import Kerabat, relative


def mother(bahan: Bahan, isian: Dasar) -> Kerabat:
    """Give the mother, recorded or typed."""
    diketik = Kerabat(
        isian.nama_ibu, isian.nik_ibu or "", isian.tempat_lahir_ibu or "", isian.lahir_ibu
    )
    return relative(bahan, "ibu_tercatat", isian.ibu_tercatat, diketik)


def father(bahan: Bahan, isian: Dasar) -> Kerabat | None:
    """Give the father, recorded or typed; nobody where only the mother is to be named."""
    if isian.nama_ayah is None:
        return None
    diketik = Kerabat(
        isian.nama_ayah, isian.nik_ayah or "", isian.tempat_lahir_ayah or "", isian.lahir_ayah
    )
    return relative(bahan, "ayah_tercatat", isian.ayah_tercatat, diketik)
