"""Who asks, where the registry does not tell: by what right, with which papers."""

from typing import Annotated

from core.api import F, Tanya, jenis
from plugins.pindah.asal import BELUM_TERCATAT
from plugins.pindah.kode import Sebagai
from plugins.pindah.tujuan import Tujuan

BUKAN_KEPALA = BELUM_TERCATAT & (F.sebagai != Sebagai.KEPALA)


class Pemohon(Tujuan):
    """The applicant, and the head and address of a family that is not in the registry."""

    sebagai: Annotated[
        Sebagai | None, Tanya("Siapa Anda di keluarga itu?", bila=BELUM_TERCATAT)
    ] = None
    surat_kuasa: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat kuasa F-1.07 yang sudah ditandatangani",
            bila=F.sebagai == Sebagai.KUASA,
            label="Surat kuasa F-1.07",
        ),
    ] = None
    kk: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KK keluarga yang pindah",
            bila=BELUM_TERCATAT,
            label="KK",
            baca=("nomor_kk", "kepala"),
        ),
    ] = None
    nik: Annotated[
        jenis.NIK | None, Tanya("Berapa NIK Anda?", bila=BELUM_TERCATAT, label="NIK Anda")
    ] = None
    kepala: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa nama kepala keluarga di KK itu?",
            bila=BUKAN_KEPALA,
            alias=("kepala keluarga", "nama kepala keluarga"),
            label="Kepala keluarga",
        ),
    ] = None
    alamat: Annotated[
        jenis.Jalan | None,
        Tanya("Apa alamat yang tertulis di KK itu?", bila=BELUM_TERCATAT, label="Alamat asal"),
    ] = None
    rt_rw: Annotated[
        jenis.RtRw | None,
        Tanya("RT dan RW berapa di KK itu?", bila=BELUM_TERCATAT, label="RT/RW asal"),
    ] = None
