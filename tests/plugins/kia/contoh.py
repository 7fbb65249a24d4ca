"""Fictional children for the tests: NIK in kecamatan 99, which no district has."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from core.api import Bahan, Desa, HasilCari, Keluarga, KepalaSurat, Orang, Unggahan, jenis
from plugins.kia.isian import Isian, KIABaru, KIAPetugas

HARI_INI = date(2026, 5, 8)
NOMOR_KK = "3319990108160001"
NOMOR_AKTA = "3319-LU-12062019-0004"
KANTOR = KepalaSurat(
    nama_dinas="Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
    kabupaten="Contoh",
    provinsi="Jawa Tengah",
    kepala_nama="Dra. Rukmini Contoh, M.Si.",
    kepala_nip="199901012025012001",
    tempat="Contoh",
)
BAE = Desa("33.19.06.2004", "Bae", "Bae", "59327")
FOTO = Unggahan(berkas=UUID(int=1), mime="image/jpeg")

RAKA = Orang(
    nik="3319990505190003",
    nama="RAKA PUTRA SANTOSO",
    jenis_kelamin="LAKI-LAKI",
    tempat_lahir="KUDUS",
    tanggal_lahir=date(2019, 5, 5),
    agama="ISLAM",
    pendidikan="TIDAK/BELUM SEKOLAH",
    pekerjaan="BELUM/TIDAK BEKERJA",
    golongan_darah="TIDAK TAHU",
    status_perkawinan="BELUM KAWIN",
    tanggal_perkawinan=None,
    shdk="ANAK",
    ayah="BUDI SANTOSO",
    ibu="SITI AMINAH",
    nomor_kk=NOMOR_KK,
)
AYAH = replace(
    RAKA,
    nik="3319991708900001",
    nama="BUDI SANTOSO",
    tanggal_lahir=date(1990, 8, 17),
    status_perkawinan="KAWIN TERCATAT",
    shdk="KEPALA KELUARGA",
)


def keluarga(*anak: Orang, alamat: str = "Jl. Kenari 5", kepala: str = AYAH.nama) -> Keluarga:
    """The father's family with these children."""
    return Keluarga(
        nomor_kk=NOMOR_KK,
        kepala=kepala,
        alamat=alamat,
        rt="002",
        rw="005",
        kode_pos="59327",
        desa="Bae",
        kecamatan="Bae",
        kabupaten="Contoh",
        provinsi="Jawa Tengah",
        anggota=(replace(AYAH, nama=kepala), *anak),
    )


def tercatat(orang: Orang = RAKA, *, berfoto: bool = True, nama: str = "") -> KIABaru:
    """What is filed for a child whom the registry knows."""
    return KIABaru(
        nomor_kk=NOMOR_KK,
        nama=nama or orang.nama,
        tanggal_lahir=orang.tanggal_lahir,
        tercatat=HasilCari.ADA,
        nomor_akta=NOMOR_AKTA,
        ktp=FOTO,
        pas_foto=FOTO if berfoto else None,
    )


def diketik(**ganti: object) -> KIABaru:
    """What is filed for a child whom the registry does not answer for."""
    isi = {
        "tercatat": HasilCari.DIAM,
        "nik": RAKA.nik,
        "jenis_kelamin": jenis.Kelamin.LAKI_LAKI,
        "tempat_lahir": "Kudus",
        "agama": "1",
        "kepala_keluarga": AYAH.nama,
        "alamat": "Jl. Kenari 5",
        "rt_rw": "002/005",
        "desa": BAE.kode,
    }
    return KIABaru.model_validate(tercatat().model_dump() | isi | ganti)


def bahan(
    isian: Isian,
    *anak: Orang,
    petugas: KIAPetugas | None = None,
    tanggal: date = HARI_INI,
    tanpa_catatan: bool = False,
) -> Bahan:
    """Everything that the page is made of."""
    penduduk = {} if tanpa_catatan else {"tercatat": keluarga(*(anak or (RAKA,)))}
    return Bahan(isian, petugas, penduduk, KANTOR, tanggal, {BAE.kode: BAE})
