"""Remarks on valid answers, from the types themselves: they warn and never block."""

from collections import Counter
from dataclasses import dataclass

from core.bahasa import kata
from core.dialog import words
from core.dialog.draft import Draft, Jawaban
from core.dialog.fields import label_at
from core.dialog.letter import is_outdated
from core.dialog.rencana import Rencana, Soal
from core.dialog.show import row_title
from core.dialog.terbaca import differences
from core.dialog.walk import Tempat, walk


@dataclass(frozen=True)
class Catatan:
    """One remark, and the answer it is about."""

    path: str
    label: str
    kalimat: str
    perihal: str
    """What the answer is called before the sentence; less, where that begins with its name."""


def catatan(rencana: Rencana, draft: Draft) -> tuple[str, ...]:
    """Give the remarks for the officer, each led by the answer it is about."""
    return tuple(f"{satu.label}: {satu.kalimat}" for satu in remarks(rencana, draft.jawaban))


def remarks(rencana: Rencana, jawaban: Jawaban) -> list[Catatan]:
    """Give the remarks on every visible answer whose type has something to say."""
    semua = list(walk(rencana, jawaban))
    sekitar = _neighbours(semua)
    hasil: list[Catatan] = []
    for tempat in semua:
        soal = tempat.butir
        if not isinstance(soal, Soal) or tempat.nilai is None:
            continue
        if soal.sifat is not None and soal.sifat.teliti is not None:
            kalimat = soal.sifat.teliti(tempat.nilai, sekitar[tempat.awalan])
            hasil += [_about(tempat, soal, satu) for satu in kalimat]
        hasil += [_about(tempat, soal, satu) for satu in differences(tempat, semua)]
        if is_outdated(rencana, jawaban, tempat):
            hasil.append(_about(tempat, soal, kata(words.SURAT_LAMA)))
    return hasil


def _about(tempat: Tempat, soal: Soal, kalimat: str) -> Catatan:
    """Make a remark on an answer."""
    bagian = [row_title(tempat.kelompok, tempat.rumah, tempat.baris)] if tempat.kelompok else []
    if not kalimat.casefold().startswith(soal.label.casefold()):
        bagian.append(soal.label)
    return Catatan(tempat.path, label_at(tempat), kalimat, ", ".join(bagian))


def _neighbours(semua: list[Tempat]) -> dict[str, dict[str, str]]:
    """Give, for each level, its answers by kind; a kind that is asked twice tells nothing."""
    hasil: dict[str, dict[str, str]] = {}
    banyak: Counter[tuple[str, str]] = Counter()
    for tempat in semua:
        level = hasil.setdefault(tempat.awalan, {})
        soal = tempat.butir
        if isinstance(soal, Soal) and soal.sifat is not None:
            banyak[tempat.awalan, soal.sifat.kode] += 1
            level[soal.sifat.kode] = str(tempat.nilai or "")
    for (awalan, kode), kali in banyak.items():
        if kali > 1 or not hasil[awalan][kode]:
            del hasil[awalan][kode]
    return hasil
