"""Fills many answers from one pasted block (DIALOG.md U15): of the form, and of rows of a group.

A label that comes again begins the next row, so a whole family can be pasted at once. What could
not be read is named, and asked as usual. An answer that is not asked yet, because the registry has
not been asked, is kept for when it is; what stays hidden is left behind when the form is finished.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.bahasa import kata
from core.dialog import words
from core.dialog.aliases import Kamus, called, dictionary
from core.dialog.answers import Isian, record, understand
from core.dialog.block import Pasangan, paragraphs
from core.dialog.draft import Draft
from core.dialog.events import Konteks
from core.dialog.free_line import unlabelled
from core.dialog.parse import Terbaca, read
from core.dialog.place import Letak, group_at, place
from core.dialog.rencana import Butir, Kelompok, Lacak, Rencana, Soal
from core.dialog.show import fill
from core.dialog.sort_lines import Rekam, Sortir
from core.dialog.walk import Tempat, answered, find, walk

_KOSONG = ("-", "--", "tidak ada", "kosong")


@dataclass(frozen=True)
class Tempelan:
    """What became of a pasted block: the draft after it, and what to say about it."""

    draft: Draft
    notes: tuple[str, ...]


def paste(
    rencana: Rencana, draft: Draft, tempat: Tempat | None, teks: str, konteks: Konteks
) -> Tempelan | None:
    """Take a block apart; None when the text is none of it."""
    kelompok = group_at(tempat)
    kamus = dictionary(rencana)
    alinea = paragraphs(teks, lambda label: kamus.find(label, kelompok) is not None)
    if not alinea and not _is_an_answer(tempat, teks, konteks):
        alinea = unlabelled(rencana, tempat, teks)
    sortir = Sortir(rencana, kamus, kelompok)
    sortir.take(alinea)
    if not sortir.rekaman:
        return None
    return Pengisi(rencana, kamus, konteks).fill(draft, tempat, sortir)


class Pengisi:
    """Writes records down, and keeps what there is to say about them."""

    def __init__(self, rencana: Rencana, kamus: Kamus, konteks: Konteks) -> None:
        self._rencana = rencana
        self._kamus = kamus
        self._konteks = konteks
        self._terisi: list[str] = []
        self._belum: list[str] = []

    def fill(self, draft: Draft, tempat: Tempat | None, sortir: Sortir) -> Tempelan:
        """Write down all that was sorted."""
        hasil = replace(draft, rev=draft.rev + 1, di=None, layar=(), saring="", gagal=0)
        layar, lain = tempat, list(sortir.lain)
        for rekam in sortir.rekaman:
            if rekam.atas:
                hasil = self._record(hasil, "", rekam.isi, "")
                continue
            letak = place(self._rencana, hasil, self._kamus, rekam, self._konteks, layar)
            layar = None  # who comes next is somebody else
            if letak is None:
                lain += [satu.label for satu in rekam.isi.values()]
            elif letak.awalan is None:
                self._belum.append(_full(letak.kelompok))
            else:
                isi = self._by_field(letak.kelompok, rekam)
                hasil = self._record(letak.draft, letak.awalan, isi, _row_name(letak))
        notes = [fill(words.TERISI, daftar=satu) for satu in self._terisi] + self._belum
        if lain:
            daftar = dict.fromkeys(words.label_of(satu) for satu in lain)
            notes.append(fill(words.TAK_DITANYA, daftar=", ".join(daftar)))
        if sortir.asing:
            notes.append(kata(words.BARIS_ASING, banyak=sortir.asing))
        return Tempelan(hasil, tuple(notes))

    def _by_field(self, kelompok: Kelompok, rekam: Rekam) -> dict[str, Pasangan]:
        """Give a record under the names of the group that takes it."""
        milik = {self._kamus.field(satu.label, kelompok): satu for satu in rekam.isi.values()}
        return {nama: satu for nama, satu in milik.items() if nama is not None}

    def _record(self, draft: Draft, awalan: str, isi: Mapping[str, Pasangan], siapa: str) -> Draft:
        """Answer the questions of one record, in the form's order so that conditions open."""
        baik: list[str] = []
        for path in _in_order(self._rencana, awalan, isi):
            teks = isi[path].isi
            tempat = find(self._rencana, draft.jawaban, awalan + path)
            if not teks:
                continue
            if tempat is None:
                draft, menanti = self._later(draft, awalan, path, teks)
                baik += menanti
                continue
            soal = tempat.butir
            assert isinstance(soal, Soal)
            if soal.opsional and teks.lower() in _KOSONG:
                draft = record(draft, [Isian(tempat.path, Terbaca(None))])
                continue
            hasil = understand(self._rencana, draft, tempat, called(soal, teks), self._konteks)
            if isinstance(hasil, list):
                draft = record(draft, hasil)
                baik.append(soal.label)
            else:
                label = siapa + soal.label
                self._belum.append(fill(words.BELUM_TERISI, label=label, kalimat=hasil.kalimat))
        if baik:
            self._terisi.append(siapa + ", ".join(baik))
        return draft

    def _later(self, draft: Draft, awalan: str, path: str, teks: str) -> tuple[Draft, list[str]]:
        """Keep an answer that is not asked now; say so where only the registry decides on it."""
        soal = next((b for b in _level(self._rencana, awalan) if b.nama == path), None)
        if not isinstance(soal, Soal):
            return draft, []
        terbaca = read(soal, called(soal, teks), self._konteks)
        if not isinstance(terbaca, Terbaca):
            return draft, []
        menunggu = any(
            isinstance(t.butir, Lacak) and t.awalan == awalan and not answered(t)
            for t in walk(self._rencana, draft.jawaban)
        )
        return record(draft, [Isian(awalan + path, terbaca)]), [soal.label] if menunggu else []


def _is_an_answer(tempat: Tempat | None, teks: str, konteks: Konteks) -> bool:
    """Say whether the text answers the question on screen just as it is."""
    soal = tempat.butir if tempat else None
    if isinstance(soal, Kelompok):
        soal = soal.pertama
    return isinstance(soal, Soal) and isinstance(read(soal, teks, konteks, ()), Terbaca)


def _level(rencana: Rencana, awalan: str) -> tuple[Butir, ...]:
    """Give the questions of the form, or of the group that this prefix is a row of."""
    kelompok = next((b for b in rencana.isi if awalan.startswith(f"{b.nama}[")), None)
    return kelompok.isi if isinstance(kelompok, Kelompok) else rencana.isi


def _in_order(rencana: Rencana, awalan: str, isi: Iterable[str]) -> list[str]:
    urutan = [butir.nama for butir in _level(rencana, awalan)]
    return sorted(isi, key=lambda path: urutan.index(path) if path in urutan else len(urutan))


def _row_name(letak: Letak) -> str:
    """Name the row that a record went to: "Anggota 2: "."""
    assert letak.awalan is not None
    nomor = int(letak.awalan.removeprefix(f"{letak.kelompok.nama}[").removesuffix("]."))
    return kata(words.BARIS_KE, label=letak.kelompok.label, nomor=nomor + 1) + ": "


def _full(kelompok: Kelompok) -> str:
    kalimat = kata(words.PALING_BANYAK, maksimal=kelompok.ulang.maksimal)
    return fill(words.BELUM_TERISI, label=kelompok.label, kalimat=kalimat)
