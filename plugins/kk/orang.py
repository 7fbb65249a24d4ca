"""One person of a family card as a form, and as the registry's own `Orang`.

An officer types a whole person. A citizen types a person only as far as the registry does not know
them; what was typed must then satisfy the officer's form, so that nothing is printed half.
"""

from dataclasses import replace
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import ValidationError

from core.api import Agama, Cari, F, Formulir, HasilCari, Orang, Tanya, jenis
from plugins.kk.kode import (
    BERTANGGAL,
    KEPALA_KELUARGA,
    SHDK,
    GolonganDarah,
    Kewarganegaraan,
    Pendidikan,
    StatusPerkawinan,
)
from plugins.kk.pekerjaan import Pekerjaan

NIK = Tanya("Berapa NIK-nya?")
NAMA = Tanya("Siapa nama lengkapnya?")
LAHIR = Tanya("Kapan tanggal lahirnya?")
KELAMIN = Tanya("Apa jenis kelaminnya?")
TEMPAT_LAHIR = Tanya(
    "Di kabupaten atau kota mana lahirnya?", contoh="Kudus", alias=("tempat lahir", "tmpt lahir")
)
AGAMA = Tanya("Apa agamanya?", alias=("agama",))
PENDIDIKAN = Tanya("Apa pendidikan terakhirnya?", alias=("pendidikan",))
PEKERJAAN = Tanya(
    "Apa pekerjaannya?",
    bantuan="Ketik sebagian namanya, misalnya tani, lalu pilih dari daftar.",
    alias=("pekerjaan", "jenis pekerjaan"),
)
DARAH = Tanya("Apa golongan darahnya?", alias=("golongan darah", "gol darah", "gol. darah"))
WARGA = Tanya("Apa kewarganegaraannya?", alias=("kewarganegaraan",))
PASPOR = Tanya("Berapa nomor paspornya?", contoh="X1234567", pribadi=True, alias=("paspor",))
KITAP = Tanya("Berapa nomor KITAP-nya?", contoh="2C41JE0001-T", pribadi=True, alias=("kitap",))
AYAH = Tanya("Siapa nama ayahnya?", alias=("ayah", "nama ayah"))
IBU = Tanya("Siapa nama ibunya?", alias=("ibu", "nama ibu"))
HUBUNGAN = Tanya(
    "Apa hubungannya dengan kepala keluarga?", alias=("shdk", "hubungan"), label="Hubungan"
)
STATUS = Tanya("Apa status perkawinannya?", alias=("status perkawinan", "status"))
TANGGAL_KAWIN = Tanya(
    "Kapan tanggal perkawinan atau perceraiannya?",
    alias=("tanggal perkawinan", "tanggal perceraian"),
)

WNA = F.kewarganegaraan == Kewarganegaraan.WNA
BELUM_TERCATAT = F.tercatat == HasilCari.TIDAK


class Nikah(NamedTuple):
    """A marital status and its date; None where nobody said."""

    status: StatusPerkawinan | None
    tanggal: date | None


