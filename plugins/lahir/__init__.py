"""Paket kelahiran: one filing, and a birth's deed, family card and child's card come out of it.

The questions about the birth and the deed are plugins.akta's, the card of the family is drawn by
plugins.kk and the child's by plugins.kia; here is only what joins them (DOMAIN.md 4).
"""

from core.api import Cetak, F, HasilCari, Kartu, Layanan, Periksa
from plugins.akta import AKTA, ALASAN_KEMBALI, ALASAN_TOLAK, DASAR_HUKUM, PERIKSA
from plugins.lahir.cermat import follow_up, near
from plugins.lahir.halaman import childs_sheet, grown_family
from plugins.lahir.isian import PaketLahir, PaketPetugas

__all__ = ["LAYANAN"]

_TERCATAT = F.ibu_tercatat == HasilCari.ADA
_BELUM_DI_KK = ~(F.sudah_di_kk == True)  # noqa: E712  # a condition, not a comparison

PAKET = Layanan(
    api=1,
    kode="paket-lahir",
    judul="Paket kelahiran: akta, KK, dan KIA",
    ringkas="Sekali mengisi untuk anak di bawah 5 tahun: kutipan akta kelahiran, KK dengan nama "
    "anak, dan KIA. Akta dan KK dapat dikirim ke e-mail; KIA diambil di kantor.",
    versi=1,
    formulir=PaketLahir,
    formulir_petugas=PaketPetugas,
    dasar_hukum=(
        *DASAR_HUKUM,
        "Perpres 96/2018 Pasal 12",
        "Permendagri 2/2016 Pasal 3 sampai Pasal 6",
    ),
    hasil=(
        AKTA,
        Cetak(
            "kk.html",
            isi=grown_family,
            nama="Kartu Keluarga",
            jenis="kk",
            bila=_TERCATAT & _BELUM_DI_KK,
            setelah=(AKTA.jenis,),
            milik="kk",
        ),
        Kartu(
            "kia.html",
            isi=childs_sheet,
            nama="Kartu Identitas Anak",
            jenis="kia",
            bila=_TERCATAT,
            setelah=(AKTA.jenis, "kk"),
            milik="kia",
        ),
    ),
    periksa=(
        *PERIKSA,
        Periksa("kk", "Di KK baru, anak berada di keluarga yang benar; nomor KK tidak berubah"),
        Periksa("ktp", "KTP-el orang tua cocok dengan KK (bila KIA ikut dibuat)"),
    ),
    alasan_kembali=ALASAN_KEMBALI,
    alasan_tolak=ALASAN_TOLAK,
    menit=15,
    cermati=near,
    tindak_lanjut=follow_up,
)

LAYANAN = (PAKET,)
