"""Fills many answers from one pasted block of "label: value" lines (DIALOG.md U15).

In a group the block fills the row at hand; a label that comes again begins the next row, so a
whole family can be pasted at once. What could not be read is named, and asked as usual.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.dialog import words
from core.dialog.aliases import dictionary
from core.dialog.answers import Isian, record, understand
from core.dialog.draft import Draft
from core.dialog.events import Konteks
from core.dialog.jawaban import add_row, rows
from core.dialog.options import fold
from core.dialog.parse import Terbaca
from core.dialog.rencana import Kelompok, Rencana, Soal
from core.dialog.show import fill
from core.dialog.walk import Tempat, find

_BARIS = re.compile(r"\s*(?:[-•*]|[0-9]{1,2}[.)])?\s*([^:=\t]{1,60}?)\s*[:=\t](.*)")
_SEKITAR = {
    **dict.fromkeys(("kecamatan", "kec", "provinsi", "prov", "kabupatenkota", "kabkota"), ""),
    **dict.fromkeys(("kabupaten", "kab"), "Kab."),
    "kota": "Kota",
}
"""Lines below a village's that say where it lies, and the kind they tell."""
_KOSONG = ("-", "--", "tidak ada", "kosong")


@dataclass(frozen=True)
class Tempelan:
    """What became of a pasted block: the draft after it, and what to say about it."""

    draft: Draft
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Salah:
    """A line whose value is not an answer yet."""

    label: str
    kalimat: str


@dataclass(frozen=True)
class Rekam:
    """The lines that belong together: of the form itself, or of one row of a group."""

    kelompok: Kelompok | None
    isi: dict[str, str]


def paste(
    rencana: Rencana, draft: Draft, tempat: Tempat | None, teks: str, konteks: Konteks
) -> Tempelan | None:
    """Take a block apart; None when the text is none of it."""
    kelompok = _group_at(tempat)
    rekaman, asing = _sort(teks, rencana, kelompok)
    if not rekaman:
        return None
    hasil = replace(draft, rev=draft.rev + 1, di=None, layar=(), saring="", gagal=0)
    di_baris = tempat.awalan if tempat and tempat.kelompok else None
    terisi: list[str] = []
    belum: list[str] = []
    for rekam in rekaman:
        hasil, awalan = _place(rencana, hasil, rekam.kelompok, di_baris)
        di_baris = None if rekam.kelompok is kelompok else di_baris
        if awalan is None:
            assert rekam.kelompok is not None
            belum.append(_full(rekam.kelompok))
            continue
        hasil, baik, salah = _fill(rencana, hasil, awalan, rekam.isi, konteks)
        nama = _row_name(rekam.kelompok, awalan)
        terisi += [f"{nama}{', '.join(baik)}"] if baik else []
        belum += [fill(words.BELUM_TERISI, label=nama + s.label, kalimat=s.kalimat) for s in salah]
    notes = [fill(words.TERISI, daftar=satu) for satu in terisi]
    notes += belum
    notes += [words.BARIS_ASING.format(banyak=asing)] if asing else []
    return Tempelan(hasil, tuple(notes))


def _group_at(tempat: Tempat | None) -> Kelompok | None:
    """Give the group that the citizen is in, be it at its list or in a row."""
    if tempat is None:
        return None
    return tempat.butir if isinstance(tempat.butir, Kelompok) else tempat.kelompok


def _sort(teks: str, rencana: Rencana, kelompok: Kelompok | None) -> tuple[list[Rekam], int]:
    """Sort lines into records, and count those that nobody knows."""
    kamus = dictionary(rencana)
    rekaman: list[Rekam] = []
    asing = 0
    desa: tuple[Rekam, str] | None = None
    for baris in filter(str.strip, teks.splitlines()):
        cocok = _BARIS.fullmatch(baris)
        alamat = kamus.find(fold(cocok[1]), kelompok) if cocok else None
        if cocok and alamat is None and desa and (sekitar := _around(cocok[1], cocok[2])):
            desa[0].isi[desa[1]] += sekitar
            continue
        if cocok is None or alamat is None:
            asing += 1
            continue
        kelompok, path = alamat
        milik = next((rekam for rekam in reversed(rekaman) if rekam.kelompok is kelompok), None)
        if milik is None or (kelompok is not None and path in milik.isi):
            milik = Rekam(kelompok, {})
            rekaman.append(milik)
        milik.isi[path] = cocok[2].strip()
        desa = (milik, path) if milik.isi[path] and _is_village(rencana, kelompok, path) else None
    return rekaman, asing


