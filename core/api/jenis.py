"""Ready types: each brings its question, example, help, check, sentences, aliases and privacy.

A plugin writes `nomor_kk: jenis.NomorKK` and is done, or changes the words only:
`nik: Annotated[jenis.NIK, Tanya("Berapa NIK kepala keluarga?")]`.
"""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from core.api.checks import alamat, catatan, email, nama, nomor, tanggal, teks, wilayah
from core.api.formulir import Unggahan
from core.api.pilihan import Pilihan
from core.api.sifat import Sifat, Terima
from core.api.tanya import Tanya

_GAMBAR = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif")
_PDF = "application/pdf"

BANTUAN_FOTO = "Foto seluruh lembar dari atas, terang, tidak buram, semua tulisan terbaca."
"""The help of a photo of a paper, which the picture of a good photo tells as well."""


class Kelamin(Pilihan):
    """Sex as the registry records it (DOMAIN.md 6.7)."""

    LAKI_LAKI = "laki-laki", "LAKI-LAKI"
    PEREMPUAN = "perempuan", "PEREMPUAN"


NIK = Annotated[
    str,
    BeforeValidator(nomor.nik),
    Sifat("nik", teliti=catatan.nik),
    Tanya(
        "Berapa NIK Anda?",
        contoh="3319991708900001",
        bantuan="NIK adalah 16 angka yang tertulis paling atas di KTP-el; di KK ada di kolom NIK.",
        alias=("nik", "no nik", "nomor nik", "no ktp", "nomor ktp"),
        pribadi=True,
    ),
]

NomorKK = Annotated[
    str,
    BeforeValidator(nomor.nomor_kk),
    Sifat("nomor_kk", teliti=catatan.nomor_kk),
    Tanya(
        "Berapa nomor Kartu Keluarga (KK)?",
        contoh="3319990108160001",
        bantuan="Nomor KK adalah 16 angka yang tertulis paling atas di Kartu Keluarga.",
        alias=("no kk", "nomor kk", "kk", "nokk", "nomor kartu keluarga", "no kartu keluarga"),
        pribadi=True,
    ),
]

Nama = Annotated[
    str,
    BeforeValidator(nama.nama),
    Sifat("nama", teliti=nama.remarks),
    Tanya(
        "Siapa nama lengkap Anda?",
        contoh="BUDI SANTOSO",
        bantuan="Tulis nama persis seperti di KTP-el atau KK, tanpa gelar.",
        alias=("nama", "nama lengkap"),
    ),
]

TanggalLahir = Annotated[
    date,
    BeforeValidator(tanggal.tanggal),
    Sifat("tanggal_lahir", pada=tanggal.not_future),
    Tanya(
        "Kapan tanggal lahir Anda?",
        contoh="17-08-1990",
        bantuan="Tulis tanggal, bulan, dan tahun lahir seperti di KTP-el atau KK.",
        alias=("tanggal lahir", "tgl lahir", "tgl lhr", "lahir"),
    ),
]

Tanggal = Annotated[
    date,
    BeforeValidator(tanggal.tanggal),
    Sifat("tanggal"),
    Tanya(
        "Tanggal berapa?",
        contoh="17-08-2024",
        bantuan="Tulis tanggal, bulan, dan tahun.",
        alias=("tanggal", "tgl"),
    ),
]

JenisKelamin = Annotated[
    Kelamin,
    Sifat("jenis_kelamin"),
    Tanya("Apa jenis kelaminnya?", alias=("jenis kelamin", "kelamin", "jk", "l/p")),
]

Jalan = Annotated[
    str,
    BeforeValidator(alamat.jalan),
    Sifat("jalan"),
    Tanya(
        "Apa alamatnya: nama jalan, dukuh, atau perumahan, dan nomornya?",
        contoh="Jl. Kenari 5",
        bantuan="Boleh langsung lengkap: Jl. Kenari 5 RT 02 RW 03 Desa Bae.",
        alias=("alamat", "jalan", "alamat lengkap"),
    ),
]

RtRw = Annotated[
    str,
    BeforeValidator(alamat.rt_rw),
    Sifat("rt_rw", petik=alamat.pick_rt_rw),
    Tanya(
        "RT dan RW berapa?",
        contoh="002/005",
        bantuan="RT dan RW tertulis di KTP-el dan KK. Tulis RT dahulu, lalu RW.",
        alias=("rt/rw", "rt rw", "rtrw"),
        label="RT/RW",
    ),
]

Desa = Annotated[
    str,
    BeforeValidator(alamat.kode_desa),
    Sifat("desa", petik=alamat.pick_desa, opsi="desa"),
    Tanya(
        "Apa nama desa atau kelurahannya?",
        contoh="Bae",
        bantuan="Ketik sebagian namanya, lalu pilih dari daftar.",
        alias=("desa", "kelurahan", "desa/kelurahan", "kel/desa"),
        label="Desa/kelurahan",
    ),
]

DesaNasional = Annotated[
    str,
    BeforeValidator(wilayah.desa),
    Sifat("desa_nasional", petik=wilayah.pick_desa, opsi="desa_nasional"),
    Tanya(
        "Di desa atau kelurahan mana?",
        contoh="Bae, Kudus",
        bantuan="Ketik sebagian nama desa atau kelurahan. Bila namanya banyak, tambahkan nama "
        "kecamatan atau kabupatennya, lalu pilih dari daftar.",
        alias=("desa", "kelurahan", "desa/kelurahan", "kel/desa"),
    ),
]

KabupatenNasional = Annotated[
    str,
    BeforeValidator(wilayah.kabupaten),
    Sifat("kabupaten_nasional", opsi="kabupaten_nasional"),
    Tanya(
        "Di kabupaten atau kota mana?",
        contoh="Kudus",
        bantuan="Ketik sebagian nama kabupaten atau kota, lalu pilih dari daftar.",
    ),
]

Email = Annotated[
    str,
    BeforeValidator(email.email),
    Sifat("email", usul=email.suggest),
    Tanya(
        "Apa alamat e-mail Anda?",
        contoh="budi@gmail.com",
        bantuan="Dokumen dikirim ke alamat ini. Pakai alamat yang dapat Anda buka sendiri.",
        alias=("email", "e-mail", "surel", "alamat email"),
        label="E-mail",
    ),
]

Telepon = Annotated[
    str,
    BeforeValidator(nomor.telepon),
    Sifat("telepon"),
    Tanya(
        "Berapa nomor telepon Anda?",
        contoh="081234567890",
        bantuan="Petugas menelepon hanya bila ada yang perlu ditanyakan.",
        alias=("telepon", "no hp", "nomor hp", "hp", "telp", "no telp", "wa", "nomor telepon"),
        pribadi=True,
    ),
]

Baris = Annotated[
    str,
    BeforeValidator(teks.line),
    Sifat("baris"),
    Tanya("Apa jawaban Anda?", contoh="satu baris teks"),
]

Foto = Annotated[
    Unggahan,
    Terima((*_GAMBAR, _PDF)),
    Sifat("foto"),
    Tanya(
        "Kirim fotonya.",
        bantuan=BANTUAN_FOTO,
    ),
]

PasFoto = Annotated[
    Unggahan,
    Terima(_GAMBAR, kertas=False),
    Sifat("pas_foto"),
    Tanya("Kirim pas fotonya.", bantuan="Kirim satu foto yang terang dan tidak buram."),
]

Berkas = Annotated[
    Unggahan,
    Terima((_PDF, *_GAMBAR)),
    Sifat("berkas"),
    Tanya("Kirim berkasnya.", bantuan="Kirim PDF, atau foto seluruh lembar yang jelas terbaca."),
]
