"""The page of an SKPWNI: origin, destination, and those who move (DOMAIN.md 7.7)."""

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel

from core.api import Bahan, Pilihan, Tempat, date_in_words, tolak
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.klasifikasi import Klasifikasi, klasifikasi
from plugins.pindah.kode import AlasanPindah
from plugins.pindah.petugas import PindahPetugas
from plugins.pindah.rombongan import Berpindah, Rombongan, party


class Baris(BaseModel):
    """A line of the letter: its number on the form, its label, what stands there."""

    nomor: str
    label: str
    isi: str


class Pindah(BaseModel):
    """A line of the list of those who move."""

    nomor: int
    nik: str
    nama: str
    shdk: str


class HalamanSKPWNI(BaseModel):
    """Everything that the template prints."""

    dinas: str
    wilayah: tuple[Baris, ...]
    antar: str
    nomor: str
    asal: tuple[Baris, ...]
    kepindahan: tuple[Baris, ...]
    pindah: tuple[Pindah, ...]
    berlaku: str
    tempat_tanggal: str
    pemohon: str
    jabatan: str
    kepala_dinas: str
    nip: str


def halaman_skpwni(bahan: Bahan) -> HalamanSKPWNI:
    """Make the page from the answers; refuses a move that needs no such letter."""
    isian, petugas = bahan.read(PindahKeluar), bahan.read(PindahPetugas)
    rombongan = party(bahan, isian)
    tujuan = bahan.tempat(isian.tujuan_akhir)
    jauh = klasifikasi(rombongan.kode_desa, tujuan.kode)
    if not jauh.keluar:
        tolak(
            "Pindah ini {jauh}, jadi tanpa SKPWNI: cukup KK (Perpres 96/2018 Pasal 25). "
            "Tolak permohonan ini dan arahkan pemohon ke perubahan KK.",
            jauh=jauh.label,
        )
    kantor = bahan.kantor
    terbit = petugas.tanggal_terbit or bahan.tanggal
    return HalamanSKPWNI(
        dinas=_capitals(kantor.nama_dinas),
        wilayah=_heading(bahan, rombongan),
        antar=_capitals(jauh.label),
        nomor=petugas.nomor_skpwni,
        asal=_origin(bahan, isian, rombongan),
        kepindahan=_move(isian, rombongan, tujuan, jauh),
        pindah=_people(rombongan.pindah),
        berlaku=_until(petugas.berlaku_sampai),
        tempat_tanggal=f"{kantor.tempat}, {date_in_words(terbit)}",
        pemohon=_capitals(rombongan.nama_pemohon),
        jabatan=_capitals(f"Kepala {kantor.nama_dinas}"),
        kepala_dinas=kantor.kepala_nama,
        nip=kantor.kepala_nip,
    )


def _heading(bahan: Bahan, rombongan: Rombongan) -> tuple[Baris, ...]:
    """Name the areas of the origin with their codes, as the national forms do."""
    kode = rombongan.kode_desa
    provinsi, kabupaten, kecamatan, desa = kode.split(".")
    asal = bahan.desa.get(kode)
    if asal is None:
        tolak("Desa asal di permohonan ini tidak ada lagi di daftar kantor.")
    return (
        _line(provinsi, "Provinsi", bahan.kantor.provinsi),
        _line(kabupaten, "Kabupaten/Kota", bahan.kantor.kabupaten),
        _line(kecamatan, "Kecamatan", asal.kecamatan),
        _line(desa, "Desa/Kelurahan", asal.nama),
    )


def _origin(bahan: Bahan, isian: PindahKeluar, rombongan: Rombongan) -> tuple[Baris, ...]:
    asal = bahan.desa[rombongan.kode_desa]
    return (
        _line("1.", "Nomor Kartu Keluarga", isian.nomor_kk),
        _line("2.", "Nama Kepala Keluarga", rombongan.kepala),
        *_address(rombongan.alamat, rombongan.rt_rw, 3, "Alamat"),
        _line("a.", "Desa/Kelurahan", asal.nama),
        _line("b.", "Kecamatan", asal.kecamatan),
        _line("c.", "Kabupaten/Kota", bahan.kantor.kabupaten),
        _line("d.", "Provinsi", bahan.kantor.provinsi),
        _line("", "Kode Pos", asal.kode_pos),
        _line("4.", "NIK Pemohon", rombongan.nik_pemohon),
        _line("", "Nama Pemohon", rombongan.nama_pemohon),
    )


def _move(
    isian: PindahKeluar, rombongan: Rombongan, tujuan: Tempat, jauh: Klasifikasi
) -> tuple[Baris, ...]:
    return (
        _line("1.", "Alasan Pindah", _reason(isian)),
        *_address(isian.alamat_tujuan, isian.rt_rw_tujuan, 2, "Alamat Tujuan Pindah"),
        _line("a.", "Desa/Kelurahan", tujuan.desa),
        _line("b.", "Kecamatan", tujuan.kecamatan),
        _line("c.", "Kabupaten/Kota", tujuan.kabupaten_kota),
        _line("d.", "Provinsi", tujuan.provinsi),
        _line("", "Kode Pos", isian.kode_pos_tujuan or tujuan.kode_pos),
        _line("3.", "Klasifikasi Pindah", f"{jauh.value}. {jauh.label}"),
        _line("4.", "Jenis Kepindahan", _box(rombongan.jenis)),
        _line("5.", "Status KK bagi yang Tidak Pindah", _box(isian.status_tinggal)),
        _line("6.", "Status KK bagi yang Pindah", _box(isian.status_pindah)),
    )


def _address(alamat: str, rt_rw: str, nomor: int, label: str) -> tuple[Baris, Baris]:
    rt, _, rw = rt_rw.partition("/")
    return _line(f"{nomor}.", label, alamat), _line("", "RT / RW", f"{rt} / {rw}")


def _reason(isian: PindahKeluar) -> str:
    teks = _box(isian.alasan)
    lain = isian.alasan is AlasanPindah.LAINNYA and isian.alasan_lain
    return f"{teks} ({lain})" if lain else teks


def _people(pindah: Sequence[Berpindah]) -> tuple[Pindah, ...]:
    return tuple(
        Pindah(nomor=n, nik=satu.nik, nama=_capitals(satu.nama), shdk=_capitals(satu.shdk))
        for n, satu in enumerate(pindah, 1)
    )


def _until(hari: date | None) -> str:
    return f"Surat keterangan ini berlaku sampai {date_in_words(hari)}." if hari else ""


def _box(pilihan: Pilihan | None) -> str:
    """Write a box of the form with its number."""
    return f"{pilihan.value}. {pilihan.label}" if pilihan is not None else ""


def _line(nomor: str, label: str, isi: str) -> Baris:
    return Baris(nomor=nomor, label=label, isi=_capitals(isi) or "-")


def _capitals(teks: str) -> str:
    return " ".join(teks.upper().split())
