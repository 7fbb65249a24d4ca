"""Uploads: which question a photo answers, up to three pages of a paper, three tries.

The room looks at every file (`PeriksaBerkas`) and reports (`Diperiksa`). An album is handled page
by page as it arrives: its first photo answers the question, the others become further pages.
"""

from dataclasses import replace
from typing import Any

from core.api import Unggahan
from core.bahasa import kata
from core.dialog import words, words_foto
from core.dialog.answers import Isian, echo, record
from core.dialog.draft import Draft
from core.dialog.events import Balasan, Diperiksa, Kirim, Lanjutan, PeriksaBerkas, TitipanBerkas
from core.dialog.fields import papers
from core.dialog.jawaban import add_row, put, rows
from core.dialog.letter import signed
from core.dialog.menu import HALAMAN, MENU
from core.dialog.moved import Gerak, Saat, moved, refused
from core.dialog.parse import Terbaca, read_file
from core.dialog.rencana import Kelompok, Rupa, Soal
from core.dialog.show import HALAMAN_MAKSIMAL, fill
from core.dialog.terbaca import sought
from core.dialog.walk import Tempat, answered, find

TERAKHIR = 3
"""The try at which a photo is accepted with a flag (FEATURES F08)."""

_DIBERI_TAHU = "~"
"""Before an album's name: the citizen was told that no more of it is taken."""


def receive(saat: Saat, kirim: Kirim) -> Gerak:
    """Take a file: the room is asked to look at it, unless its outside already says no."""
    titipan = kirim.berkas
    if titipan.album and saat.draft.album.removeprefix(_DIBERI_TAHU) == titipan.album:
        return _rest_of_album(saat, titipan)
    if saat.draft.layar and saat.draft.layar[0] in MENU:
        return refused(saat.draft, kata(words.PILIH_TOMBOL))
    draft, tempat = saat.draft, saat.tempat
    if tempat is not None and isinstance(tempat.butir, Kelompok):
        draft, tempat = _row_for_file(saat, tempat.butir)
    if tempat is None or not isinstance(tempat.butir, Soal):
        ringkas = saat.tempat is None or isinstance(saat.tempat.butir, Kelompok)
        return refused(saat.draft, kata(words.PILIH_TOMBOL) if ringkas else kata(words.MINTA_TEKS))
    if sebab := read_file(tempat.butir, titipan):
        return refused(saat.draft, sebab)
    diminta = answered(tempat) and draft.layar[:1] == (HALAMAN,)
    if titipan.album:
        draft = replace(draft, album=titipan.album, album_di=tempat.path)
    return _look(replace(saat, draft=draft), tempat, titipan, "diminta" if diminta else "")


def looked_at(saat: Saat, laporan: Diperiksa) -> Gerak:
    """Keep an upload that is good, or say why it is not."""
    tempat = find(saat.rencana, saat.draft.jawaban, laporan.path)
    if (
        tempat is None
        or not isinstance(tempat.butir, Soal)
        or tempat.butir.rupa is not Rupa.UNGGAH
    ):
        return Gerak(saat.draft)
    soal = tempat.butir
    # Its name and its outside may have promised something else.
    if laporan.unggahan is not None and not _is_taken(soal, laporan.unggahan.mime):
        laporan = replace(laporan, unggahan=None, sebab=kata(words.BUKAN_JENISNYA))
    if laporan.lanjut:
        return _page(saat, tempat, soal, laporan) if answered(tempat) else Gerak(saat.draft)
    sekarang = saat.tempat is not None and saat.tempat.path == laporan.path
    if answered(tempat) and not sekarang:
        return Gerak(saat.draft)
    if laporan.unggahan is None:
        kalimat = fill(words.PERINGATAN, kalimat=kata(laporan.sebab or words.BERKAS_DITOLAK))
        # The next photo of the same album is then the first.
        draft = replace(_tried(saat.draft, laporan), album="") if sekarang else saat.draft
        return _told(draft, kalimat, laporan)
    return _taken(saat, tempat, soal, laporan.unggahan)


def _taken(saat: Saat, tempat: Tempat, soal: Soal, unggahan: Unggahan) -> Gerak:
    """Write down the first page, and go on; an album gets its line, which later pages edit."""
    nilai = unggahan.model_dump(mode="json", exclude_defaults=True)
    isian = [Isian(tempat.path, Terbaca(nilai, signed(tempat, saat.draft)))]
    baru = replace(record(saat.draft, isian), coba=_without(saat.draft, tempat.path))
    tanda = (kata(words_foto.BERTANDA),) if unggahan.cacat else ()
    sealbum = saat.draft.album and saat.draft.album_di == tempat.path and not answered(tempat)
    if sealbum and most(soal) > 1:
        return Gerak(baru, tanda, dahulu=(_status(soal, 1, baru=True),))
    return Gerak(baru, echo(saat.rencana, baru, isian) + tanda)


def _page(saat: Saat, tempat: Tempat, soal: Soal, laporan: Diperiksa) -> Gerak:
    """Add a page to a paper that is there already, or ask for that page again."""
    nomor = pages(tempat.nilai) + 1
    if laporan.unggahan is None or nomor > most(soal):
        kalimat = kata(laporan.sebab or words.BERKAS_DITOLAK)
        draft = moved(_tried(saat.draft, laporan), di=tempat.path, layar=(HALAMAN, tempat.path))
        teks = fill(words_foto.HALAMAN_DITOLAK, nomor=nomor, label=soal.label, kalimat=kalimat)
        return _told(draft, teks, laporan)
    halaman = laporan.unggahan.model_dump(mode="json", exclude_defaults=True)
    nilai = {**tempat.nilai, "lanjutan": [*tempat.nilai.get("lanjutan", ()), halaman]}
    jawaban = put(saat.draft.jawaban, tempat.path, nilai)
    tanda = (kata(words_foto.BERTANDA),) if laporan.unggahan.cacat else ()
    draft = replace(saat.draft, jawaban=jawaban, coba=_without(saat.draft, tempat.path))
    if laporan.lanjut == "album":
        return Gerak(draft, tanda, dahulu=(_joined(_status(soal, nomor)),), diam=True)
    return Gerak(moved(draft, di=None), (_status(soal, nomor).teks, *tanda))


