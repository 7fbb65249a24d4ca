"""What is asked about whoever reports the birth; of a parent, nothing twice."""

from typing import Annotated

from core.api import F, Formulir, Tanya, jenis
from plugins.akta.kode import Pelapor

_ORANG_LAIN = F.pelapor.in_(Pelapor.KELUARGA, Pelapor.KUASA)


class IsianPelapor(Formulir):
    """Who reports the birth, and by what right."""

    pelapor: Annotated[
        Pelapor, Tanya("Apa hubungan Anda dengan anak ini?", label="Hubungan pelapor")
    ]
    nama_pelapor: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa nama lengkap Anda?",
            bila=_ORANG_LAIN,
            alias=("nama pelapor",),
            label="Nama pelapor",
        ),
    ] = None
    nik_pelapor: Annotated[
        jenis.NIK | None,
        Tanya("Berapa NIK Anda?", bila=_ORANG_LAIN, alias=("nik pelapor",), label="NIK pelapor"),
    ] = None
    nomor_kk_pelapor: Annotated[
        jenis.NomorKK | None,
        Tanya("Berapa nomor KK Anda?", bila=_ORANG_LAIN, label="Nomor KK pelapor"),
    ] = None
    surat_kuasa: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto surat kuasa F-1.07 yang sudah ditandatangani",
            bila=F.pelapor == Pelapor.KUASA,
            label="Surat kuasa F-1.07",
        ),
    ] = None
