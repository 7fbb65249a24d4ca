"""Dates the way people write them: 17-8-1990, 17/08/1990, 17 Agustus 1990 (DOMAIN.md 9.3)."""

import re
from datetime import date

from core.api.checks.teks import clean
from core.api.formulir import tolak

TAHUN_AWAL = 1900
TAHUN_AKHIR = 2100
_CONTOH = "Contoh: 17-08-1990 atau 17 Agustus 1990."
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
# First letters as people write them, with the old spellings Pebruari and Nopember.
_AWALAN = {nama[:3].lower(): nomor for nomor, nama in enumerate(BULAN, 1)} | {
    "peb": 2, "agt": 8, "ags": 8, "nop": 11, "may": 5, "oct": 10, "dec": 12, "aug": 8,
}  # fmt: skip
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_RAPAT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_BIASA = re.compile(
    r"(?:[a-z']+,\s*)?([0-9]{1,2})[\s./-]*([a-z]+|(?<=[\s./-])[0-9]{1,2})[\s./-]*([0-9]+)",
    re.IGNORECASE,
)


def tanggal(nilai: object) -> date:
    """Take a date; what is stored (ISO) and a date itself come back unchanged."""
    if isinstance(nilai, date):
        return nilai
    teks = clean(nilai)
    if iso := _ISO.fullmatch(teks):
        return _exists(int(iso[1]), int(iso[2]), int(iso[3]))
    cocok = _RAPAT.fullmatch(teks) or _BIASA.fullmatch(teks)
    if cocok is None:
        tolak(f"Tanggal belum terbaca. Tulis tanggal, bulan, tahun. {_CONTOH}")
    hari, bulan, tahun = cocok[1], cocok[2], cocok[3]
    if len(tahun) != 4:
        tolak(f"Tulis tahun dengan empat angka; yang Anda kirim {len(tahun)} angka. {_CONTOH}")
    return _exists(int(tahun), _month(bulan), int(hari))


def not_future(nilai: date, hari_ini: date) -> str | None:
    """Refuse what has not happened yet."""
    if nilai <= hari_ini:
        return None
    return (
        f"Tanggal {date_in_words(nilai)} belum terjadi. Tulis tanggal yang sudah lewat. {_CONTOH}"
    )


def date_in_words(nilai: date) -> str:
    """Write a date the way people read it: 17 Agustus 1990."""
    return f"{nilai.day} {BULAN[nilai.month - 1]} {nilai.year}"


def _month(tulisan: str) -> int:
    if tulisan.isdigit():
        return int(tulisan)
    nomor = _AWALAN.get(tulisan[:3].lower())
    if nomor is None:
        tolak(f"Bulan “{tulisan[:20]}” tidak dikenal. {_CONTOH}")
    return nomor


def _exists(tahun: int, bulan: int, hari: int) -> date:
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        tolak(f"Tahun {tahun} di luar {TAHUN_AWAL} sampai {TAHUN_AKHIR}. {_CONTOH}")
    if not 1 <= bulan <= 12:
        tolak(f"Bulan hanya 1 sampai 12; yang Anda kirim {bulan}. {_CONTOH}")
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        tolak(f"{BULAN[bulan - 1]} {tahun} tidak punya tanggal {hari}. {_CONTOH}")
