"""What each button does. Only buttons that are on screen come here."""

from collections.abc import Callable, Mapping

from core.bahasa import kata
from core.dialog import words
from core.dialog.answers import Isian, echo, record
from core.dialog.contoh import is_pictured
from core.dialog.events import Ajukan, Hapus, KirimKode
from core.dialog.finish import fault
from core.dialog.jawaban import drop_row, rows
from core.dialog.menu import BATAL, HALAMAN, PILIH, UBAH, choices, editable
from core.dialog.moved import Gerak, Saat, moved
from core.dialog.parse import Terbaca, taken
from core.dialog.rencana import KodeSurel, Soal
from core.dialog.show import plain
from core.dialog.taps_list import DAFTAR
from core.dialog.trail import before, untouched_row


def tap(saat: Saat, aksi: str) -> Gerak:
    """Do what a button says."""
    kata, _, arg = aksi.partition(":")
    return _TINDAKAN[kata](saat, arg)


def _choose(saat: Saat, kunci: str) -> Gerak:
    assert saat.tempat is not None
    soal = saat.tempat.butir
    assert isinstance(soal, Soal)
    terlihat = choices(saat.draft, soal, saat.konteks)
    opsi = next(opsi for opsi in terlihat if opsi.aksi == f"v:{kunci}")
    return _take(saat, taken(soal, opsi))


def _take(saat: Saat, terbaca: Terbaca) -> Gerak:
    """Record an answer to the question on screen."""
    assert saat.tempat is not None
    isian = [Isian(saat.tempat.path, terbaca)]
    baru = record(saat.draft, isian)
    return Gerak(baru, echo(saat.rencana, baru, isian))


def _skip(saat: Saat, _: str) -> Gerak:
    return _take(saat, Terbaca(None))


def _keep(saat: Saat, _: str) -> Gerak:
    return Gerak(moved(saat.draft, di=None))


def _as_typed(saat: Saat, _: str) -> Gerak:
    return _take(saat, Terbaca(saat.draft.layar[1]))


def _as_suggested(saat: Saat, _: str) -> Gerak:
    return _take(saat, Terbaca(saat.draft.layar[2]))


def _help(saat: Saat, _: str) -> Gerak:
    soal = saat.tempat.butir if saat.tempat else None
    if isinstance(soal, Soal) and is_pictured(soal, saat.draft):
        return Gerak(saat.draft, contoh=True)
    teks = soal.tanya.bantuan if isinstance(soal, Soal) else None
    return Gerak(saat.draft, (plain(teks or kata(words.BANTUAN_UMUM)),), contoh=True)


def _letter(saat: Saat, _: str) -> Gerak:
    """Give the letter once more; nothing else changes, and the question is asked under it."""
    return Gerak(saat.draft, surat=True)


def _add_page(saat: Saat, _: str) -> Gerak:
    """Wait for another page of the paper on screen."""
    assert saat.tempat is not None
    return Gerak(moved(saat.draft, di=saat.tempat.path, layar=(HALAMAN, saat.tempat.path)))


def _back(saat: Saat, _: str) -> Gerak:
    draft, tempat = saat.draft, saat.tempat
    assert tempat is not None
    jawaban = draft.jawaban
    if tempat.kelompok is not None and untouched_row(tempat, jawaban):
        nama = tempat.kelompok.nama
        jawaban = drop_row(jawaban, nama, tempat.baris)
        if rows(nama, jawaban) or not tempat.kelompok.ulang.minimal:
            return Gerak(moved(draft, jawaban=jawaban, di=nama))
    sebelum = before(saat.rencana, jawaban, tempat)
    return Gerak(moved(draft, jawaban=jawaban, di=sebelum.path if sebelum else None))


def _edit(saat: Saat, _: str) -> Gerak:
    return Gerak(moved(saat.draft, layar=(UBAH, "0")))


def _edit_one(saat: Saat, nomor: str) -> Gerak:
    tempat = editable(saat.rencana, saat.draft)[int(nomor)]
    return Gerak(moved(saat.draft, di=tempat.path))


def _page(saat: Saat, nomor: str) -> Gerak:
    layar = saat.draft.layar or (PILIH, "0")
    draft = moved(saat.draft, layar=(*layar[:-1], nomor), saring=saat.draft.saring)
    return Gerak(draft)


def _close(saat: Saat, _: str) -> Gerak:
    return Gerak(moved(saat.draft))


def _cancel(saat: Saat, _: str) -> Gerak:
    return Gerak(moved(saat.draft, layar=(BATAL,)))


def _cancel_really(saat: Saat, _: str) -> Gerak:
    kosong = moved(saat.draft, status="batal", jawaban={}, perbaikan={}, di=None)
    return Gerak(kosong, (kata(words.DIBATALKAN),), (Hapus(),))


def _submit(saat: Saat, _: str) -> Gerak:
    if fault(saat.rencana, saat.draft) is not None:
        return Gerak(moved(saat.draft))  # working out the next question finds the fault again
    return Gerak(moved(saat.draft, status="terkirim"), efek=(Ajukan(),))


def _resend(saat: Saat, _: str) -> Gerak:
    """Ask for another code; until it is on its way, the one before it stays good."""
    assert saat.tempat is not None
    assert isinstance(saat.tempat.butir, KodeSurel)
    alamat = str(saat.tempat.rumah[saat.tempat.butir.alamat])
    return Gerak(moved(saat.draft), efek=(KirimKode(saat.tempat.path, alamat),), diam=True)


_TINDAKAN: Mapping[str, Callable[[Saat, str], Gerak]] = {
    "v": _choose,
    "skip": _skip,
    "keep": _keep,
    "usul": _as_suggested,
    "tetap": _as_typed,
    "help": _help,
    "surat": _letter,
    "hal": _add_page,
    "back": _back,
    "edit": _edit,
    "e": _edit_one,
    "pg": _page,
    "close": _close,
    "cancel": _cancel,
    "cancel!": _cancel_really,
    "submit": _submit,
    "resend": _resend,
    **DAFTAR,
}
