"""One person who moves: proven by the registry as one of the family, or typed as the card says."""

from dataclasses import replace
from typing import Annotated, Self

from pydantic import model_validator

from core.api import Cari, F, Formulir, HasilCari, Sifat, Tanya, galat, jenis
from plugins.kk import SHDK
from plugins.pindah.umur import is_a_child

NAMA = Tanya(
    "Siapa nama lengkapnya?",
    contoh="SITI AMINAH",
    bantuan="Tulis nama persis seperti di KK, satu orang satu baris.",
)
LAHIR = Tanya("Kapan tanggal lahirnya?", contoh="17-08-2020")
DI_KK = Cari(
    "keluarga",
    nomor="nomor_kk",
    nama="nama",
    lahir="tanggal_lahir",
    bila=F.tercatat == HasilCari.ADA,
)
DIKETIK = ~F.di_kk.in_(HasilCari.ADA, HasilCari.TIDAK)
"""The registry cannot say who this is: it does not know the family, or it is silent now."""


class Anggota(Formulir):
    """Somebody of the family, other than its head; children with them who go with a parent."""

    nama: Annotated[jenis.Nama, NAMA]
    tanggal_lahir: Annotated[jenis.TanggalLahir, LAHIR]
    di_kk: Annotated[HasilCari | None, DI_KK] = None
    nik: Annotated[jenis.NIK | None, Tanya("Berapa NIK-nya?", bila=DIKETIK)] = None
    shdk: Annotated[
        SHDK | None,
        Tanya(
            "Apa hubungannya dengan kepala keluarga?",
            alias=("shdk", "hubungan"),
            label="Hubungan",
            bila=DIKETIK,
        ),
    ] = None

    @model_validator(mode="after")
    def one_of_the_family(self) -> Self:
        """Refuse whom the registry does not hold in this family: nobody else moves with it."""
        if self.di_kk is HasilCari.TIDAK:
            galat(
                "nama",
                "Di KK itu tidak ada nama dengan tanggal lahir ini. Tulis namanya persis seperti "
                "di KK. Bila tanggal lahirnya yang salah, hapus dari daftar lalu tulis lagi.",
            )
        return self


class Anak(Anggota):
    """A child who moves without father and mother."""

    tanggal_lahir: Annotated[jenis.TanggalLahir, Sifat("tanggal_lahir", pada=is_a_child), LAHIR]


class AnakSaja(Anak):
    """The same, where nobody else moves."""

    nama: Annotated[
        jenis.Nama,
        replace(NAMA, teks="Hanya anak di bawah 17 tahun yang pindah. Siapa nama lengkapnya?"),
    ]
