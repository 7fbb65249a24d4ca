"""What is asked for the three documents of a birth: akta's questions, and the little that is left.

Where the registry does not hold the mother's family, its card cannot be drawn, nor the child's
that follows it; the applicant hears so at once and is asked for the deed only.
"""

from datetime import date
from typing import Annotated

from core.api import Agama, F, Formulir, HasilCari, Pilihan, Sifat, Tanya, age, jenis, kata
from plugins.akta import AktaPetugas, Dasar
from plugins.akta.anak import IsianAnak
from plugins.akta.isian import IsianSPTJM
from plugins.akta.orangtua import BERAYAH, IsianOrangTua
from plugins.akta.saksi import IsianSaksi
from plugins.akta.telat import not_yet_born
from plugins.kia import GolonganDarah
from plugins.kk import SHDK

TERCATAT = F.ibu_tercatat == HasilCari.ADA
BALITA = 5
"""From this birthday on the child's card bears a photo (DOMAIN.md 3.8): no package any more."""


def small_child(lahir: date, hari_ini: date) -> str | None:
    """Refuse a child who is not born yet, and one whose card needs a photo."""
    if belum := not_yet_born(lahir, hari_ini):
        return belum
    if age(lahir, hari_ini) < BALITA:
        return None
    return kata(
        "Paket ini untuk anak di bawah {balita} tahun. Ketik /start, lalu pilih Akta kelahiran; "
        "KIA-nya diajukan sesudah aktanya terbit.",
        balita=BALITA,
    )


class Susulan(Pilihan):
    """What becomes of family card and child's card when the family is not on record."""

    AKTA = "akta", "Baik, akta dahulu; KK dan KIA menyusul"


class IsianSusulan(Formulir):
    """Says kindly that only the deed can come out of this filing."""

    susulan: Annotated[
        Susulan | None,
        Tanya(
            "Keluarga ibu belum kami temukan di catatan kependudukan, jadi sekarang hanya akta "
            "kelahiran yang dapat kami buat. KK dan KIA kami bantu di kantor sesudah akta terbit. "
            "Lanjutkan dengan akta dahulu?",
            bantuan="Bila nomor KK, nama, atau tanggal lahir ibu salah ketik, tekan Kembali "
            "sampai pertanyaan itu, lalu betulkan. Bila cocok, ketiganya dibuat sekaligus.",
            bila=~TERCATAT,
            label="KK dan KIA",
        ),
    ] = None


class IsianKartu(Formulir):
    """What the two cards need besides the deed's facts; the rest stands in the family's record."""

    golongan_darah: Annotated[
        GolonganDarah | None,
        Tanya(
            "Apa golongan darah anak?",
            bila=TERCATAT,
            lewati="Tidak tahu",
            alias=("golongan darah", "gol darah", "gol. darah"),
            label="Golongan darah anak",
        ),
    ] = None
    agama: Annotated[
        Agama | None,
        Tanya(
            "Apa agama anak?",
            bila=TERCATAT,
            lewati="Sama dengan ibunya",
            alias=("agama", "agama anak"),
            label="Agama anak",
        ),
    ] = None
    ktp_ibu: Annotated[
        jenis.Foto | None, Tanya("Foto KTP-el ibu", bila=TERCATAT, label="KTP-el ibu")
    ] = None
    ktp_ayah: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KTP-el ayah",
            bila=TERCATAT & BERAYAH,
            lewati="Tidak ada KTP-el ayah",
            label="KTP-el ayah",
        ),
    ] = None


# Pydantic orders the fields from the last base to the first: akta's parts are named once more
# so that our questions come between them.
class PaketLahir(
    IsianSPTJM, Dasar, IsianSaksi, IsianKartu, IsianAnak, IsianSusulan, IsianOrangTua
):
    """What the applicant is asked, all in one go (Perpres 96/2018; Permendagri 2/2016)."""

    tanggal_lahir: Annotated[
        jenis.TanggalLahir,
        Sifat("lahir_anak", pada=small_child),
        Tanya(
            "Kapan tanggal lahir anak?",
            contoh="03-05-2026",
            bantuan=f"Paket ini untuk anak di bawah {BALITA} tahun. Kelahiran dilaporkan paling "
            "lambat 60 hari. Lewat dari itu akta tetap dapat dibuat, dengan keputusan Kepala "
            "Dinas dan tanpa sidang pengadilan.",
            alias=("tanggal lahir anak", "tgl lahir anak", "tanggal lahir", "tgl lahir"),
            label="Tanggal lahir anak",
        ),
    ]


class PaketPetugas(AktaPetugas):
    """What the officer adds at approval. The number of the family card stays what it is."""

    hubungan: Annotated[
        SHDK | None,
        Tanya(
            "Apa hubungan anak dengan kepala keluarga di KK?",
            bantuan="Bila dilewati: ANAK, bila ibunya kepala keluarga atau istrinya; CUCU, bila "
            "ibunya anak atau menantu kepala keluarga; selain itu FAMILI.",
            lewati="Menurut hubungan ibunya",
            alias=("shdk", "hubungan"),
            label="Hubungan di KK",
        ),
    ] = None