def _is_village(rencana: Rencana, kelompok: Kelompok | None, path: str) -> bool:
    """Say whether a village of the country answers this; its surroundings may stand below it."""
    isi = kelompok.isi if kelompok else rencana.isi
    soal = next((butir for butir in isi if butir.nama == path), None)
    return isinstance(soal, Soal) and soal.opsi_nasional == "desa_nasional"


def _around(nama: str, isi: str) -> str:
    """Give what a line "Kabupaten: Kudus" adds to the village above it; else nothing."""
    jenis = _SEKITAR.get(fold(nama))
    return f", {jenis} {isi.strip()}" if jenis is not None and isi.strip() else ""


def _place(
    rencana: Rencana, draft: Draft, kelompok: Kelompok | None, di_baris: str | None
) -> tuple[Draft, str | None]:
    """Find where a record goes: the form, the row at hand, or a new row if there is room."""
    if kelompok is None:
        return draft, ""
    if di_baris is not None and di_baris.startswith(f"{kelompok.nama}["):
        return draft, di_baris
    if len(rows(kelompok.nama, draft.jawaban)) >= kelompok.ulang.maksimal:
        return draft, None
    if find(rencana, draft.jawaban, kelompok.nama) is None:
        return draft, ""  # a hidden group: its lines will find no place
    jawaban, awalan = add_row(draft.jawaban, kelompok.nama)
    return replace(draft, jawaban=jawaban), awalan


def _fill(
    rencana: Rencana, draft: Draft, awalan: str, isi: dict[str, str], konteks: Konteks
) -> tuple[Draft, list[str], list[Salah]]:
    """Answer the questions of one record, in the form's order so that conditions open in time."""
    terisi: list[str] = []
    belum: list[Salah] = []
    for path in _in_order(rencana, awalan, isi):
        tempat = find(rencana, draft.jawaban, awalan + path)
        teks = isi[path]
        if tempat is None or not teks:
            continue
        soal = tempat.butir
        assert isinstance(soal, Soal)
        if soal.opsional and teks.lower() in _KOSONG:
            draft = record(draft, [Isian(tempat.path, Terbaca(None))])
            continue
        hasil = understand(rencana, draft, tempat, teks, konteks)
        if isinstance(hasil, list):
            draft = record(draft, hasil)
            terisi.append(soal.label)
        else:
            belum.append(Salah(soal.label, hasil.kalimat))
    return draft, terisi, belum


def _in_order(rencana: Rencana, awalan: str, isi: dict[str, str]) -> Iterator[str]:
    kelompok = next((b for b in rencana.isi if awalan.startswith(f"{b.nama}[")), None)
    level = kelompok.isi if isinstance(kelompok, Kelompok) else rencana.isi
    urutan = [butir.nama for butir in level]
    yield from sorted(isi, key=lambda path: urutan.index(path) if path in urutan else len(urutan))


def _row_name(kelompok: Kelompok | None, awalan: str) -> str:
    """Name the row that a record went to: "Anggota 2: "."""
    if kelompok is None or not awalan:
        return ""
    nomor = int(awalan.removeprefix(f"{kelompok.nama}[").removesuffix("]."))
    return words.BARIS_KE.format(label=kelompok.label, nomor=nomor + 1) + ": "


def _full(kelompok: Kelompok) -> str:
    kalimat = words.PALING_BANYAK.format(maksimal=kelompok.ulang.maksimal)
    return fill(words.BELUM_TERISI, label=kelompok.label, kalimat=kalimat)
