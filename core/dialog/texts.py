"""What a typed text does: it presses a button by name, fills a block, or answers the question."""

import re
from dataclasses import replace

from core.bahasa import INDONESIA, kata, present, speaking
from core.dialog import words
from core.dialog.answers import echo, record, understand
from core.dialog.events import PeriksaKode
from core.dialog.jawaban import add_row, rows
from core.dialog.menu import MENU, USUL, choices
from core.dialog.moved import Gerak, Saat, moved, refused
from core.dialog.options import SARING, fold, sought
from core.dialog.paging import Papan
from core.dialog.parse import Beberapa, Ditolak
from core.dialog.paste import paste
from core.dialog.rencana import Kelompok, KodeSurel, Lacak, Soal
from core.dialog.screen import screen
from core.dialog.taps import tap
from core.dialog.ucap import plain_word, yes_or_no
from core.dialog.walk import Tempat, find, sent

_KODE = 6


def write(saat: Saat, teks: str) -> Gerak:
    """Take a text message."""
    papan = screen(saat.rencana, saat.draft, saat.konteks).papan
    di_menu = bool(saat.draft.layar) and saat.draft.layar[0] in MENU
    aksi = _pressed(papan, teks, di_menu=di_menu)
    if aksi or (aksi := _pressed(_indonesian(saat), teks, di_menu=di_menu)):
        return tap(saat, aksi)
    if di_menu:
        return refused(saat.draft, kata(words.PILIH_TOMBOL))
    tempat = saat.tempat
    if tempat is not None and isinstance(tempat.butir, Lacak):
        return Gerak(saat.draft)
    if tempat is not None and isinstance(tempat.butir, KodeSurel):
        return _code(saat, tempat, teks)
    if tempelan := paste(saat.rencana, saat.draft, tempat, teks, saat.konteks):
        return Gerak(tempelan.draft, tempelan.notes)
    if tempat is None:
        return refused(saat.draft, kata(words.PILIH_TOMBOL))
    if isinstance(tempat.butir, Kelompok):
        return _first_of_row(saat, tempat.butir, teks)
    return _answer(saat, tempat, teks)


def _indonesian(saat: Saat) -> Papan:
    """Give the keyboard in Indonesian as well: its labels count whatever is spoken."""
    if present().kode == INDONESIA.kode:
        return ()
    with speaking(INDONESIA):
        return screen(saat.rencana, saat.draft, saat.konteks).papan


def _pressed(papan: Papan, teks: str, *, di_menu: bool) -> str | None:
    """Find the button that a text names: by label, by a plain word for it, in menus by number.

    Choices are left to the question itself, which knows them under more names.
    """
    semua = [tombol for baris in papan for tombol in baris]
    bernama = [tombol for tombol in semua if not tombol.aksi.startswith("v:")]
    rapat = fold(teks)
    if rapat and (sama := next((t for t in bernama if fold(t.label) == rapat), None)):
        return sama.aksi
    ada = {tombol.aksi for tombol in bernama}
    ketikan = plain_word(teks)
    if ketikan is not None and (ketikan in ada or ketikan in ("cancel", "help")):
        return ketikan
    setuju = yes_or_no(teks)
    if "usul" in ada and setuju is not None:
        return "usul" if setuju else "tetap"
    if not di_menu:
        return None
    if setuju is not None:
        return next((aksi for aksi in ada if aksi.endswith("!") == setuju), None)
    isi = [tombol for tombol in semua if re.match(r"[er]:", tombol.aksi)]
    if re.fullmatch(r"[1-9]", teks.strip()) and int(teks) <= len(isi):
        return isi[int(teks) - 1].aksi
    return None


def _answer(saat: Saat, tempat: Tempat, teks: str) -> Gerak:
    soal = tempat.butir
    assert isinstance(soal, Soal)
    terlihat = choices(saat.draft, soal, saat.konteks) if saat.tempat is tempat else None
    hasil = understand(saat.rencana, saat.draft, tempat, teks, saat.konteks, terlihat)
    if isinstance(hasil, Ditolak):
        return refused(saat.draft, hasil.kalimat)
    if isinstance(hasil, Beberapa):
        return Gerak(
            moved(saat.draft, saring=sought(teks)[:SARING], di=tempat.path), (hasil.kalimat,)
        )
    nilai = hasil[0].terbaca.nilai
    usul = soal.sifat.usul(nilai) if soal.sifat and soal.sifat.usul else None
    if usul is not None and saat.draft.layar[:2] != (USUL, nilai):
        return Gerak(moved(saat.draft, layar=(USUL, nilai, usul), di=tempat.path))
    baru = record(saat.draft, hasil)
    return Gerak(baru, echo(saat.rencana, baru, hasil))


def _first_of_row(saat: Saat, kelompok: Kelompok, teks: str) -> Gerak:
    """Take a text at a group's list as the first answer of a new row."""
    if len(rows(kelompok.nama, saat.draft.jawaban)) >= kelompok.ulang.maksimal:
        kalimat = kata(words.PALING_BANYAK, maksimal=kelompok.ulang.maksimal)
        return refused(saat.draft, kalimat)
    jawaban, awalan = add_row(saat.draft.jawaban, kelompok.nama)
    bertambah = replace(saat.draft, jawaban=jawaban)
    tempat = find(saat.rencana, jawaban, awalan + kelompok.pertama.nama)
    assert tempat is not None
    gerak = _answer(replace(saat, draft=bertambah, tempat=None), tempat, teks)
    if gerak.draft.rev == saat.draft.rev:  # refused: no row for nothing
        return replace(gerak, draft=replace(gerak.draft, jawaban=saat.draft.jawaban))
    return gerak


def _code(saat: Saat, tempat: Tempat, teks: str) -> Gerak:
    """Take the digits of a code, once one is on its way."""
    assert isinstance(tempat.butir, KodeSurel)
    if not sent(tempat):
        return Gerak(saat.draft)
    kode = re.sub(r"[\s.-]", "", teks)
    if not re.fullmatch(r"[0-9]+", kode):
        return refused(saat.draft, kata(words.KODE_ANGKA))
    if len(kode) != _KODE:
        return refused(saat.draft, kata(words.KODE_PANJANG, banyak=len(kode)))
    alamat = str(tempat.rumah[tempat.butir.alamat])
    return Gerak(saat.draft, efek=(PeriksaKode(tempat.path, alamat, kode),), diam=True)
