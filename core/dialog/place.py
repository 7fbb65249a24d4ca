"""Finds the row that a pasted record belongs to: with its number, on screen, or a new one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.dialog.aliases import Kamus
from core.dialog.draft import Draft
from core.dialog.events import Konteks
from core.dialog.jawaban import add_row, rows
from core.dialog.parse import Ditolak, Terbaca, read
from core.dialog.rencana import Kelompok, Rencana, Rupa, Soal
from core.dialog.sort_lines import Rekam
from core.dialog.walk import Tempat, find


@dataclass(frozen=True)
class Letak:
    """Where a record goes; without a prefix there is no room for it."""

    draft: Draft
    kelompok: Kelompok
    awalan: str | None


def place(
    rencana: Rencana,
    draft: Draft,
    kamus: Kamus,
    rekam: Rekam,
    konteks: Konteks,
    layar: Tempat | None,
) -> Letak | None:
    """Choose group and row; None when no group is asked that knows these labels.

    Of two groups that could take it, the one that understands more of it, then the one on screen
    (`layar`), then the first of the form. Nobody's row is written over with somebody else's data.
    """
    di = group_at(layar)
    calon = [satu for satu, _ in kamus.kelompok if find(rencana, draft.jawaban, satu.nama)]
    calon.sort(key=lambda satu: (satu is not di, rencana.isi.index(satu)))
    terang = {satu.nama: _understood(kamus, satu, rekam, konteks) for satu in calon}
    kenal = sorted(
        (satu for satu in calon if terang[satu.nama]), key=lambda satu: -terang[satu.nama]
    )
    for kelompok in kenal:
        if (nomor := _same(draft, kamus, kelompok, rekam, konteks)) is not None:
            return Letak(draft, kelompok, f"{kelompok.nama}[{nomor}].")
    for kelompok in kenal:
        di_layar = layar is not None and layar.kelompok is kelompok
        if layar and di_layar and _is_same_person(draft, kamus, layar, rekam, konteks):
            return Letak(draft, kelompok, layar.awalan)
        if len(rows(kelompok.nama, draft.jawaban)) < kelompok.ulang.maksimal:
            jawaban, awalan = add_row(draft.jawaban, kelompok.nama)
            return Letak(replace(draft, jawaban=jawaban), kelompok, awalan)
    return Letak(draft, kenal[0], None) if kenal else None


def group_at(tempat: Tempat | None) -> Kelompok | None:
    """Give the group that the citizen is in, be it at its list or in a row."""
    if tempat is None:
        return None
    return tempat.butir if isinstance(tempat.butir, Kelompok) else tempat.kelompok


def question(kamus: Kamus, kelompok: Kelompok, label: str) -> Soal | None:
    """Give the question that a label names in a group."""
    nama = kamus.field(label, kelompok)
    butir = next((satu for satu in kelompok.isi if satu.nama == nama), None)
    return butir if isinstance(butir, Soal) else None


def _understood(kamus: Kamus, kelompok: Kelompok, rekam: Rekam, konteks: Konteks) -> int:
    """Count the pairs that a group knows and, of choices, has."""
    banyak = 0
    for pasangan in rekam.isi.values():
        soal = question(kamus, kelompok, pasangan.label)
        if soal is None:
            continue
        pilihan = soal.rupa is Rupa.PILIHAN and pasangan.isi
        banyak += not pilihan or not isinstance(read(soal, pasangan.isi, konteks), Ditolak)
    return banyak


def _answers(
    kamus: Kamus, kelompok: Kelompok, rekam: Rekam, konteks: Konteks
) -> Iterator[tuple[Soal, object]]:
    """Give what a record says to the questions of a row, as it would be stored."""
    for pasangan in rekam.isi.values():
        soal = question(kamus, kelompok, pasangan.label)
        if soal is not None and pasangan.isi:
            terbaca = read(soal, pasangan.isi, konteks)
            yield soal, terbaca.nilai if isinstance(terbaca, Terbaca) else pasangan.isi


def _same(
    draft: Draft, kamus: Kamus, kelompok: Kelompok, rekam: Rekam, konteks: Konteks
) -> int | None:
    """Find the row whose first answer is that of the record."""
    for soal, nilai in _answers(kamus, kelompok, rekam, konteks):
        if soal is kelompok.pertama:
            baris = rows(kelompok.nama, draft.jawaban)
            return next((n for n, satu in enumerate(baris) if satu.get(soal.nama) == nilai), None)
    return None


def _is_same_person(
    draft: Draft, kamus: Kamus, layar: Tempat, rekam: Rekam, konteks: Konteks
) -> bool:
    """Say whether a record goes on with the row on screen; one line alone mends an answer."""
    assert layar.kelompok is not None
    baris = rows(layar.kelompok.nama, draft.jawaban)
    sudah = baris[layar.baris] if layar.baris < len(baris) else {}
    lain = [
        soal
        for soal, nilai in _answers(kamus, layar.kelompok, rekam, konteks)
        if soal.nama in sudah and sudah[soal.nama] != nilai
    ]
    return not lain or (len(rekam.isi) == 1 and lain[0] is not layar.kelompok.pertama)
