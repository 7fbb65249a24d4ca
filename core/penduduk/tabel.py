"""A registry out of a CSV file: one row per person, the family's columns repeated in each row.

Read once, whole, at the start. One bad cell refuses the file, with a sentence naming its line.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.api import Keluarga, Orang
from core.penduduk.kolom import KELUARGA, KEPALA_KELUARGA, KOLOM, fault_of, read_date
from core.penduduk.port import JawabanKeluarga, JawabanOrang, TidakAda


class DataPendudukSalah(ValueError):
    """The file cannot be used; the text is one sentence naming file, line and column."""


class PendudukCsv:
    """Answers from a file that the office exports; it is as old as that file."""

    def __init__(self, path: Path) -> None:
        families = _families(_read(path), path.name)
        self._keluarga = {keluarga.nomor_kk: keluarga for keluarga in families}
        self._orang = {orang.nik: orang for keluarga in families for orang in keluarga.anggota}

    def __len__(self) -> int:
        """Return how many persons the file holds."""
        return len(self._orang)

    async def keluarga(self, nomor_kk: str) -> JawabanKeluarga:
        """Return the family of a No. KK."""
        return self._keluarga.get(nomor_kk, TidakAda())

    async def orang(self, nik: str) -> JawabanOrang:
        """Return the person of a NIK."""
        return self._orang.get(nik, TidakAda())


@dataclass(frozen=True)
class _Baris:
    """A row that passed its own checks, and where it stands."""

    line: int
    sel: Mapping[str, str]

    def family(self) -> tuple[str, ...]:
        return tuple(self.sel[kolom] for kolom in KELUARGA)


def _read(path: Path) -> Sequence[_Baris]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as cause:
        raise DataPendudukSalah(f"{path.name}: harus disimpan sebagai teks UTF-8.") from cause
    except OSError as cause:
        raise DataPendudukSalah(f"{path.name}: tidak ada atau tidak dapat dibaca.") from cause
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        judul = [kolom.strip() for kolom in next(rows, [])]
        _check_header(judul, path.name)
        return [_row(judul, row, path.name, rows.line_num) for row in rows if row]
    except csv.Error as cause:
        place = f"{path.name} baris {rows.line_num}"
        raise DataPendudukSalah(f"{place}: bukan CSV yang utuh.") from cause


def _check_header(judul: Sequence[str], berkas: str) -> None:
    place = f"{berkas} baris 1"
    for kolom in KOLOM:
        if kolom not in judul:
            raise DataPendudukSalah(f"{place}: kolom {kolom} tidak ada (pemisahnya koma).")
    if len(judul) != len(KOLOM):
        raise DataPendudukSalah(f"{place}: ada kolom yang tidak dikenal atau ditulis dua kali.")


def _row(judul: Sequence[str], row: Sequence[str], berkas: str, line: int) -> _Baris:
    if len(row) != len(judul):
        raise DataPendudukSalah(f"{berkas} baris {line}: harus berisi {len(judul)} kolom.")
    sel = {kolom: value.strip() for kolom, value in zip(judul, row, strict=True)}
    for kolom in KOLOM:
        if (fault := fault_of(kolom, sel[kolom])) is not None:
            raise DataPendudukSalah(f"{berkas} baris {line} kolom {kolom}: {fault}.")
    return _Baris(line, sel)


def _families(rows: Sequence[_Baris], berkas: str) -> list[Keluarga]:
    """Gather rows into families, in the order of the file."""
    groups: dict[str, list[_Baris]] = {}
    seen: set[str] = set()
    for row in rows:
        if row.sel["nik"] in seen:
            raise DataPendudukSalah(f"{berkas} baris {row.line} kolom nik: NIK ini ada dua kali.")
        seen.add(row.sel["nik"])
        groups.setdefault(row.sel["nomor_kk"], []).append(row)
    return [_family(group, berkas) for group in groups.values()]


def _family(group: Sequence[_Baris], berkas: str) -> Keluarga:
    first = group[0]
    for row in group:
        for kolom, mine, theirs in zip(KELUARGA, row.family(), first.family(), strict=True):
            if mine != theirs:
                raise DataPendudukSalah(
                    f"{berkas} baris {row.line} kolom {kolom}: berbeda dari baris {first.line},"
                    " padahal satu nomor KK."
                )
    heads = [row for row in group if row.sel["shdk"] == KEPALA_KELUARGA]
    if len(heads) != 1:
        place = f"{berkas} baris {group[-1].line} kolom shdk"
        raise DataPendudukSalah(f"{place}: satu KK harus punya tepat satu {KEPALA_KELUARGA}.")
    if heads[0].sel["nama"] != first.sel["kepala"]:
        place = f"{berkas} baris {heads[0].line} kolom kepala"
        raise DataPendudukSalah(f"{place}: bukan nama {KEPALA_KELUARGA} di KK itu.")
    # The head is row 1 of every KK (DOMAIN 6.4).
    members = sorted(group, key=lambda row: row.sel["shdk"] != KEPALA_KELUARGA)
    return Keluarga(
        **{kolom: first.sel[kolom] for kolom in KELUARGA},
        anggota=tuple(_person(row, berkas) for row in members),
    )


def _person(row: _Baris, berkas: str) -> Orang:
    sel = row.sel
    lahir = read_date(sel["tanggal_lahir"])
    if lahir is None:
        raise DataPendudukSalah(f"{berkas} baris {row.line} kolom tanggal_lahir: masih kosong.")
    return Orang(
        nik=sel["nik"],
        nama=sel["nama"],
        jenis_kelamin=sel["jenis_kelamin"],
        tempat_lahir=sel["tempat_lahir"],
        tanggal_lahir=lahir,
        agama=sel["agama"],
        pendidikan=sel["pendidikan"],
        pekerjaan=sel["pekerjaan"],
        golongan_darah=sel["golongan_darah"],
        status_perkawinan=sel["status_perkawinan"],
        tanggal_perkawinan=read_date(sel["tanggal_perkawinan"]),
        shdk=sel["shdk"],
        kewarganegaraan=sel["kewarganegaraan"],
        paspor=sel["paspor"],
        kitap=sel["kitap"],
        ayah=sel["ayah"],
        ibu=sel["ibu"],
        nomor_kk=sel["nomor_kk"],
    )
