"""Whither somebody moves, and why. A move that stays in the kabupaten is turned away at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from core.api import F, Syarat, Tanya, jenis
from plugins.pindah.asal import Asal
from plugins.pindah.klasifikasi import KABUPATEN
from plugins.pindah.kode import AlasanPindah
from plugins.pindah.nomor import KodePos

_MASIH_SATU = (
    "Tujuan itu masih di kabupaten atau kota yang sama. Pindah seperti itu tanpa SKPWNI, cukup KK "
    "(Perpres 96/2018 Pasal 25): ketik “batal”, lalu bawa KK ke Dinas atau kantor kecamatan untuk "
    "ganti alamat. Bila bukan itu tujuannya, ketik desa tujuan yang benar."
)


@dataclass(frozen=True)
class Sekabupaten(Syarat):
    """The destination lies in the kabupaten of the origin, as far as the answers tell.

    Where the registry knows the family, its village is not asked; the area in the number of its
    card stands for it. It is the present one unless the whole family once moved in with it.
    """

    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """Compare the codes down to the kabupaten."""
        tujuan, asal, nomor = (str(jawaban.get(nama) or "") for nama in _DIBACA)
        kabupaten = asal[:KABUPATEN] or f"{nomor[:2]}.{nomor[2:4]}"
        return bool(tujuan) and tujuan[:KABUPATEN] == kabupaten

    def names(self) -> frozenset[str]:
        """Name the three fields."""
        return frozenset(_DIBACA)


_DIBACA = ("tujuan", "desa", "nomor_kk")


class Tujuan(Asal):
    """The new address (F-1.03)."""

    tujuan: Annotated[
        jenis.DesaNasional,
        Tanya(
            "Ke desa atau kelurahan mana pindahnya? Tulis juga nama kabupaten atau kotanya.",
            contoh="Tembalang, Kota Semarang",
            bantuan="Ketik nama desa atau kelurahan tujuan dan nama kabupaten atau kotanya, lalu "
            "pilih dari daftar. Pindah ke luar negeri diurus langsung di kantor.",
            alias=("desa tujuan", "kelurahan tujuan", "tujuan"),
            label="Desa/kelurahan tujuan",
        ),
    ]
    tujuan_lain: Annotated[
        jenis.DesaNasional | None,
        Tanya(
            _MASIH_SATU,
            contoh="Tembalang, Kota Semarang",
            bantuan="Bila Anda sekarang tinggal di kabupaten lain, dan tujuan itu benar, "
            "ketik sekali lagi desa tujuannya. Petugas akan memeriksanya.",
            bila=Sekabupaten(),
            label="Desa/kelurahan tujuan yang benar",
        ),
    ] = None
    alamat_tujuan: Annotated[
        jenis.Jalan,
        Tanya(
            "Apa alamat tujuannya: nama jalan, dukuh, atau perumahan, dan nomornya?",
            contoh="Jl. Ngesrep 12",
            bantuan="Boleh langsung dengan RT dan RW: Jl. Ngesrep 12 RT 04 RW 02.",
            label="Alamat tujuan",
        ),
    ]
    rt_rw_tujuan: Annotated[
        jenis.RtRw,
        Tanya(
            "RT dan RW berapa di tempat tujuan?",
            bantuan="Tanyakan kepada pemilik rumah atau ketua RT di tempat tujuan. Tulis RT "
            "dahulu, lalu RW.",
            label="RT/RW tujuan",
        ),
    ]
    kode_pos_tujuan: Annotated[
        KodePos | None,
        Tanya("Berapa kode pos di tempat tujuan?", lewati="Tidak tahu", label="Kode pos tujuan"),
    ] = None
    alasan: Annotated[AlasanPindah, Tanya("Apa alasan pindah?", label="Alasan pindah")]
    alasan_lain: Annotated[
        jenis.Baris | None,
        Tanya(
            "Tulis alasannya dengan singkat.",
            contoh="Kembali ke kampung halaman",
            bila=F.alasan == AlasanPindah.LAINNYA,
            label="Alasan lainnya",
        ),
    ] = None

    @property
    def tujuan_akhir(self) -> str:
        """Give the code of the village where they will live."""
        return self.tujuan_lain or self.tujuan
