"""Writes dates and times the Indonesian way, in the office's own zone. Reads no clock."""

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from core.bahasa import kata

# The names that law and people use; a profile must name its representative town of the zone.
Zona = Literal["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"]

SINGKATAN: dict[Zona, str] = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


def to_zone(waktu: datetime, zona: Zona) -> datetime:
    """Move an aware moment to the office's zone; a naive one is a mistake of the caller."""
    if waktu.tzinfo is None:
        raise ValueError("a moment without a zone cannot be shown to anybody")
    return waktu.astimezone(ZoneInfo(zona))


def kalimat_tanggal(tanggal: date) -> str:
    """Write "22 November 2026"."""
    return f"{tanggal.day} {kata(BULAN[tanggal.month - 1])} {tanggal.year}"


def kalimat_waktu(waktu: datetime, zona: Zona) -> str:
    """Write "22 November 2026 pukul 13.04 WIB"."""
    local = to_zone(waktu, zona)
    hari, jam = kalimat_tanggal(local.date()), f"{local:%H.%M}"
    return kata("{tanggal} pukul {jam} {zona}", tanggal=hari, jam=jam, zona=SINGKATAN[zona])
