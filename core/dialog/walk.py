"""Walks a form as it stands: every visible place in order, and which of them is next.

The cursor is derived: the next question is the first visible one without a valid answer. Back,
edit, resume and "kirim ulang" are then one operation, which is to remove an answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.api import HARI_INI, Syarat
from core.dialog.draft import Draft, Jawaban
from core.dialog.jawaban import closed, rows
from core.dialog.rencana import Butir, Kelompok, KodeSurel, Lacak, Rencana, Soal

KONTAK = "kontak"


@dataclass(frozen=True)
class Tempat:
    """One visible place in a form: what is asked there, and the answers it lives among."""

    awalan: str
    """The prefix of all paths of this level: "", "anggota[1].", "kontak."."""
    butir: Butir
    rumah: Jawaban
    """The answers of this level: of the form, of one row, of the contact part."""
    lingkup: Mapping[str, object]
    """Visible answers of this level and around it, under the names that conditions use."""
    isi: tuple[Butir, ...]
    """The whole level, for those who look at neighbours."""
    kelompok: Kelompok | None = None
    baris: int = 0

    @property
    def nama(self) -> str:
        """The field's name within its level."""
        return self.butir.nama

    @property
    def path(self) -> str:
        """Where in the form this is: "alasan", "anggota[1].nik"."""
        return self.awalan + self.butir.nama

    @property
    def nilai(self) -> Any:
        """The stored answer, None when there is none."""
        return self.rumah.get(self.nama)


def walk(rencana: Rencana, jawaban: Jawaban) -> Iterator[Tempat]:
    """Give every visible place, the plugin's first, then the contact questions."""
    yield from _level(rencana.isi, jawaban, {HARI_INI: jawaban.get(HARI_INI)})
    kontak = jawaban.get(KONTAK) or {}
    yield from _level(rencana.kontak, kontak, awalan=f"{KONTAK}.")


def find(rencana: Rencana, jawaban: Jawaban, path: str | None) -> Tempat | None:
    """Give the visible place of this path."""
    return next((tempat for tempat in walk(rencana, jawaban) if tempat.path == path), None)


def current(rencana: Rencana, draft: Draft) -> Tempat | None:
    """Give the place that is asked now; None when all is answered."""
    if draft.di is not None and (tempat := find(rencana, draft.jawaban, draft.di)):
        return tempat
    return next((t for t in walk(rencana, draft.jawaban) if not answered(t)), None)


def answered(tempat: Tempat) -> bool:
    """Say whether nothing is left to ask here."""
    match tempat.butir:
        case Soal(nama=nama):
            return nama in tempat.rumah
        case Lacak():
            return result(tempat) is not None
        case KodeSurel(nama=nama, alamat=alamat):
            return tempat.rumah.get(nama) == {"alamat": tempat.rumah.get(alamat), "cocok": True}
        case Kelompok(nama=nama, ulang=ulang):
            banyak = len(rows(nama, tempat.rumah))
            if not ulang.minimal <= banyak <= ulang.maksimal:
                return False
            return ulang.minimal == ulang.maksimal or closed(nama, tempat.rumah)


def sent(tempat: Tempat) -> bool:
    """Say whether a code went to the present address."""
    kode = tempat.butir
    assert isinstance(kode, KodeSurel)
    alamat = tempat.rumah.get(kode.alamat)
    return isinstance(tempat.nilai, dict) and tempat.nilai["alamat"] == alamat


def inputs(tempat: Tempat) -> tuple[str, str, str]:
    """Give what a look-up searches with, as stored."""
    lacak = tempat.butir
    assert isinstance(lacak, Lacak)
    nomor, nama, lahir = (str(tempat.lingkup[masukan]) for masukan in lacak.masukan)
    return nomor, nama, lahir


def result(tempat: Tempat) -> str | None:
    """Give a look-up's result, unless what it searched with has changed since."""
    simpanan = tempat.nilai
    if isinstance(simpanan, dict) and tuple(simpanan["dari"]) == inputs(tempat):
        return str(simpanan["hasil"])
    return None


def value(tempat: Tempat) -> object:
    """Give what conditions see of this place."""
    match tempat.butir:
        case Soal():
            return tempat.nilai
        case Lacak():
            return result(tempat)
        case Kelompok(nama=nama):
            return len(rows(nama, tempat.rumah)) or None
        case KodeSurel():
            return None


def meets(rencana: Rencana, draft: Draft, syarat: Syarat) -> bool:
    """Say whether the answers of a form, as far as they are visible, meet a condition."""
    lingkup: dict[str, object] = {HARI_INI: draft.jawaban.get(HARI_INI)}
    lingkup |= {t.nama: value(t) for t in walk(rencana, draft.jawaban) if not t.awalan}
    return syarat.holds(lingkup)


def _level(
    isi: tuple[Butir, ...],
    rumah: Jawaban,
    luar: Mapping[str, object] | None = None,
    awalan: str = "",
    baris: tuple[Kelompok, int] | None = None,
) -> Iterator[Tempat]:
    """Walk one level; a row sees the answers before its group, its own names first."""
    lingkup = dict(luar or {})
    kelompok, nomor = baris or (None, 0)
    for butir in isi:
        lingkup[butir.nama] = None  # a hidden answer is kept, and seen by nobody
        if not _visible(butir, lingkup):
            continue
        if isinstance(butir, Kelompok):
            for urutan, row in enumerate(_begun(butir, rumah)):
                dalam = f"{awalan}{butir.nama}[{urutan}]."
                yield from _level(butir.isi, row, lingkup, dalam, (butir, urutan))
        tempat = Tempat(
            awalan=awalan,
            butir=butir,
            rumah=rumah,
            lingkup=lingkup,
            isi=isi,
            kelompok=kelompok,
            baris=nomor,
        )
        yield tempat
        lingkup[butir.nama] = value(tempat)


def _visible(butir: Butir, lingkup: Mapping[str, object]) -> bool:
    if butir.bila is not None and not butir.bila.holds(lingkup):
        return False
    if isinstance(butir, Lacak):
        return all(lingkup.get(nama) is not None for nama in butir.masukan)
    return True


def _begun(kelompok: Kelompok, rumah: Jawaban) -> list[Jawaban]:
    """Give the rows; the first row of a group that needs one begins at once."""
    ada = rows(kelompok.nama, rumah)
    return ada if ada or not kelompok.ulang.minimal else [{}]
