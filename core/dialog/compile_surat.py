"""Checks the letter that a question gives: where it may stand, and what it is called."""

import re

from core.dialog.cacat import Cacat
from core.dialog.rencana import Butir, Kelompok, Rupa, Soal

_NAMA = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,()/-]{0,59}")


def check_letter(soal: Soal, sebelum: list[Butir], *, dalam: bool) -> None:
    """Refuse a letter where no paper is asked for, in a row, of no answers, or without a name."""
    surat = soal.tanya.surat
    if surat is None:
        return
    if soal.rupa is not Rupa.UNGGAH:
        raise Cacat("surat hanya untuk pertanyaan yang dijawab dengan foto atau berkas.")
    if dalam:
        raise Cacat("surat hanya untuk pertanyaan di luar kelompok berulang.")
    if not any(isinstance(butir, Soal | Kelompok) for butir in sebelum):
        raise Cacat("surat dibuat dari jawaban sebelumnya, jadi tidak untuk pertanyaan pertama.")
    if not _NAMA.fullmatch(surat.nama):
        raise Cacat("nama Surat harus 1 sampai 60 huruf Latin, angka, spasi, atau tanda baca.")
