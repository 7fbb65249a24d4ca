"""What the population registry knows, in the words of the family card (DOMAIN.md 6, 7.1)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Orang:
    """One person, with every column that a family card prints about them."""

    nik: str
    nama: str
    jenis_kelamin: str
    tempat_lahir: str
    tanggal_lahir: date
    agama: str
    pendidikan: str
    pekerjaan: str
    golongan_darah: str
    status_perkawinan: str
    tanggal_perkawinan: date | None
    shdk: str
    ayah: str
    ibu: str
    nomor_kk: str
    kewarganegaraan: str = "WNI"
    paspor: str = ""
    kitap: str = ""


@dataclass(frozen=True)
class Keluarga:
    """One family: the head of the card and its members, head first."""

    nomor_kk: str
    kepala: str
    alamat: str
    rt: str
    rw: str
    kode_pos: str
    desa: str
    kecamatan: str
    kabupaten: str
    provinsi: str
    anggota: tuple[Orang, ...]


@dataclass(frozen=True)
class Desa:
    """A village of the office: dotted code (33.19.01.2001), name, district."""

    kode: str
    nama: str
    kecamatan: str
    kode_pos: str = ""
