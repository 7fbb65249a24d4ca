"""A fictional birth for the package's tests, in the family of akta's tests."""

from dataclasses import replace
from datetime import date
from typing import Any

from core.api import Bahan, Keluarga, Orang
from plugins.lahir.isian import PaketLahir, PaketPetugas
from tests.plugins.akta.contoh import (
    AYAH,
    FOTO,
    HARI_INI,
    IBU,
    KANTOR,
    KUDUS,
    isi,
    keluarga,
)
from tests.plugins.akta.contoh import petugas as akta_petugas

NIK_ANAK = "3319990305260001"
NAMA_ANAK = isi()["nama_anak"]
KAKAK = replace(
    AYAH,
    nik="3319990302170001",
    nama="RIZKY PRATAMA SANTOSO",
    tempat_lahir="KUDUS",
    tanggal_lahir=date(2017, 2, 3),
    pekerjaan="PELAJAR/MAHASISWA",
    pendidikan="BELUM TAMAT SD/SEDERAJAT",
    status_perkawinan="BELUM KAWIN",
    tanggal_perkawinan=None,
    shdk="ANAK",
    ayah=AYAH.nama,
    ibu=IBU.nama,
)
NENEK = replace(
    IBU, nik="3319994107580001", nama="RUKMINI", tanggal_lahir=date(1958, 7, 1), shdk="MERTUA"
)


def rumah(*lain: Orang, ibu: Orang = IBU, ayah: Orang = AYAH) -> Keluarga:
    """The parents' family, and whoever else lives with them."""
    dasar = keluarga(ibu=ibu, ayah=ayah)
    return replace(dasar, anggota=(*dasar.anggota, *lain))


def isian(**ganti: Any) -> PaketLahir:
    """What the applicant answered; a recorded family unless told otherwise."""
    return PaketLahir.model_validate(isi(ktp_ibu=FOTO, ktp_ayah=FOTO) | ganti)


def petugas(**ganti: Any) -> PaketPetugas:
    """What the officer added."""
    return PaketPetugas.model_validate(akta_petugas(nik_anak=NIK_ANAK).model_dump() | ganti)


def bahan(
    diisi: PaketLahir | None = None,
    ditambah: PaketPetugas | None = None,
    *,
    catatan: Keluarga | None = None,
) -> Bahan:
    """Everything that the three pages are made of."""
    tercatat = catatan or rumah(KAKAK)
    return Bahan(
        isian=diisi or isian(),
        petugas=ditambah or petugas(),
        penduduk={"ibu_tercatat": tercatat, "ayah_tercatat": tercatat},
        kantor=KANTOR,
        tanggal=HARI_INI,
        wilayah={KUDUS.kode: KUDUS},
    )
