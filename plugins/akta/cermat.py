"""What the officer of a birth should look at twice. It warns and never blocks."""

from collections.abc import Iterator
from datetime import date

from core.api import age
from plugins.akta.dasar import Dasar
from plugins.akta.kode import JenisKelahiran, OrangTua
from plugins.akta.telat import remark

IBU_MUDA, IBU_TUA, DEWASA = 16, 50, 21


def near(isian: Dasar, hari_ini: date) -> tuple[str, ...]:
    """Remark on a late report, on unusual ages, and on a sentence that wants a second look."""
    return (*remark(isian.tanggal_lahir, hari_ini), *_remarks(isian))


def _remarks(isian: Dasar) -> Iterator[str]:
    umur = age(isian.lahir_ibu, isian.tanggal_lahir)
    if umur < IBU_MUDA or umur > IBU_TUA:
        yield f"Ibu berumur {umur} tahun waktu anak ini lahir."
    if isian.orang_tua is OrangTua.SPTJM:
        yield "Tanpa bukti nikah: periksa di KK bahwa ayah dan ibu tertulis suami istri."
    if isian.jenis_kelahiran is not JenisKelahiran.TUNGGAL:
        yield "Anak kembar: cocokkan pukul lahir dan urutannya dengan permohonan kembarannya."
    if isian.nama_di_kk is not None:
        yield "Nama anak sudah tercatat: cetak seperti di KK (nama lama tetap berlaku)."


def follow_up(isian: Dasar) -> tuple[str, ...]:
    """Name what a birth changes besides the deed (DOMAIN.md 4)."""
    if isian.nama_di_kk is not None:
        return ()
    return ("Masukkan anak ke KK orang tua, lalu terbitkan KK dan KIA-nya.",)
