"""The way back: which question was before this one, as the form stands now."""

from core.dialog.draft import Jawaban
from core.dialog.jawaban import rows
from core.dialog.rencana import Kelompok, Rencana, Soal
from core.dialog.walk import Tempat, walk


def before(rencana: Rencana, jawaban: Jawaban, tempat: Tempat) -> Tempat | None:
    """Give the askable place before this one."""
    sebelum: Tempat | None = None
    for lain in walk(rencana, jawaban):
        if lain.path == tempat.path:
            return sebelum
        if isinstance(lain.butir, Soal | Kelompok):
            sebelum = lain
    return None


def starts_row(tempat: Tempat) -> bool:
    """Say whether this is the question that opens a row."""
    return tempat.kelompok is not None and tempat.butir is tempat.kelompok.pertama


def untouched_row(tempat: Tempat, jawaban: Jawaban) -> bool:
    """Say whether this opens a row that was added, and nothing was answered in it yet."""
    if tempat.kelompok is None or not starts_row(tempat):
        return False
    return bool(rows(tempat.kelompok.nama, jawaban)) and not tempat.rumah
