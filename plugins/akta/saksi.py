"""The two witnesses of a birth: typed, without a copy of their cards (SE Dirjen 470/13287)."""

from typing import Annotated

from core.api import Formulir, Tanya, Ulang, jenis
from plugins.akta.kode import Kewarganegaraan

BANYAK = 2


class Saksi(Formulir):
    """One witness, as F-2.01 asks for them."""

    nama: Annotated[
        jenis.Nama,
        Tanya(
            "Siapa nama lengkap saksi?",
            contoh="JOKO SUSILO",
            bantuan="Saksi adalah orang dewasa yang mengetahui kelahiran anak. KTP saksi tidak "
            "perlu dikirim.",
            alias=("nama saksi",),
            label="Nama saksi",
        ),
    ]
    nik: Annotated[
        jenis.NIK,
        Tanya("Berapa NIK saksi?", contoh="3319990606860001", alias=("nik saksi",)),
    ]
    nomor_kk: Annotated[jenis.NomorKK, Tanya("Berapa nomor KK saksi?", contoh="3319992704190001")]
    kewarganegaraan: Annotated[Kewarganegaraan, Tanya("Apa kewarganegaraan saksi?")]


class IsianSaksi(Formulir):
    """Both witnesses."""

    saksi: Annotated[
        list[Saksi],
        Ulang(
            "Dua saksi kelahiran",
            minimal=BANYAK,
            maksimal=BANYAK,
            judul="{nama}",
            tombol="Lanjut",
            label="Saksi",
        ),
    ]