class Penduduk(Formulir):
    """A whole person, as an officer types one."""

    nik: Annotated[jenis.NIK, NIK]
    nama: Annotated[jenis.Nama, NAMA]
    jenis_kelamin: Annotated[jenis.JenisKelamin, KELAMIN]
    tempat_lahir: Annotated[jenis.Baris, TEMPAT_LAHIR]
    tanggal_lahir: Annotated[jenis.TanggalLahir, LAHIR]
    agama: Annotated[Agama, AGAMA]
    pendidikan: Annotated[Pendidikan, PENDIDIKAN]
    pekerjaan: Annotated[Pekerjaan, PEKERJAAN]
    golongan_darah: Annotated[GolonganDarah, DARAH]
    kewarganegaraan: Annotated[Kewarganegaraan, WARGA]
    paspor: Annotated[jenis.Baris | None, replace(PASPOR, bila=WNA)] = None
    kitap: Annotated[jenis.Baris | None, replace(KITAP, bila=WNA)] = None
    ayah: Annotated[jenis.Nama, AYAH]
    ibu: Annotated[jenis.Nama, IBU]
    status_perkawinan: Annotated[StatusPerkawinan, STATUS]
    tanggal_perkawinan: Annotated[
        jenis.Tanggal | None, replace(TANGGAL_KAWIN, bila=F.status_perkawinan.in_(*BERTANGGAL))
    ] = None

    @property
    def hubungan(self) -> str:
        """What the card prints under SHDK."""
        return KEPALA_KELUARGA

    def as_orang(self, nomor_kk: str) -> Orang:
        """Write this person the way the registry would."""
        return Orang(
            nik=self.nik,
            nama=self.nama,
            jenis_kelamin=self.jenis_kelamin.label,
            tempat_lahir=self.tempat_lahir,
            tanggal_lahir=self.tanggal_lahir,
            agama=self.agama.label,
            pendidikan=self.pendidikan.label,
            pekerjaan=self.pekerjaan.label,
            golongan_darah=self.golongan_darah.label,
            status_perkawinan=self.status_perkawinan.label,
            tanggal_perkawinan=self.tanggal_perkawinan,
            shdk=self.hubungan,
            ayah=self.ayah,
            ibu=self.ibu,
            nomor_kk=nomor_kk,
            kewarganegaraan=self.kewarganegaraan.label,
            paspor=self.paspor or "",
            kitap=self.kitap or "",
        )


class Anggota(Penduduk):
    """A member of the family other than its head, as an officer types one."""

    shdk: Annotated[SHDK, HUBUNGAN]

    @property
    def hubungan(self) -> str:
        """What the card prints under SHDK."""
        return self.shdk.label


class Pengenal(Formulir):
    """A person as a citizen names them. What the registry holds is not asked (DESIGN.md 4)."""

    nik: Annotated[jenis.NIK, NIK]
    nama: Annotated[jenis.Nama, NAMA]
    tanggal_lahir: Annotated[jenis.TanggalLahir, LAHIR]
    tercatat: Annotated[
        HasilCari | None, Cari("orang", nomor="nik", nama="nama", lahir="tanggal_lahir")
    ] = None
    jenis_kelamin: Annotated[jenis.JenisKelamin | None, replace(KELAMIN, bila=BELUM_TERCATAT)] = (
        None
    )
    tempat_lahir: Annotated[jenis.Baris | None, replace(TEMPAT_LAHIR, bila=BELUM_TERCATAT)] = None
    agama: Annotated[Agama | None, replace(AGAMA, bila=BELUM_TERCATAT)] = None
    pendidikan: Annotated[Pendidikan | None, replace(PENDIDIKAN, bila=BELUM_TERCATAT)] = None
    pekerjaan: Annotated[Pekerjaan | None, replace(PEKERJAAN, bila=BELUM_TERCATAT)] = None
    golongan_darah: Annotated[GolonganDarah | None, replace(DARAH, bila=BELUM_TERCATAT)] = None
    kewarganegaraan: Annotated[Kewarganegaraan | None, replace(WARGA, bila=BELUM_TERCATAT)] = None
    paspor: Annotated[jenis.Baris | None, replace(PASPOR, bila=BELUM_TERCATAT & WNA)] = None
    kitap: Annotated[jenis.Baris | None, replace(KITAP, bila=BELUM_TERCATAT & WNA)] = None
    ayah: Annotated[jenis.Nama | None, replace(AYAH, bila=BELUM_TERCATAT)] = None
    ibu: Annotated[jenis.Nama | None, replace(IBU, bila=BELUM_TERCATAT)] = None

    def whole(self, nikah: Nikah) -> Penduduk | None:
        """Give the whole person, if the citizen was asked for it."""
        isi = self.model_dump(include=set(Penduduk.model_fields))
        perkawinan = {"status_perkawinan": nikah.status, "tanggal_perkawinan": nikah.tanggal}
        try:
            return Penduduk.model_validate(isi | perkawinan)
        except ValidationError:
            return None

    def is_that(self, orang: Orang) -> bool:
        """Whether a record is this person's: the core has proven it, or it bears the same name."""
        if self.tercatat is HasilCari.ADA:
            return True
        sama = orang.nama.upper() == self.nama and orang.tanggal_lahir == self.tanggal_lahir
        return self.tercatat is HasilCari.DIAM and sama
