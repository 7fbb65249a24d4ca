"""The menus that open over a question: change what, which row, really delete, really cancel.

An open menu is the draft's `layar`: its name and arguments. What a numbered button means is
computed from the draft again, which the revision guarantees to be the one it was shown for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.bahasa import kata
from core.dialog import words
from core.dialog.draft import Draft
from core.dialog.events import Konteks, Tombol
from core.dialog.jawaban import rows
from core.dialog.options import shown
from core.dialog.paging import Papan, page_of
from core.dialog.rencana import Kelompok, Opsi, Rencana, Soal
from core.dialog.show import cut, fill, row_title
from core.dialog.walk import Tempat, answered, find, walk

BATAL = "batal"
UBAH = "ubah"
BARIS = "baris"
ISI = "isi"
HAPUS = "hapus"
PILIH = "pilih"
USUL = "usul"
HALAMAN = "halaman"
MENU = (BATAL, UBAH, BARIS, ISI, HAPUS)
"""Menus that hide the question; the others are the question itself, shown differently."""


@dataclass(frozen=True)
class Layar:
    """Lines and keyboard of one screen."""

    baris: tuple[str, ...]
    papan: Papan
    gambar: str | None = None


def menu_screen(rencana: Rencana, draft: Draft) -> Layar:
    """Show the open menu."""
    nama, *arg = draft.layar
    if nama == BATAL:
        ya, tidak = (
            Tombol(kata(words.YA_HAPUS), "cancel!"),
            Tombol(kata(words.TIDAK_LANJUT), "close"),
        )
        return Layar((kata(words.YAKIN_BATAL),), ((ya,), (tidak,)))
    tutup = Tombol(kata(words.TUTUP), "close")
    if nama == UBAH:
        isi = [Tombol(_label(t), f"e:{n}") for n, t in enumerate(editable(rencana, draft))]
        return Layar((kata(words.UBAH_YANG_MANA),), page_of(isi, int(arg[0]), tutup))
    kelompok = group(rencana, draft, arg[0])
    judul = titles(kelompok, draft)
    if nama == BARIS:
        pilihan = [Tombol(cut(f"{n + 1}. {teks}"), f"r:{n}") for n, teks in enumerate(judul)]
        return Layar((kata(words.PILIH_BARIS),), page_of(pilihan, int(arg[1]), tutup))
    satu = judul[int(arg[1])]
    if nama == HAPUS:
        ya, tidak = Tombol(kata(words.YA_HAPUS), "del!"), Tombol(kata(words.TIDAK_HAPUS), "close")
        return Layar((fill(words.YAKIN_HAPUS, judul=satu),), ((ya,), (tidak,)))
    isi = [Tombol(_label(t), f"e:{n}") for n, t in enumerate(editable(rencana, draft))]
    isi.append(Tombol(kata(words.HAPUS_BARIS), "del"))
    kepala = (fill("<b>{judul}</b>", judul=satu), kata(words.UBAH_YANG_MANA))
    return Layar(kepala, page_of(isi, int(arg[2]), tutup))


def choices(draft: Draft, soal: Soal, konteks: Konteks, maju: int = 0) -> tuple[Opsi, ...]:
    """Give the choices on screen, or those so many pages on."""
    return shown(soal, konteks, draft.saring, page(draft) + maju)


def page(draft: Draft) -> int:
    """Give the page of a long list that is open."""
    return int(draft.layar[1]) if draft.layar and draft.layar[0] == PILIH else 0


def editable(rencana: Rencana, draft: Draft) -> list[Tempat]:
    """Give what the open menu offers to change: of the form, or of the chosen row."""
    awalan = f"{draft.layar[1]}[{draft.layar[2]}]." if draft.layar[0] == ISI else None
    return [
        tempat
        for tempat in walk(rencana, draft.jawaban)
        if isinstance(tempat.butir, Soal | Kelompok)
        and answered(tempat)
        and (tempat.awalan == awalan if awalan else tempat.kelompok is None)
    ]


def group(rencana: Rencana, draft: Draft, nama: str) -> Kelompok:
    """Give the group of this name."""
    tempat = find(rencana, draft.jawaban, nama)
    assert tempat is not None
    assert isinstance(tempat.butir, Kelompok)
    return tempat.butir


def titles(kelompok: Kelompok, draft: Draft) -> Sequence[str]:
    """Give the titles of a group's rows."""
    baris = rows(kelompok.nama, draft.jawaban)
    return [row_title(kelompok, row, nomor) for nomor, row in enumerate(baris)]


def _label(tempat: Tempat) -> str:
    assert isinstance(tempat.butir, Soal | Kelompok)
    return tempat.butir.label
