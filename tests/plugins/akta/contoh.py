"""A fictional family for the tests: NIK in kecamatan 99, which no district has."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from core.api import Bahan, HasilCari, Keluarga, KepalaSurat, Orang, Tempat, Unggahan
from plugins.akta.isian import AktaLahir, AktaPetugas
from plugins.akta.kode import Kalimat, OrangTua, Pelapor

HARI_INI = date(2026, 5, 8)
LAHIR = date(2026, 5, 3)
NOMOR_KK = "3319990108160001"
NOMOR_AKTA = "3319-LU-08052026-0001"
KANTOR = KepalaSurat(
    nama_dinas="Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
    kabupaten="Kabupaten Contoh",
    provinsi="Jawa Tengah",
    kepala_nama="Dra. Rukmini Contoh, M.Si.",
    kepala_nip="199901012025012001",
    tempat="Contoh",
)
KUDUS = Tempat("33.19", provinsi="Jawa Tengah", kabupaten="Kudus")
FOTO = Unggahan(berkas=UUID(int=1), mime="image/jpeg")

IBU = Orang(
    nik="3319996104920001",
    nama="SITI AMINAH",
    jenis_kelamin="PEREMPUAN",
    tempat_lahir="KUDUS",
    tanggal_lahir=date(1992, 4, 21),
    agama="ISLAM",
    pendidikan="DIPLOMA IV/STRATA I",
    pekerjaan="GURU",
    golongan_darah="B",
    status_perkawinan="KAWIN TERCATAT",
    tanggal_perkawinan=date(2016, 6, 12),
    shdk="ISTRI",
    ayah="NGADIMIN",
    ibu="RUKMINI",
    nomor_kk=NOMOR_KK,
)
AYAH = replace(
    IBU,
    nik="3319991708900001",
    nama="BUDI SANTOSO",
    jenis_kelamin="LAKI-LAKI",
    tempat_lahir="JEPARA",
    tanggal_lahir=date(1990, 8, 17),
    pekerjaan="KARYAWAN SWASTA",
    shdk="KEPALA KELUARGA",
)
SAKSI = [
    {
        "nama": "JOKO SUSILO",
        "nik": "3319990606860001",
        "nomor_kk": "3319992704190001",
        "kewarganegaraan": "WNI",
    },
    {
        "nama": "SARIJAH",
        "nik": "3319994107310001",
        "nomor_kk": "3319990303080001",
        "kewarganegaraan": "WNI",
    },
]


def keluarga(*, ibu: Orang = IBU, ayah: Orang = AYAH) -> Keluarga:
    """The parents' family."""
    return Keluarga(
        nomor_kk=NOMOR_KK,
        kepala=ayah.nama,
        alamat="JL. KENARI NO. 5",
        rt="009",
        rw="005",
        kode_pos="59327",
        desa="BAE",
        kecamatan="BAE",
        kabupaten="KUDUS",
        provinsi="JAWA TENGAH",
        anggota=(ayah, ibu),
    )


def isi(**ganti: Any) -> dict[str, Any]:
    """The answers of a recorded couple with every paper."""
    dasar: dict[str, Any] = {
        "pelapor": Pelapor.IBU,
        "orang_tua": OrangTua.NIKAH,
        "nomor_kk": NOMOR_KK,
        "nama_ibu": IBU.nama,
        "lahir_ibu": IBU.tanggal_lahir,
        "ibu_tercatat": HasilCari.ADA,
        "nama_ayah": AYAH.nama,
        "lahir_ayah": AYAH.tanggal_lahir,
        "ayah_tercatat": HasilCari.ADA,
        "bukti_nikah": FOTO,
        "surat_lahir": FOTO,
        "tanggal_lahir": LAHIR,
        "nama_anak": "RAKA PUTRA SANTOSO",
        "jenis_kelamin": "laki-laki",
        "tempat_dilahirkan": "1",
        "tempat_kelahiran": KUDUS.kode,
        "pukul": "04:30",
        "jenis_kelahiran": "1",
        "kelahiran_ke": 2,
        "penolong": "2",
        "berat": "3,2 kg",
        "panjang": "49 cm",
        "saksi": SAKSI,
    }
    return dasar | ganti


def diisi(**ganti: Any) -> AktaLahir:
    """A filed form."""
    return AktaLahir.model_validate(isi(**ganti))


TANPA_AYAH = {
    "orang_tua": OrangTua.IBU,
    "nama_ayah": None,
    "lahir_ayah": None,
    "ayah_tercatat": None,
    "bukti_nikah": None,
}


def petugas(kalimat: Kalimat = Kalimat.NIKAH, **ganti: Any) -> AktaPetugas:
    """The officer's form."""
    dasar = {
        "nomor_akta": NOMOR_AKTA,
        "tanggal_pencatatan": HARI_INI,
        "nik_anak": "3319990305260001",
        "kalimat": kalimat,
    }
    return AktaPetugas.model_validate(dasar | ganti)


def bahan(
    isian: AktaLahir | None = None,
    kalimat: Kalimat = Kalimat.NIKAH,
    *,
    ibu: Orang = IBU,
    ayah: Orang = AYAH,
    tanpa_catatan: bool = False,
    tempat: Tempat = KUDUS,
    **ganti: Any,
) -> Bahan:
    """Everything that the page is made of."""
    catatan = keluarga(ibu=ibu, ayah=ayah)
    return Bahan(
        isian or diisi(),
        petugas(kalimat, **ganti),
        {} if tanpa_catatan else {"ibu_tercatat": catatan, "ayah_tercatat": catatan},
        KANTOR,
        HARI_INI,
        wilayah={tempat.kode: tempat},
    )
