"""The columns of the card's two tables: their titles, numbers and widths (DOMAIN.md 7.1)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from core.api import Orang

PADDING_MM = 0.6


class Penomoran(Enum):
    """Where the running number under the titles begins."""

    NAMA = "A"
    """At the name: (1) to (17), as printed cards are known to look."""
    NO = "B"
    """At the row number: (1) to (18), as in the one template that could be read."""


@dataclass(frozen=True)
class Kolom:
    """One column; ``golongan`` is the title that it shares with its neighbours."""

    judul: str
    lebar: float
    isi: Callable[[Orang], str]
    golongan: str = ""
    tengah: bool = False
    nomor: str = ""

    @property
    def lebar_isi(self) -> float:
        """Room for text, in millimetres; a little less than there is."""
        return (self.lebar - 2 * PADDING_MM) * 0.98 - 0.2


_BERTANGGAL = ("KAWIN", "CERAI HIDUP")


def tanggal(nilai: date | None) -> str:
    """Write a date as the tables do."""
    return nilai.strftime("%d-%m-%Y") if nilai else ""


def _tanggal_nikah(orang: Orang) -> str:
    """The date belongs to four of the six states only, not to the unmarried or widowed."""
    bertanggal = orang.status_perkawinan.upper().startswith(_BERTANGGAL)
    return tanggal(orang.tanggal_perkawinan) if bertanggal else ""


SATU = (
    Kolom("Nama Lengkap", 58, lambda orang: orang.nama),
    Kolom("NIK", 36, lambda orang: orang.nik, tengah=True),
    Kolom("Jenis Kelamin", 21, lambda orang: orang.jenis_kelamin, tengah=True),
    Kolom("Tempat Lahir", 27, lambda orang: orang.tempat_lahir),
    Kolom("Tanggal Lahir", 20, lambda orang: tanggal(orang.tanggal_lahir), tengah=True),
    Kolom("Agama", 17, lambda orang: orang.agama, tengah=True),
    Kolom("Pendidikan", 35, lambda orang: orang.pendidikan),
    Kolom("Jenis Pekerjaan", 38, lambda orang: orang.pekerjaan),
    Kolom("Golongan Darah", 18, lambda orang: orang.golongan_darah, tengah=True),
)

DUA = (
    Kolom("Status Perkawinan", 32, lambda orang: orang.status_perkawinan),
    Kolom(
        "Tanggal Perkawinan/ Perceraian",
        25,
        _tanggal_nikah,
        tengah=True,
    ),
    Kolom("Status Hubungan Dalam Keluarga", 30, lambda orang: orang.shdk),
    Kolom("Kewarganegaraan", 24, lambda orang: orang.kewarganegaraan, tengah=True),
    Kolom("No. Paspor", 25, lambda orang: orang.paspor, "Dokumen Imigrasi", tengah=True),
    Kolom("No. KITAP", 25, lambda orang: orang.kitap, "Dokumen Imigrasi", tengah=True),
    Kolom("Ayah", 55, lambda orang: orang.ayah, "Nama Orang Tua"),
    Kolom("Ibu", 54, lambda orang: orang.ibu, "Nama Orang Tua"),
)


def numbered(penomoran: Penomoran) -> tuple[tuple[Kolom, ...], tuple[Kolom, ...]]:
    """Give the columns of both tables their running numbers."""
    awal = 1 if penomoran is Penomoran.NAMA else 2
    lanjut = awal + len(SATU)
    return (
        tuple(replace(kolom, nomor=f"({n})") for n, kolom in enumerate(SATU, awal)),
        tuple(replace(kolom, nomor=f"({n})") for n, kolom in enumerate(DUA, lanjut)),
    )
