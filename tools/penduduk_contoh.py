"""Writes offices/contoh_penduduk.csv: the demo's people, all of them invented. Run by hand.

    python -m tools.penduduk_contoh

Who lives with whom stands in keluarga_contoh; a fixed seed fills in the rest. Numbers lie in
kecamatan 99, which no real kecamatan has (DOMAIN 8.1).
"""

import csv
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from core.penduduk.kolom import KOLOM
from tools.keluarga_contoh import DAFTAR, Keluarga, Orang

FOLDER = Path(__file__).parent.parent / "offices"
SEED = 3319
HARI_INI = date(2026, 11, 22)
WILAYAH = "331999"

GOLONGAN_DARAH = ("A", "B", "AB", "O", "TIDAK TAHU")
KOTA = ("KUDUS", "KUDUS", "KUDUS", "PATI", "JEPARA", "DEMAK", "SEMARANG")
AYAH = ("SUPARMAN", "KASTURI", "NGADIMIN", "SOEKARJO", "MUSTOFA", "SLAMET RIYADI", "WAGIMAN")
IBU = ("SULASTRI", "RUKMINI", "SITI KHOTIJAH", "WARSINI", "SRI RAHAYU", "MURSIDAH", "PARTINAH")
PEKERJAAN = ("KARYAWAN SWASTA", "WIRASWASTA", "PETANI/PEKEBUN", "BURUH HARIAN LEPAS", "PEDAGANG")


def main() -> None:
    """Write the file anew; the same seed writes the same bytes."""
    path = FOLDER / "contoh_penduduk.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, KOLOM, lineterminator="\n")
        rows.writeheader()
        rows.writerows(population())


def population() -> Iterator[dict[str, str]]:
    """Yield one row per person."""
    dice = random.Random(SEED)
    with (FOLDER / "wilayah" / "33.19.csv").open(encoding="utf-8", newline="") as file:
        villages = {row["kode"]: row for row in csv.DictReader(file)}
    serials: Counter[str] = Counter()
    for keluarga in DAFTAR:
        shared = family_columns(keluarga, villages[keluarga.desa], dice, serials)
        for orang in keluarga.anggota:
            yield shared | person_columns(orang, keluarga, dice, serials)


def family_columns(
    keluarga: Keluarga, desa: dict[str, str], dice: random.Random, serials: Counter[str]
) -> dict[str, str]:
    """Return what all members of a family share."""
    return {
        "nomor_kk": number(f"{WILAYAH}{digits(keluarga.dicatat)}", serials),
        "kepala": keluarga.anggota[0].nama,
        "alamat": keluarga.alamat,
        "rt": f"{dice.randint(1, 9):03}",
        "rw": f"{dice.randint(1, 6):03}",
        "kode_pos": desa["kode_pos"],
        "desa": desa["nama"].upper(),
        "kecamatan": desa["kecamatan"].upper(),
        "kabupaten": "KUDUS",
        "provinsi": "JAWA TENGAH",
    }


def person_columns(
    orang: Orang, keluarga: Keluarga, dice: random.Random, serials: Counter[str]
) -> dict[str, str]:
    """Return one person's own columns."""
    umur = age(orang.lahir)
    ayah, ibu = parents(orang, keluarga, dice)
    row = {
        "nik": nik(orang, serials),
        "nama": orang.nama,
        "jenis_kelamin": "LAKI-LAKI" if orang.kelamin == "L" else "PEREMPUAN",
        "tempat_lahir": dice.choice(KOTA) if umur > 20 else "KUDUS",
        "tanggal_lahir": orang.lahir,
        "agama": keluarga.agama,
        "pendidikan": schooling(umur, dice),
        "pekerjaan": work(orang, umur, dice),
        "golongan_darah": dice.choice(GOLONGAN_DARAH),
        "status_perkawinan": "BELUM KAWIN",
        "tanggal_perkawinan": "",
        "shdk": orang.shdk,
        "kewarganegaraan": "WNI",
        "paspor": "",
        "kitap": "",
        "ayah": ayah,
        "ibu": ibu,
    }
    if keluarga.kawin and orang.shdk in ("KEPALA KELUARGA", "ISTRI"):
        row |= {"status_perkawinan": "KAWIN TERCATAT", "tanggal_perkawinan": keluarga.kawin}
    return row | orang.lain


def parents(orang: Orang, keluarga: Keluarga, dice: random.Random) -> tuple[str, str]:
    """Return father and mother: the couple on the card for a child, invented names for others."""
    ayah, ibu = dice.choice(AYAH), dice.choice(IBU)
    head, *rest = keluarga.anggota
    if orang.shdk == "ANAK":
        wives = [other.nama for other in rest if other.shdk == "ISTRI"]
        ayah = head.nama if head.kelamin == "L" else ayah
        ibu = wives[0] if wives else head.nama
    if orang is head:
        ibu = next((other.nama for other in rest if other.shdk == "ORANG TUA"), ibu)
    return ayah, ibu


def nik(orang: Orang, serials: Counter[str]) -> str:
    """Return a NIK of kecamatan 99; a woman's day counts 40 more (DOMAIN 8.1)."""
    hari, bulan, tahun = orang.lahir.split("-")
    day = int(hari) + (40 if orang.kelamin == "P" else 0)
    return number(f"{WILAYAH}{day:02}{bulan}{tahun[2:]}", serials)


def number(prefix: str, serials: Counter[str]) -> str:
    """Return the next free number with these first twelve digits."""
    serials[prefix] += 1
    return f"{prefix}{serials[prefix]:04}"


def digits(tanggal: str) -> str:
    """Write a date as the six digits DDMMYY."""
    hari, bulan, tahun = tanggal.split("-")
    return f"{hari}{bulan}{tahun[2:]}"


def age(lahir: str) -> int:
    """Return the age in full years on the day that the demo was written."""
    hari, bulan, tahun = (int(part) for part in lahir.split("-"))
    return HARI_INI.year - tahun - ((HARI_INI.month, HARI_INI.day) < (bulan, hari))


def schooling(umur: int, dice: random.Random) -> str:
    """Return a plausible education (the list seen on existing cards, DOMAIN 6.5)."""
    for limit, text in (
        (7, "TIDAK/BELUM SEKOLAH"),
        (13, "BELUM TAMAT SD/SEDERAJAT"),
        (16, "TAMAT SD/SEDERAJAT"),
        (19, "SLTP/SEDERAJAT"),
    ):
        if umur < limit:
            return text
    return dice.choice(("TAMAT SD/SEDERAJAT", "SLTP/SEDERAJAT", "SLTA/SEDERAJAT"))


def work(orang: Orang, umur: int, dice: random.Random) -> str:
    """Return a plausible occupation (DOMAIN 6.6)."""
    if umur < 6:
        return "BELUM/TIDAK BEKERJA"
    if umur < 22:
        return "PELAJAR/MAHASISWA"
    if orang.shdk == "ISTRI":
        return "MENGURUS RUMAH TANGGA"
    return dice.choice(PEKERJAAN)


if __name__ == "__main__":
    main()
