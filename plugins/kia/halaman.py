"""The data sheet of a child's card: what the office types into its card printer (DOMAIN.md 7.9).

The card itself is drawn small, so that the print can be compared with it; the sheet is never
handed out.
"""

from datetime import date

from pydantic import BaseModel

from core.api import Bahan, KepalaSurat, tolak
from plugins.kia.anak import Biodata, child
from plugins.kia.isian import Isian, KIABaru, KIAGanti
from plugins.kia.umur import background, outdated, valid_until

_TANPA_FOTO = "KIA TANPA FOTO (di bawah 5 tahun)"
_BERFOTO = "KIA BERFOTO (5 tahun sampai sebelum 17 tahun)"
_UKURAN = ((30, "besar"), (60, "sedang"))
"""Longest text of a class, in signs; what is longer is small and wraps."""


class Baris(BaseModel):
    """A label and its value, with the class of its size."""

    label: str
    isi: str
    kelas: str


class HalamanKIA(BaseModel):
    """Everything that the template prints."""

    berfoto: bool
    macam: str
    latar: str
    provinsi: str
    dinas: str
    nik: str
    depan: tuple[Baris, ...]
    belakang: tuple[Baris, ...]
    data: tuple[Baris, ...]
    terbit: str
    jabatan: str
    kepala_dinas: str
    nip: str


def data_sheet(bahan: Bahan) -> HalamanKIA:
    """Make the sheet from the answers; refuses a kind of card that the child has outgrown."""
    isian = _filed(bahan)
    anak = child(bahan, isian)
    return childs_card(anak, bahan.kantor, bahan.tanggal, berfoto=isian.pas_foto is not None)


def childs_card(anak: Biodata, kantor: KepalaSurat, tanggal: date, *, berfoto: bool) -> HalamanKIA:
    """Make the sheet of a child; refuses a kind of card that they have outgrown on that day."""
    if lewat := outdated(anak.tanggal_lahir, tanggal, berfoto=berfoto):
        tolak(lewat)
    hingga = _line("Berlaku Hingga", _day(valid_until(anak.tanggal_lahir, berfoto=berfoto)))
    depan, belakang = (*_front(anak), hingga), _back(anak)
    nik = _line("NIK", anak.nik)
    return HalamanKIA(
        berfoto=berfoto,
        macam=_BERFOTO if berfoto else _TANPA_FOTO,
        latar=background(anak.tanggal_lahir) if berfoto else "",
        provinsi=_capitals(f"Provinsi {kantor.provinsi}"),
        dinas=_capitals(kantor.nama_dinas),
        nik=anak.nik,
        depan=depan,
        belakang=belakang,
        data=(nik, *depan, *belakang, *_issue(kantor, tanggal)),
        terbit=f"{kantor.tempat}, {_day(tanggal)}",
        jabatan=_capitals(f"Kepala {kantor.nama_dinas}"),
        kepala_dinas=kantor.kepala_nama,
        nip=kantor.kepala_nip,
    )


def _filed(bahan: Bahan) -> Isian:
    isian = bahan.isian
    if isinstance(isian, KIABaru | KIAGanti):
        return isian
    raise TypeError("this case was not filed for a child's card")


def _front(anak: Biodata) -> tuple[Baris, ...]:
    lahir = f"{anak.tempat_lahir}, {_day(anak.tanggal_lahir)}"
    return (
        _line("Nama", anak.nama),
        _line("Tempat/Tgl Lahir", lahir),
        _line("Jenis Kelamin", anak.jenis_kelamin),
        _line("Gol. Darah", anak.golongan_darah),
        _line("Agama", anak.agama),
        _line("Kewarganegaraan", anak.kewarganegaraan),
    )


def _back(anak: Biodata) -> tuple[Baris, ...]:
    return (
        _line("No. KK", anak.nomor_kk),
        _line("Kepala Keluarga", anak.kepala_keluarga),
        _line("No. Akta Kelahiran", anak.nomor_akta),
        _line("Alamat", anak.alamat),
        _line("RT/RW", anak.rt_rw),
        _line("Desa/Kelurahan", anak.desa),
        _line("Kecamatan", anak.kecamatan),
    )


def _issue(kantor: KepalaSurat, tanggal: date) -> tuple[Baris, ...]:
    return (_line("Tempat/Tgl Terbit", f"{kantor.tempat}, {_day(tanggal)}"),)


def _line(label: str, isi: str) -> Baris:
    teks = _capitals(isi) or "-"
    kelas = next((kelas for batas, kelas in _UKURAN if len(teks) <= batas), "kecil")
    return Baris(label=label, isi=teks, kelas=kelas)


def _capitals(teks: str) -> str:
    """Write data the way the card does."""
    return " ".join(teks.upper().split())


def _day(tanggal: date) -> str:
    return f"{tanggal:%d-%m-%Y}"
