"""Fictional families for the tests: NIK in kecamatan 99, which no district has."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from core.api import Bahan, Desa, HasilCari, Keluarga, KepalaSurat, Orang, Tempat, Unggahan
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.kode import AlasanPindah, KKAnggota, KKKepala, Sebagai, Siapa
from plugins.pindah.petugas import PindahPetugas

HARI_INI = date(2026, 5, 8)
NOMOR_KK = "3319990108160001"
NOMOR = "SKPWNI/3319/08052026/0001"
KANTOR = KepalaSurat(
    nama_dinas="Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
    kabupaten="Contoh",
    provinsi="Jawa Tengah",
    kepala_nama="Dra. Rukmini Contoh, M.Si.",
    kepala_nip="199901012025012001",
    tempat="Contoh",
)
BAE = Desa("33.19.06.2004", "Bae", "Bae", "59327")
KRAPYAK = Desa("33.19.01.2001", "Bakalankrapyak", "Kaliwungu", "59332")
GONDANGMANIS = Desa("33.19.06.2001", "Gondangmanis", "Bae", "59327")
TEMBALANG = Tempat(
    "33.74.10.1001",
    "Jawa Tengah",
    "Semarang",
    "Tembalang",
    "Tembalang",
    jenis_kabupaten="Kota",
    jenis_desa="Kelurahan",
    kode_pos="50275",
)
MERAUKE = Tempat(
    "93.01.01.1002", "Papua Selatan", "Merauke", "Merauke", "Samkai", jenis_desa="Kelurahan"
)
FOTO = Unggahan(berkas=UUID(int=1), mime="image/jpeg")
PETUGAS = PindahPetugas(nomor_skpwni=NOMOR)

BUDI = Orang(
    nik="3319991708900001",
    nama="BUDI SANTOSO",
    jenis_kelamin="LAKI-LAKI",
    tempat_lahir="JEPARA",
    tanggal_lahir=date(1990, 8, 17),
    agama="ISLAM",
    pendidikan="SLTP/SEDERAJAT",
    pekerjaan="KARYAWAN SWASTA",
    golongan_darah="TIDAK TAHU",
    status_perkawinan="KAWIN TERCATAT",
    tanggal_perkawinan=date(2016, 6, 12),
    shdk="KEPALA KELUARGA",
    ayah="KASMIN",
    ibu="SUKINAH",
    nomor_kk=NOMOR_KK,
)
SITI = replace(
    BUDI,
    nik="3319996104920001",
    nama="SITI AMINAH",
    tanggal_lahir=date(1992, 4, 21),
    shdk="ISTRI",
)
RIZKY = replace(
    BUDI,
    nik="3319990302170001",
    nama="RIZKY PRATAMA SANTOSO",
    tanggal_lahir=date(2017, 2, 3),
    status_perkawinan="BELUM KAWIN",
    shdk="ANAK",
)
AISYAH = replace(
    RIZKY,
    nik="3319995401200001",
    nama="AISYAH PUTRI SANTOSO",
    tanggal_lahir=date(2020, 1, 14),
)
KELUARGA = (BUDI, SITI, RIZKY, AISYAH)


def keluarga(*anggota: Orang, alamat: str = "Jl. Kenari 5") -> Keluarga:
    """A family of Bae."""
    return Keluarga(
        nomor_kk=NOMOR_KK,
        kepala=anggota[0].nama,
        alamat=alamat,
        rt="002",
        rw="005",
        kode_pos="59327",
        desa="BAE",
        kecamatan="BAE",
        kabupaten="CONTOH",
        provinsi="JAWA TENGAH",
        anggota=anggota,
    )


def baris(orang: Orang, hasil: HasilCari | None = HasilCari.ADA) -> dict[str, object]:
    """One row of a list, as the dialog leaves it."""
    isi: dict[str, object] = {"nama": orang.nama, "tanggal_lahir": orang.tanggal_lahir}
    if hasil is HasilCari.ADA:
        return isi | {"di_kk": hasil}
    return isi | {"di_kk": hasil, "nik": orang.nik, "shdk": "4"}


def tercatat(siapa: Siapa = Siapa.SEMUA, *, oleh: Orang = BUDI, **ganti: object) -> PindahKeluar:
    """What is filed for a family that the registry knows."""
    isi: dict[str, object] = {
        "nomor_kk": NOMOR_KK,
        "nama": oleh.nama,
        "tanggal_lahir": oleh.tanggal_lahir,
        "tercatat": HasilCari.ADA,
        "tujuan": TEMBALANG.kode,
        "alamat_tujuan": "Jl. Ngesrep 12",
        "rt_rw_tujuan": "004/002",
        "alasan": AlasanPindah.PEKERJAAN,
        "siapa": siapa,
        "kk_kepala": None if siapa is Siapa.ANGGOTA else KKKepala.TETAP,
        "kk_anggota": KKAnggota.BARU if siapa is Siapa.ANGGOTA else None,
        "ktp": FOTO,
    }
    return PindahKeluar.model_validate(isi | ganti)


def diketik(siapa: Siapa = Siapa.SEMUA, **ganti: object) -> PindahKeluar:
    """What is filed by the head of a family for which the registry does not answer."""
    isi: dict[str, Any] = {
        "tercatat": HasilCari.DIAM,
        "desa": BAE.kode,
        "sebagai": Sebagai.KEPALA,
        "kk": FOTO,
        "nik": BUDI.nik,
        "alamat": "Jl. Kenari 5",
        "rt_rw": "002/005",
    }
    return tercatat(siapa, **(isi | ganti))


def bahan(
    isian: PindahKeluar,
    *anggota: Orang,
    petugas: PindahPetugas | None = PETUGAS,
    alamat: str = "Jl. Kenari 5",
    tempat: Tempat | None = None,
    tanpa_catatan: bool = False,
) -> Bahan:
    """Everything that the page is made of."""
    penduduk = keluarga(*(anggota or KELUARGA), alamat=alamat)
    tujuan = (TEMBALANG, MERAUKE, *([tempat] if tempat else []))
    return Bahan(
        isian=isian,
        petugas=petugas,
        penduduk={} if tanpa_catatan else {"tercatat": penduduk},
        kantor=KANTOR,
        tanggal=HARI_INI,
        desa={satu.kode: satu for satu in (BAE, KRAPYAK, GONDANGMANIS)},
        wilayah={satu.kode: satu for satu in tujuan},
    )