def _is_taken(soal: Soal, mime: str) -> bool:
    return soal.terima is None or mime in soal.terima.mime


def most(soal: Soal) -> int:
    """Say how many pages a question takes: a portrait is one."""
    return HALAMAN_MAKSIMAL if soal.terima is None or soal.terima.kertas else 1


def pages(nilai: Any) -> int:
    """Say how many pages a stored answer has; 0 where there is none."""
    return len(Unggahan.model_validate(nilai).halaman) if isinstance(nilai, dict) else 0


def may_add_page(draft: Draft, tempat: Tempat, soal: Soal) -> bool:
    """Say whether the question on screen offers to add a page to what was sent."""
    kembali = draft.di == tempat.path and draft.layar[:1] != (HALAMAN,)
    return soal.rupa is Rupa.UNGGAH and kembali and 0 < pages(tempat.nilai) < most(soal)


def _status(soal: Soal, banyak: int, *, baru: bool = False) -> Balasan:
    daftar = ", ".join(str(nomor) for nomor in range(1, banyak + 1))
    teks = fill(words_foto.HALAMAN_DITERIMA, label=soal.label, daftar=daftar)
    return Balasan(teks, tanya=False, status="baru" if baru else "lanjut")


def _joined(status: Balasan) -> Balasan:
    """Say what became of photos sent together: who meant several papers must learn it now."""
    return replace(status, teks=f"{status.teks}\n{kata(words_foto.ALBUM_SATU_DOKUMEN)}")


def _told(draft: Draft, teks: str, laporan: Diperiksa) -> Gerak:
    """Say what is wrong; with its example picture in a message of its own."""
    if not laporan.contoh:
        return Gerak(draft, (teks,))
    return Gerak(draft, dahulu=(Balasan(teks, tanya=False, contoh=laporan.contoh),))


def _tried(draft: Draft, laporan: Diperiksa) -> Draft:
    """Count a try. What is our own fault is none, and all photos of an album are one."""
    if laporan.netral:
        return draft
    album = draft.album.removeprefix(_DIBERI_TAHU)
    coba = draft.coba
    if laporan.lunak and not (album and album == draft.tolak):
        coba = coba | {laporan.path: coba.get(laporan.path, 0) + 1}
    return replace(draft, gagal=draft.gagal + 1, coba=coba, tolak=album or draft.tolak)


def _without(draft: Draft, path: str) -> dict[str, int]:
    return {lain: kali for lain, kali in draft.coba.items() if lain != path}


def _look(saat: Saat, tempat: Tempat, titipan: TitipanBerkas, lanjut: Lanjutan) -> Gerak:
    """Ask the room to look at a file, with all that it must know of this draft."""
    draft, soal = saat.draft, tempat.butir
    assert isinstance(soal, Soal)
    lain = (
        halaman.jejak
        for satu in papers(saat.rencana, draft)
        if lanjut or satu.path != tempat.path
        for halaman in satu.unggahan.halaman
    )
    terakhir = draft.coba.get(tempat.path, 0) >= TERAKHIR - 1
    efek = PeriksaBerkas(
        tempat.path,
        titipan,
        kertas=soal.terima is None or soal.terima.kertas,
        terdahulu=tuple(jejak for jejak in lain if jejak),
        terakhir=terakhir and not (titipan.album and titipan.album == draft.tolak),
        baca=sought(soal, tempat.isi),
        lanjut=lanjut,
    )
    return Gerak(draft, efek=(efek,), diam=True)


def _rest_of_album(saat: Saat, titipan: TitipanBerkas) -> Gerak:
    """Take the next page; tell once when there are enough, then pass over the others."""
    draft = saat.draft
    tempat = find(saat.rencana, draft.jawaban, draft.album_di)
    if tempat is not None and isinstance(tempat.butir, Soal) and isinstance(tempat.nilai, dict):
        batas = most(tempat.butir)
        if pages(tempat.nilai) < batas:
            if sebab := read_file(tempat.butir, titipan):
                return Gerak(draft, (fill(words.PERINGATAN, kalimat=sebab),), diam=True)
            return _look(saat, tempat, titipan, "album")
        penuh = fill(words_foto.HALAMAN_PENUH, banyak=batas, label=tempat.butir.label)
        kalimat = penuh if batas > 1 else kata(words.SATU_FOTO)
    else:
        kalimat = kata(words.SATU_FOTO)
    if draft.album.startswith(_DIBERI_TAHU):
        return Gerak(draft, diam=True)
    return Gerak(replace(draft, album=_DIBERI_TAHU + draft.album), (kalimat,), diam=True)


def _row_for_file(saat: Saat, kelompok: Kelompok) -> tuple[Draft, Tempat | None]:
    """Begin a row with a file, when a row begins with one."""
    penuh = len(rows(kelompok.nama, saat.draft.jawaban)) >= kelompok.ulang.maksimal
    if penuh or kelompok.pertama.rupa is not Rupa.UNGGAH:
        return saat.draft, None
    jawaban, awalan = add_row(saat.draft.jawaban, kelompok.nama)
    path = awalan + kelompok.pertama.nama
    return moved(saat.draft, jawaban=jawaban, di=path), find(saat.rencana, jawaban, path)
