"""Fictional people for the family card's tests: NIK in kecamatan 99, which no district has."""

from dataclasses import asdict, replace
from datetime import date

from core.api import Desa, Keluarga, KepalaSurat, Orang

HARI_INI = date(2026, 5, 8)
NOMOR_KK = "3319990108160001"
KANTOR = KepalaSurat(
    nama_dinas="Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
    kabupaten="Contoh",
    provinsi="Jawa Tengah",
    kepala_nama="Dra. Rukmini Contoh, M.Si.",
    kepala_nip="199901012025012001",
    tempat="Contoh",
)
BAE = Desa("33.19.06.2004", "Bae", "Bae", "59327")

BUDI = Orang(
    nik="3319991708900001",
    nama="BUDI SANTOSO",
    jenis_kelamin="LAKI-LAKI",
    tempat_lahir="KUDUS",
    tanggal_lahir=date(1990, 8, 17),
    agama="ISLAM",
    pendidikan="SLTA/SEDERAJAT",
    pekerjaan="KARYAWAN SWASTA",
    golongan_darah="O",
    status_perkawinan="KAWIN TERCATAT",
    tanggal_perkawinan=date(2016, 8, 1),
    shdk="KEPALA KELUARGA",
    ayah="SUROSO",
    ibu="KARTINAH",
    nomor_kk=NOMOR_KK,
)
SITI = replace(
    BUDI,
    nik="3319995203920002",
    nama="SITI AMINAH",
    jenis_kelamin="PEREMPUAN",
    tempat_lahir="JEPARA",
    tanggal_lahir=date(1992, 3, 12),
    pekerjaan="GURU",
    pendidikan="DIPLOMA IV/STRATA I",
    shdk="ISTRI",
    ayah="ABDUL KARIM",
    ibu="SUMIYATI",
)
ANAK = replace(
    BUDI,
    nik="3319990505170003",
    nama="RAKA PUTRA SANTOSO",
    tanggal_lahir=date(2017, 5, 5),
    pendidikan="TIDAK/BELUM SEKOLAH",
    pekerjaan="BELUM/TIDAK BEKERJA",
    status_perkawinan="BELUM KAWIN",
    tanggal_perkawinan=None,
    shdk="ANAK",
    golongan_darah="TIDAK TAHU",
    ayah="BUDI SANTOSO",
    ibu="SITI AMINAH",
)


def changed(orang: Orang, **teks: str) -> Orang:
    """Give the same person with other texts."""
    return Orang(**(asdict(orang) | teks))


def keluarga(banyak: int = 3, *, alamat: str = "Jl. Kenari 5", **ganti: str) -> Keluarga:
    """A family of so many; every text of every member may be replaced."""
    pertama = [BUDI, SITI, ANAK]
    lain = [
        replace(ANAK, nik=f"33199905051800{n:02d}", nama=f"ANAK KE {n}") for n in range(3, banyak)
    ]
    anggota = tuple(changed(satu, **ganti) for satu in (*pertama, *lain)[:banyak])
    return Keluarga(
        nomor_kk=NOMOR_KK,
        kepala=anggota[0].nama,
        alamat=alamat,
        rt="002",
        rw="005",
        kode_pos="59327",
        desa="Bae",
        kecamatan="Bae",
        kabupaten="Contoh",
        provinsi="Jawa Tengah",
        anggota=anggota,
    )
