"""What is asked about the parents: a family card, a name and a birth date each.

Those are the proof that whoever reports knows the family (DESIGN.md 4); what the registry then
holds of the parents is not asked.
"""

from datetime import date
from typing import Annotated

from core.api import Cari, F, Formulir, HasilCari, Sifat, Tanya, age, date_in_words, jenis, kata
from plugins.akta.kode import OrangTua

BERAYAH = F.orang_tua.in_(OrangTua.NIKAH, OrangTua.SPTJM)
IBU_DIKETIK = F.ibu_tercatat != HasilCari.ADA
AYAH_DIKETIK = BERAYAH & (F.ayah_tercatat != HasilCari.ADA)
TERMUDA = 10
"""No younger parent is believed; whoever is young above that is remarked on to the officer."""


def parents_birth(lahir: date, hari_ini: date) -> str | None:
    """Refuse a birth date that no parent can have."""
    if age(lahir, hari_ini) >= TERMUDA:
        return None
    kalimat = "Tanggal {tanggal} terlalu dekat. Tulis tanggal lahir orang tua anak."
    return kata(kalimat, tanggal=date_in_words(lahir))


class IsianOrangTua(Formulir):
    """Who the parents are, and what the family can show of their marriage (DOMAIN.md 3.4)."""

    orang_tua: Annotated[
        OrangTua,
        Tanya(
            "Siapa yang dicatat sebagai orang tua anak di akta?",
            bantuan="Tanpa bukti nikah, ayah dapat dicatat bila di KK ayah dan ibu tertulis "
            "sebagai suami istri; Anda lalu menandatangani SPTJM F-2.04. Tanpa keduanya, hanya "
            "ibu yang dicatat. Anak yang orang tuanya tidak diketahui didaftarkan langsung di "
            "kantor, dengan berita acara dari kepolisian.",
            label="Orang tua di akta",
        ),
    ]
    nomor_kk: Annotated[jenis.NomorKK, Tanya("Berapa nomor Kartu Keluarga (KK) ibu?")]
    nama_ibu: Annotated[
        jenis.Nama,
        Tanya(
            "Siapa nama lengkap ibu?",
            contoh="SITI AMINAH",
            bantuan="Tulis nama ibu yang melahirkan, persis seperti di KK.",
            alias=("nama ibu", "ibu"),
            label="Nama ibu",
        ),
    ]
    lahir_ibu: Annotated[
        jenis.TanggalLahir,
        # A kind of its own: a remark on a NIK must not compare it with another person's date.
        Sifat("lahir_ibu", pada=parents_birth),
        Tanya(
            "Kapan tanggal lahir ibu?",
            contoh="21-04-1992",
            bantuan="Tulis tanggal, bulan, dan tahun lahir ibu seperti di KK.",
            alias=("tanggal lahir ibu", "tgl lahir ibu"),
            label="Tanggal lahir ibu",
        ),
    ]
    ibu_tercatat: Annotated[
        HasilCari | None,
        Cari("keluarga", nomor="nomor_kk", nama="nama_ibu", lahir="lahir_ibu"),
    ] = None
    nik_ibu: Annotated[
        jenis.NIK | None,
        Tanya(
            "Berapa NIK ibu?",
            contoh="3319996104920001",
            bantuan="Kami belum menemukan nama dan tanggal lahir ibu di KK itu. "
            "Tekan Kembali bila ada yang salah ketik.",
            bila=IBU_DIKETIK,
            alias=("nik ibu",),
            label="NIK ibu",
        ),
    ] = None
    tempat_lahir_ibu: Annotated[
        jenis.Baris | None,
        Tanya(
            "Di kabupaten atau kota mana ibu lahir?",
            contoh="Kudus",
            bila=IBU_DIKETIK,
            alias=("tempat lahir ibu",),
        ),
    ] = None
    nama_ayah: Annotated[
        jenis.Nama | None,
        Tanya(
            "Siapa nama lengkap ayah?",
            contoh="BUDI SANTOSO",
            bantuan="Tulis nama ayah persis seperti di KK.",
            bila=BERAYAH,
            alias=("nama ayah", "ayah"),
            label="Nama ayah",
        ),
    ] = None
    lahir_ayah: Annotated[
        jenis.TanggalLahir | None,
        Sifat("lahir_ayah", pada=parents_birth),
        Tanya(
            "Kapan tanggal lahir ayah?",
            contoh="17-08-1990",
            bantuan="Tulis tanggal, bulan, dan tahun lahir ayah seperti di KK.",
            bila=BERAYAH,
            alias=("tanggal lahir ayah", "tgl lahir ayah"),
            label="Tanggal lahir ayah",
        ),
    ] = None
    ayah_tercatat: Annotated[
        HasilCari | None,
        Cari("keluarga", nomor="nomor_kk", nama="nama_ayah", lahir="lahir_ayah", bila=BERAYAH),
    ] = None
    nik_ayah: Annotated[
        jenis.NIK | None,
        Tanya(
            "Berapa NIK ayah?",
            contoh="3319991708900001",
            bantuan="Kami belum menemukan nama dan tanggal lahir ayah di KK ibu. "
            "Tekan Kembali bila ada yang salah ketik.",
            bila=AYAH_DIKETIK,
            alias=("nik ayah",),
            label="NIK ayah",
        ),
    ] = None
    tempat_lahir_ayah: Annotated[
        jenis.Baris | None,
        Tanya(
            "Di kabupaten atau kota mana ayah lahir?",
            contoh="Jepara",
            bila=AYAH_DIKETIK,
            alias=("tempat lahir ayah",),
        ),
    ] = None
    kk: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto KK orang tua",
            bila=IBU_DIKETIK
            | ((F.orang_tua == OrangTua.SPTJM) & (F.ayah_tercatat != HasilCari.ADA)),
            label="KK orang tua",
        ),
    ] = None
    bukti_nikah: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto buku nikah atau kutipan akta perkawinan orang tua",
            bila=F.orang_tua == OrangTua.NIKAH,
            label="Bukti nikah",
        ),
    ] = None
