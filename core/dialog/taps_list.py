"""The buttons of a repeating group: add, edit, delete, done."""

from collections.abc import Callable, Mapping

from core.dialog import words
from core.dialog.jawaban import add_row, close, drop_row
from core.dialog.menu import BARIS, HAPUS, ISI, group, titles
from core.dialog.moved import Gerak, Saat, moved
from core.dialog.rencana import Kelompok
from core.dialog.show import fill


def _add(saat: Saat, _: str) -> Gerak:
    kelompok = _here(saat)
    jawaban, awalan = add_row(saat.draft.jawaban, kelompok.nama)
    return Gerak(moved(saat.draft, jawaban=jawaban, di=awalan + kelompok.pertama.nama))


def _done(saat: Saat, _: str) -> Gerak:
    nama = _here(saat).nama
    perbaikan = {path: kalimat for path, kalimat in saat.draft.perbaikan.items() if path != nama}
    jawaban = close(saat.draft.jawaban, nama, selesai=True)
    return Gerak(moved(saat.draft, jawaban=jawaban, perbaikan=perbaikan, di=None))


def _rows(saat: Saat, _: str) -> Gerak:
    return Gerak(moved(saat.draft, layar=(BARIS, _here(saat).nama, "0")))


def _row(saat: Saat, nomor: str) -> Gerak:
    return Gerak(moved(saat.draft, layar=(ISI, saat.draft.layar[1], nomor, "0")))


def _delete(saat: Saat, _: str) -> Gerak:
    if saat.draft.layar:
        nama, nomor = saat.draft.layar[1:3]
        return Gerak(moved(saat.draft, layar=(HAPUS, nama, nomor)))
    assert saat.tempat is not None
    return Gerak(moved(saat.draft, layar=(HAPUS, _here(saat).nama, str(saat.tempat.baris))))


def _delete_really(saat: Saat, _: str) -> Gerak:
    _, nama, nomor = saat.draft.layar
    judul = titles(group(saat.rencana, saat.draft, nama), saat.draft)[int(nomor)]
    # Notes on rows count rows, so they would now point at others.
    perbaikan = {
        path: kalimat
        for path, kalimat in saat.draft.perbaikan.items()
        if not path.startswith(f"{nama}[")
    }
    jawaban = drop_row(saat.draft.jawaban, nama, int(nomor))
    draft = moved(saat.draft, jawaban=jawaban, perbaikan=perbaikan, di=None)
    return Gerak(draft, (fill(words.DIHAPUS, judul=judul),))


def _here(saat: Saat) -> Kelompok:
    """Give the group on screen, at its list or in a row."""
    assert saat.tempat is not None
    kelompok = saat.tempat.kelompok or saat.tempat.butir
    assert isinstance(kelompok, Kelompok)
    return kelompok


DAFTAR: Mapping[str, Callable[[Saat, str], Gerak]] = {
    "add": _add,
    "done": _done,
    "rows": _rows,
    "r": _row,
    "del": _delete,
    "del!": _delete_really,
}
