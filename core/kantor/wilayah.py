"""Reads an office's list of villages. A row that is not right refuses the whole list."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.api import Desa
from core.kantor.salah import PengaturanSalah

KOLOM = ["kode", "nama", "kecamatan", "kode_pos"]

# Permendagri 58/2021: two digits each for province, kabupaten and kecamatan, four for the village,
# whose first is 1 kelurahan, 2 desa, 3 desa adat.
_KODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.[123]\d{3}", re.ASCII)
_KODE_POS = re.compile(r"(\d{5})?", re.ASCII)


def read_villages(path: Path, *, wilayah: str) -> tuple[Desa, ...]:
    """Read the villages of one kabupaten or kota; raise PengaturanSalah naming line and column."""
    rows = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        if next(rows, []) != KOLOM:
            raise PengaturanSalah(f"{path.name} baris 1: judul kolom harus {','.join(KOLOM)}.")
        numbered = ((rows.line_num, row) for row in rows)
        daftar = tuple(_villages(numbered, path.name, wilayah))
    except csv.Error as cause:
        place = f"{path.name} baris {rows.line_num}"
        raise PengaturanSalah(f"{place}: bukan CSV yang utuh.") from cause
    if not daftar:
        raise PengaturanSalah(f"{path.name}: tidak ada satu desa pun di dalamnya.")
    return daftar


def read_text(path: Path) -> str:
    """Read a file of the office as UTF-8; raise PengaturanSalah naming it when that fails."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as cause:
        raise PengaturanSalah(f"{path.name}: harus disimpan sebagai teks UTF-8.") from cause
    except OSError as cause:
        raise PengaturanSalah(f"{path.name}: berkas tidak ada atau tidak dapat dibaca.") from cause


def _villages(rows: Iterable[tuple[int, list[str]]], berkas: str, wilayah: str) -> Iterator[Desa]:
    seen: set[str] = set()
    for line, row in rows:
        place = f"{berkas} baris {line}"
        if len(row) != len(KOLOM):
            raise PengaturanSalah(f"{place}: harus berisi {len(KOLOM)} kolom.")
        kode, nama, kecamatan, kode_pos = (value.strip() for value in row)
        if not _KODE.fullmatch(kode) or not kode.startswith(f"{wilayah}."):
            raise PengaturanSalah(f"{place} kolom kode: bukan kode desa di wilayah {wilayah}.")
        if kode in seen:
            raise PengaturanSalah(f"{place} kolom kode: kode ini sudah dipakai di baris lain.")
        if not (nama and kecamatan):
            kolom = "kecamatan" if nama else "nama"
            raise PengaturanSalah(f"{place} kolom {kolom}: masih kosong.")
        if not _KODE_POS.fullmatch(kode_pos):
            raise PengaturanSalah(f"{place} kolom kode_pos: harus 5 angka atau kosong.")
        seen.add(kode)
        yield Desa(kode=kode, nama=nama, kecamatan=kecamatan, kode_pos=kode_pos)
