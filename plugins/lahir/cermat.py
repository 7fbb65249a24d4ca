"""What the officer of a birth package should look at twice, and what is left for the office."""

from datetime import date

from core.api import HasilCari
from plugins import akta
from plugins.lahir.isian import PaketLahir


def near(isian: PaketLahir, hari_ini: date) -> tuple[str, ...]:
    """Remark on the birth as akta does, and on a package that is not one."""
    catatan = akta.near(isian, hari_ini)
    if isian.ibu_tercatat is not HasilCari.ADA:
        return (*catatan, "Keluarga ibu tidak ada di catatan: permohonan ini hanya untuk akta.")
    if isian.nama_di_kk is not None:
        return (*catatan, "Anak sudah tertulis di KK: KK tidak dibuat lagi.")
    return catatan


def follow_up(isian: PaketLahir) -> tuple[str, ...]:
    """Name what the office must still do in SIAK, or for whom only the deed was made."""
    if isian.ibu_tercatat is not HasilCari.ADA:
        return akta.follow_up(isian)
    if isian.nama_di_kk is not None:
        return ()
    return ("Masukkan anak ke KK keluarganya di SIAK; nomor KK tidak berubah.",)
