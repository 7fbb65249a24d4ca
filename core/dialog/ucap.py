"""A form in the language that is spoken now: the same questions and keys, other words.

What the citizen reads changes; what is stored does not. The Indonesian labels stay good as answers
and as names in a pasted block.
"""

from dataclasses import replace

from core.api import Tanya
from core.bahasa import INDONESIA, kata, present
from core.dialog import words
from core.dialog.options import fold
from core.dialog.rencana import Butir, Kelompok, Opsi, Rencana, Soal

_SUREL = "email"


def spoken(rencana: Rencana) -> Rencana:
    """Give the form with its words in the present language; itself where that is Indonesian."""
    if present().kode == INDONESIA.kode:
        return rencana
    kontak = tuple(_asked(butir, rencana.dokumen) for butir in rencana.kontak)
    return replace(rencana, isi=tuple(map(_item, rencana.isi)), kontak=kontak)


def plain_word(teks: str) -> str | None:
    """Give the button that a typed word means wherever it is shown: "lewati", "skip"."""
    ketik = teks.strip().lower()
    return next((aksi for satu, aksi in words.KATA.items() if ketik in (satu, kata(satu))), None)


def yes_or_no(teks: str) -> bool | None:
    """Say whether a typed word is yes or no, in the present language or in Indonesian."""
    ketik = fold(teks)
    for kalimat, nilai in ((words.SEBUTAN_YA, True), (words.SEBUTAN_TIDAK, False)):
        if ketik in {fold(satu) for satu in (*kalimat.split(", "), *kata(kalimat).split(", "))}:
            return nilai
    return None


def _asked(butir: Butir, dokumen: str) -> Butir:
    """Put one of the core's own questions; the one for the e-mail names what is mailed."""
    if not isinstance(butir, Soal) or butir.nama != _SUREL:
        return _item(butir)
    soal = _question(butir)
    teks = kata(words.TANYA_EMAIL, dokumen=kata(dokumen))
    return replace(soal, tanya=replace(soal.tanya, teks=teks))


def _item(butir: Butir) -> Butir:
    match butir:
        case Soal():
            return _question(butir)
        case Kelompok():
            return _group(butir)
    return butir


def _question(soal: Soal) -> Soal:
    return replace(
        soal,
        label=kata(soal.label),
        tanya=_words(soal),
        opsi=tuple(map(_choice, soal.opsi)),
        kosong=_maybe(soal.kosong),
    )


def _words(soal: Soal) -> Tanya:
    tanya = soal.tanya
    surat = tanya.surat and replace(tanya.surat, nama=kata(tanya.surat.nama))
    return replace(
        tanya,
        teks=kata(tanya.teks),
        bantuan=_maybe(tanya.bantuan),
        lewati=_maybe(tanya.lewati),
        galat=_maybe(tanya.galat),
        alias=(*tanya.alias, soal.label, tanya.teks),
        surat=surat,
    )


def _choice(opsi: Opsi) -> Opsi:
    """Name a choice; its Indonesian label is another name for it, yes and no have many."""
    lain: tuple[str, ...] = (opsi.label,)
    if isinstance(opsi.nilai, bool):
        kalimat = kata(words.SEBUTAN_YA) if opsi.nilai else kata(words.SEBUTAN_TIDAK)
        lain += tuple(kata(kalimat).split(", "))
    return replace(opsi, label=kata(opsi.label), sebutan=(*opsi.sebutan, *lain))


def _group(kelompok: Kelompok) -> Kelompok:
    ulang = kelompok.ulang
    judul = kata(ulang.judul) if isinstance(ulang.judul, str) else ulang.judul
    return replace(
        kelompok,
        label=kata(kelompok.label),
        ulang=replace(ulang, teks=kata(ulang.teks), tombol=kata(ulang.tombol), judul=judul),
        isi=tuple(_question(b) if isinstance(b, Soal) else b for b in kelompok.isi),
    )


def _maybe(teks: str | None) -> str | None:
    return kata(teks) if teks else teks
