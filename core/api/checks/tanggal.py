"""Dates the way people write them: 17-8-1990, 17/08/1990, 17 Agustus 1990 (DOMAIN.md 9.3)."""

import re
from datetime import date

from core.api.checks.teks import clean
from core.api.formulir import tolak
from core.bahasa import kata

TAHUN_AWAL = 1900
TAHUN_AKHIR = 2100
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
        tolak(
            "Tanggal belum terbaca. Tulis tanggal, bulan, tahun. "
            "Contoh: 17-08-1990 atau 17 Agustus 1990."
        )
    hari, bulan, tahun = cocok[1], cocok[2], cocok[3]
    if len(tahun) != 4:
        tolak(
            "Tulis tahun dengan empat angka; yang Anda kirim {banyak} angka. "
            "Contoh: 17-08-1990 atau 17 Agustus 1990.",
            banyak=len(tahun),
        )
    return _exists(int(tahun), _month(bulan), int(hari))


def not_future(nilai: date, hari_ini: date) -> str | None:
    """Refuse what has not happened yet."""
    if nilai <= hari_ini:
        return None
    return kata(
        "Tanggal {tanggal} belum terjadi. Tulis tanggal yang sudah lewat. "
        "Contoh: 17-08-1990 atau 17 Agustus 1990.",
        tanggal=date_in_words(nilai),
    )


def date_in_words(nilai: date) -> str:
    """Write a date the way people read it: 17 Agustus 1990."""
    return f"{nilai.day} {kata(BULAN[nilai.month - 1])} {nilai.year}"


def _month(tulisan: str) -> int:
    if tulisan.isdigit():
        return int(tulisan)
    nomor = _AWALAN.get(tulisan[:3].lower())
    if nomor is None:
        tolak(
            "Bulan “{bulan}” tidak dikenal. Contoh: 17-08-1990 atau 17 Agustus 1990.",
            bulan=tulisan[:20],
        )
    return nomor


def _exists(tahun: int, bulan: int, hari: int) -> date:
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        tolak(
            "Tahun {tahun} di luar {awal} sampai {akhir}. "
            "Contoh: 17-08-1990 atau 17 Agustus 1990.",
            tahun=tahun,
            awal=TAHUN_AWAL,
            akhir=TAHUN_AKHIR,
        )
    if not 1 <= bulan <= 12:
        tolak(
            "Bulan hanya 1 sampai 12; yang Anda kirim {bulan}. "
            "Contoh: 17-08-1990 atau 17 Agustus 1990.",
            bulan=bulan,
        )
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        tolak(
            "{bulan} {tahun} tidak punya tanggal {hari}. Contoh: 17-08-1990 atau 17 Agustus 1990.",
            bulan=kata(BULAN[bulan - 1]),
            tahun=tahun,
            hari=hari,
        )
