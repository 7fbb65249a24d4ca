"""Who moves, and whence: the family card and its proof. What the registry holds is not asked."""

from typing import Annotated

from core.api import Cari, F, Formulir, HasilCari, Tanya, jenis
from plugins.pindah.kode import Siapa

BELUM_TERCATAT = F.tercatat != HasilCari.ADA


class Asal(Formulir):
    """The family that moves, or that somebody leaves."""

    siapa: Annotated[Siapa, Tanya("Siapa yang pindah?", label="Yang pindah")]
    nomor_kk: jenis.NomorKK
    nama: jenis.Nama
    tanggal_lahir: jenis.TanggalLahir
    tercatat: Annotated[
        HasilCari | None, Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="tanggal_lahir")
    ] = None
    desa: Annotated[
        jenis.Desa | None,
        Tanya(
            "Di desa atau kelurahan mana alamat keluarga di KK itu?",
            bantuan="Kami belum menemukan nama dan tanggal lahir Anda di KK itu. Tekan Kembali "
            "bila ada yang salah ketik.",
            bila=BELUM_TERCATAT,
            label="Desa/kelurahan asal",
        ),
    ] = None
