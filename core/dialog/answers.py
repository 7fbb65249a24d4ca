"""Takes answers: understands a text in its place, and writes down what was understood."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from core.api import Potongan
from core.bahasa import kata
from core.dialog import words
from core.dialog.draft import Draft
from core.dialog.events import Konteks
from core.dialog.jawaban import put
from core.dialog.moved import moved
from core.dialog.parse import Beberapa, Ditolak, Terbaca, read
from core.dialog.rencana import Opsi, Rencana, Rupa, Soal
from core.dialog.show import fill, shown
from core.dialog.walk import Tempat, find, walk

# Longer lines are nobody's address.
_BARIS_ALAMAT = 300


@dataclass(frozen=True)
class Isian:
    """One understood answer and where it goes."""

    path: str
    terbaca: Terbaca


def understand(
    rencana: Rencana,
    draft: Draft,
    tempat: Tempat,
    teks: str,
    konteks: Konteks,
    terlihat: tuple[Opsi, ...] | None = None,
) -> list[Isian] | Ditolak | Beberapa:
    """Read a text in answer to one question, and the pieces in it that answer the next ones.

    `terlihat` are the choices that the citizen has before their eyes.
    """
    soal = tempat.butir
    assert isinstance(soal, Soal)
    if soal.rupa is Rupa.TEKS and len(teks) <= _BARIS_ALAMAT:
        sisa, potongan = _pieces(rencana, draft, tempat, teks, konteks)
        dipotong = read(soal, sisa, konteks) if potongan else None
        if isinstance(dipotong, Terbaca):
            return [Isian(tempat.path, dipotong), *potongan]
    utuh = read(soal, teks, konteks, terlihat)
    return [Isian(tempat.path, utuh)] if isinstance(utuh, Terbaca) else utuh


def record(draft: Draft, isian: list[Isian]) -> Draft:
    """Write answers down; the cursor is derived again, and officers' notes on them are done."""
    jawaban = draft.jawaban
    perbaikan = dict(draft.perbaikan)
    for satu in isian:
        jawaban = put(jawaban, satu.path, satu.terbaca.nilai)
        if satu.terbaca.label is not None:
            jawaban = put(jawaban, f"{satu.path}#", satu.terbaca.label)
        perbaikan.pop(satu.path, None)
    return moved(draft, jawaban=jawaban, perbaikan=perbaikan, di=None)


def echo(rencana: Rencana, draft: Draft, isian: list[Isian]) -> tuple[str, ...]:
    """Repeat what was understood, as it was understood; private numbers masked."""
    baris = []
    for satu in isian:
        tempat = find(rencana, draft.jawaban, satu.path)
        if tempat is None or not isinstance(tempat.butir, Soal):
            continue
        if tempat.nilai is None and tempat.butir.kosong is not None:
            baris.append(kata(words.TERCATAT_AMBIL))
            continue
        nilai = shown(tempat.butir, tempat.rumah, masked=True)
        baris.append(fill(words.TERCATAT, label=tempat.butir.label, nilai=nilai))
    return tuple(baris)


def _pieces(
    rencana: Rencana, draft: Draft, tempat: Tempat, teks: str, konteks: Konteks
) -> tuple[str, list[Isian]]:
    """Pick from a line what answers the questions that follow directly ("RT 02 RW 03")."""
    sesudah = list(dropwhile(lambda t: t.path != tempat.path, walk(rencana, draft.jawaban)))[1:]
    isian: list[Isian] = []
    for lain in takewhile(lambda t: _picker(t) is not None, sesudah):
        petik, soal = _picker(lain), lain.butir
        potongan = petik(teks) if petik else None
        if potongan is None or not isinstance(soal, Soal):
            continue
        terbaca = read(soal, potongan.isi, konteks)
        if isinstance(terbaca, Terbaca):
            isian.append(Isian(lain.path, terbaca))
            teks = potongan.sisa
    return teks, isian


def _picker(tempat: Tempat) -> Callable[[str], Potongan | None] | None:
    soal = tempat.butir
    return soal.sifat.petik if isinstance(soal, Soal) and soal.sifat else None
