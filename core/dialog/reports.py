"""What the room reports back: uploads looked at, people looked up, codes sent and compared."""

from dataclasses import replace

from core.dialog import words
from core.dialog.answers import Isian, echo, record
from core.dialog.draft import Draft
from core.dialog.events import (
    Dicari,
    Diperiksa,
    Kirim,
    KodeCocok,
    KodeDikirim,
    KodeDitolak,
    KodeSalah,
    PeriksaBerkas,
)
from core.dialog.jawaban import add_row, drop, put, rows
from core.dialog.letter import signed
from core.dialog.menu import MENU
from core.dialog.moved import Gerak, Saat, moved, refused
from core.dialog.parse import Terbaca, read_file
from core.dialog.rencana import Kelompok, KodeSurel, Lacak, Rupa, Soal
from core.dialog.show import fill
from core.dialog.walk import Tempat, answered, find, inputs, sent

_DIBERI_TAHU = "~"
"""Before an album's name: the citizen was told that one photo is enough."""


def receive(saat: Saat, kirim: Kirim) -> Gerak:
    """Take a file: the room is asked to look at it, unless its outside already says no."""
    titipan = kirim.berkas
    if titipan.album and saat.draft.album.removeprefix(_DIBERI_TAHU) == titipan.album:
        return _rest_of_album(saat.draft)
    if saat.draft.layar and saat.draft.layar[0] in MENU:
        return refused(saat.draft, words.PILIH_TOMBOL)
    draft, tempat = saat.draft, saat.tempat
    if tempat is not None and isinstance(tempat.butir, Kelompok):
        draft, tempat = _row_for_file(saat, tempat.butir)
    if tempat is None or not isinstance(tempat.butir, Soal):
        ringkas = saat.tempat is None or isinstance(saat.tempat.butir, Kelompok)
        return refused(saat.draft, words.PILIH_TOMBOL if ringkas else words.MINTA_TEKS)
    if sebab := read_file(tempat.butir, titipan):
        return refused(saat.draft, sebab)
    efek = PeriksaBerkas(tempat.path, titipan)
    return Gerak(replace(draft, album=titipan.album or draft.album), efek=(efek,), diam=True)


def looked_at(saat: Saat, laporan: Diperiksa) -> Gerak:
    """Keep an upload that is good, or say why it is not."""
    tempat = find(saat.rencana, saat.draft.jawaban, laporan.path)
    sekarang = saat.tempat is not None and saat.tempat.path == laporan.path
    if (
        tempat is None
        or not isinstance(tempat.butir, Soal)
        or tempat.butir.rupa is not Rupa.UNGGAH
    ):
        return Gerak(saat.draft)
    if answered(tempat) and not sekarang:
        return Gerak(saat.draft)
    if laporan.unggahan is None:
        tolak = refused(replace(saat.draft, album=""), laporan.sebab or words.BERKAS_DITOLAK)
        return tolak if sekarang else replace(tolak, draft=saat.draft)
    nilai = laporan.unggahan.model_dump(mode="json")
    isian = [Isian(laporan.path, Terbaca(nilai, signed(tempat, saat.draft)))]
    baru = record(saat.draft, isian)
    return Gerak(baru, echo(saat.rencana, baru, isian))


def looked_up(saat: Saat, laporan: Dicari) -> Gerak:
    """Keep what the registry answered, with what it was asked: if that changes, ask again."""
    tempat = find(saat.rencana, saat.draft.jawaban, laporan.path)
    if tempat is None or not isinstance(tempat.butir, Lacak) or answered(tempat):
        return Gerak(saat.draft)
    nilai = {"hasil": laporan.hasil.value, "dari": list(inputs(tempat))}
    jawaban = put(saat.draft.jawaban, tempat.path, nilai)
    return Gerak(moved(saat.draft, jawaban=jawaban))


def code(saat: Saat, laporan: KodeDikirim | KodeDitolak | KodeCocok | KodeSalah) -> Gerak:
    """Follow a code on its way: sent, refused, right, wrong."""
    tempat = find(saat.rencana, saat.draft.jawaban, laporan.path)
    if tempat is None or not isinstance(tempat.butir, KodeSurel) or answered(tempat):
        return Gerak(saat.draft)
    alamat = tempat.awalan + tempat.butir.alamat
    jawaban = saat.draft.jawaban
    match laporan:
        case KodeDikirim(path, kalimat):
            terkirim = {"alamat": tempat.rumah[tempat.butir.alamat], "cocok": False}
            draft = moved(saat.draft, jawaban=put(jawaban, path, terkirim))
            return Gerak(draft, (fill("{kalimat}", kalimat=kalimat),) if kalimat else ())
        case KodeDitolak(_, kalimat) if sent(tempat):  # another code: the first one still counts
            return Gerak(saat.draft, (fill(words.PERINGATAN, kalimat=kalimat),))
        case KodeDitolak(path, kalimat):
            draft = moved(saat.draft, jawaban=drop(drop(jawaban, path), alamat), di=None)
            return Gerak(draft, (fill(words.PERINGATAN, kalimat=kalimat),))
        case KodeSalah(_, kalimat):
            return refused(saat.draft, kalimat)
        case KodeCocok(path):
            cocok = {"alamat": tempat.rumah[tempat.butir.alamat], "cocok": True}
            draft = moved(saat.draft, jawaban=put(jawaban, path, cocok), di=None)
            return Gerak(draft, (words.KODE_COCOK,))


def _rest_of_album(draft: Draft) -> Gerak:
    """Tell once that one photo is enough, then pass over the others of the album."""
    if draft.album.startswith(_DIBERI_TAHU):
        return Gerak(draft, diam=True)
    return Gerak(replace(draft, album=_DIBERI_TAHU + draft.album), (words.SATU_FOTO,), diam=True)


def _row_for_file(saat: Saat, kelompok: Kelompok) -> tuple[Draft, Tempat | None]:
    """Begin a row with a file, when a row begins with one."""
    penuh = len(rows(kelompok.nama, saat.draft.jawaban)) >= kelompok.ulang.maksimal
    if penuh or kelompok.pertama.rupa is not Rupa.UNGGAH:
        return saat.draft, None
    jawaban, awalan = add_row(saat.draft.jawaban, kelompok.nama)
    path = awalan + kelompok.pertama.nama
    return moved(saat.draft, jawaban=jawaban, di=path), find(saat.rencana, jawaban, path)
