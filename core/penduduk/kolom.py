"""The columns of a population CSV and what each may hold. A refusal never quotes a value."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

Cek = Callable[[str], str | None]

KELUARGA = (
    "nomor_kk",
    "kepala",
    "alamat",
    "rt",
    "rw",
    "kode_pos",
    "desa",
    "kecamatan",
    "kabupaten",
    "provinsi",
)
ORANG = (
    "nik",
    "nama",
    "jenis_kelamin",
    "tempat_lahir",
    "tanggal_lahir",
    "agama",
    "pendidikan",
    "pekerjaan",
    "golongan_darah",
    "status_perkawinan",
    "tanggal_perkawinan",
    "shdk",
    "kewarganegaraan",
    "paspor",
    "kitap",
    "ayah",
    "ibu",
)
KOLOM = (*KELUARGA, *ORANG)
KEPALA_KELUARGA = "KEPALA KELUARGA"

_LONGEST = 200
_TANGGAL = re.compile(r"(\d{2})-(\d{2})-(\d{4})", re.ASCII)
_BOLEH_KOSONG = frozenset(
    {"kode_pos", "golongan_darah", "tanggal_perkawinan", "paspor", "kitap", "ayah", "ibu"}
)


def read_date(value: str) -> date | None:
    """Read a date as KK tables write it, day-month-year; None if it is no such date."""
    found = _TANGGAL.fullmatch(value)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def fault_of(kolom: str, value: str) -> str | None:
    """Say why a cell cannot be used, or None when it can."""
    if not value:
        return None if kolom in _BOLEH_KOSONG else "masih kosong"
    if len(value) > _LONGEST:
        return f"lebih panjang dari {_LONGEST} huruf"
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in value):
        return "memuat tanda yang tidak dapat dicetak"
    check = _CEK.get(kolom)
    return check(value) if check else None


def _digits(count: int) -> Cek:
    def check(value: str) -> str | None:
        fits = len(value) == count and value.isascii() and value.isdigit()
        return None if fits else f"harus {count} angka"

    return check


def _one_of(*values: str) -> Cek:
    return lambda value: None if value in values else f"harus {' atau '.join(values)}"


def _date(value: str) -> str | None:
    return None if read_date(value) else "harus tanggal-bulan-tahun, misalnya 17-08-1990"


_CEK: Mapping[str, Cek] = {
    "nomor_kk": _digits(16),
    "nik": _digits(16),
    "rt": _digits(3),
    "rw": _digits(3),
    "kode_pos": _digits(5),
    "jenis_kelamin": _one_of("LAKI-LAKI", "PEREMPUAN"),
    "tanggal_lahir": _date,
    "tanggal_perkawinan": _date,
}
