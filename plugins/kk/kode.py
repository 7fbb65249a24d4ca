"""The closed lists of the family card (DOMAIN.md 6); the keys are the official codes, if any.

The lists differ between Permendagri 109/2019 and its change 6/2026, of which only the annex is
known: ask the office which one SIAK prints before changing `Pendidikan`.
"""

from core.api import Pilihan


class PendidikanSIAK(Pilihan):
    """Education as the cards that people hold print it (Permendagri 109/2019)."""

    BELUM_SEKOLAH = "1", "Tidak/Belum Sekolah"
    BELUM_TAMAT_SD = "2", "Belum Tamat SD/Sederajat"
    SD = "3", "Tamat SD/Sederajat"
    SLTP = "4", "SLTP/Sederajat"
    SLTA = "5", "SLTA/Sederajat"
    DIPLOMA_II = "6", "Diploma I/II"
    DIPLOMA_III = "7", "Akademi/Diploma III/S. Muda"
    STRATA_I = "8", "Diploma IV/Strata I"
    STRATA_II = "9", "Strata II"
    STRATA_III = "10", "Strata III"


class Pendidikan2026(Pilihan):
    """Education by Permendagri 6/2026, whose annex prints Strata I twice; 10 is read as II."""

    BELUM_SEKOLAH = "1", "Tidak/Belum Sekolah"
    PAUD = "2", "PAUD/TK"
    SD = "3", "SD/Sederajat"
    SLTP = "4", "SLTP/SMP/Sederajat"
    SLTA = "5", "SLTA/SMA/Sederajat"
    DIPLOMA_II = "6", "Diploma I/II"
    DIPLOMA_III = "7", "Akademi/Diploma III/Sarjana Muda"
    DIPLOMA_IV = "8", "Diploma IV"
    STRATA_I = "9", "Strata I"
    STRATA_II = "10", "Strata II"
    STRATA_III = "11", "Strata III"
    LAINNYA = "12", "Lainnya"


Pendidikan = PendidikanSIAK
"""The scheme that the forms ask in. Codes of one mean something else in the other."""


class GolonganDarah(Pilihan):
    """Blood group."""

    A = "1", "A"
    B = "2", "B"
    AB = "3", "AB"
    O = "4", "O"  # noqa: E741  # it is called so
    A_POSITIF = "5", "A+"
    A_NEGATIF = "6", "A-"
    B_POSITIF = "7", "B+"
    B_NEGATIF = "8", "B-"
    AB_POSITIF = "9", "AB+"
    AB_NEGATIF = "10", "AB-"
    O_POSITIF = "11", "O+"
    O_NEGATIF = "12", "O-"
    TIDAK_TAHU = "13", "Tidak Tahu"


class StatusPerkawinan(Pilihan):
    """Marital status; the six exist only on cards with a QR code."""

    BELUM_KAWIN = "1", "Belum Kawin"
    KAWIN_TERCATAT = "2", "Kawin Tercatat"
    KAWIN_BELUM_TERCATAT = "3", "Kawin Belum Tercatat"
    CERAI_HIDUP_TERCATAT = "4", "Cerai Hidup Tercatat"
    CERAI_HIDUP_BELUM_TERCATAT = "5", "Cerai Hidup Belum Tercatat"
    CERAI_MATI = "6", "Cerai Mati"


BERTANGGAL = (
    StatusPerkawinan.KAWIN_TERCATAT,
    StatusPerkawinan.KAWIN_BELUM_TERCATAT,
    StatusPerkawinan.CERAI_HIDUP_TERCATAT,
    StatusPerkawinan.CERAI_HIDUP_BELUM_TERCATAT,
)
"""The states whose date the card prints (DOMAIN.md 7.1)."""

KEPALA_KELUARGA = "Kepala Keluarga"


class SHDK(Pilihan):
    """Relation to the head of the family: everybody's but the head's own, which is code 1."""

    SUAMI = "2", "Suami"
    ISTRI = "3", "Istri"
    ANAK = "4", "Anak"
    MENANTU = "5", "Menantu"
    CUCU = "6", "Cucu"
    ORANG_TUA = "7", "Orang Tua"
    MERTUA = "8", "Mertua"
    FAMILI = "9", "Famili"
    LAINNYA = "10", "Lainnya"


class Kewarganegaraan(Pilihan):
    """Citizenship."""

    WNI = "wni", "WNI"
    WNA = "wna", "WNA"
