"""The list as a question asks it: what is near, what a text may mean, what it means for sure."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from core.api import Tempat
from core.api.sifat import OpsiNasional
from core.wilayah.cari import KATA_MAKSIMAL
from core.wilayah.daftar import Daftar
from core.wilayah.lipat import fold, names, words
from core.wilayah.wilayah import Tingkat, Wilayah, bertitik

BATAS = 40
"""No more than this is offered: five pages of buttons."""
TEKS_MAKSIMAL = 120
"""The longest path in the list has 115 letters."""
_INGAT = 64
_TINGKAT: Mapping[OpsiNasional, Tingkat] = {
    "desa_nasional": Tingkat.DESA,
    "kabupaten_nasional": Tingkat.KABUPATEN,
}
_PEMISAH = re.compile(r"[\s.,/-]")


class Penunjuk:
    """Answers for one office, which it knows by the code of its kabupaten or kota."""

    def __init__(self, daftar: Daftar, *, kantor: str) -> None:
        """Take a list that need not have been read yet."""
        self._daftar, self._kantor = daftar, kantor
        self._provinsi = kantor.partition(".")[0]
        # A screen asks the same several times over, and a search is some milliseconds.
        self._found = lru_cache(_INGAT)(self._search)
        self._near = lru_cache(len(_TINGKAT))(self._nearby)

    def load(self) -> None:
        """Read the files now, for example in a thread, so that no citizen waits for it."""
        self._daftar.load()

    def tempat(self, kode: str) -> Tempat | None:
        """Give an area with all that hold it, also a retired one; None when it is not known."""
        try:
            return _place(self._daftar.lineage(kode))
        except ValueError:
            return None

    def nearby(self, opsi: OpsiNasional) -> tuple[Tempat, ...]:
        """Give what is offered before anything is typed: the office's own, and what is around."""
        return self._near(opsi)

    def search(self, opsi: OpsiNasional, teks: str) -> tuple[Tempat, ...]:
        """Give what a text may mean, the best first, `BATAS` at most; a code means one area.

        A retired code means its successor as far as it is known, and else itself.
        """
        return self._found(opsi, teks)

    def exact(self, opsi: OpsiNasional, teks: str) -> Tempat | None:
        """Give what a text means for sure; None when somebody must choose.

        That is: a code; the only area found, named in full; or, of several, the only one that is
        called exactly so, if it is the office's own.
        """
        found = self.search(opsi, teks)
        if len(found) == 1 and (_code(teks, opsi) or fold(_name(found[0])) in fold(teks)):
            return found[0]
        nama = (fold(teks), b"".join(names(words(teks))))
        sama = [satu for satu in found if fold(_name(satu)) in nama]
        milik = len(sama) == 1 and len(found) < BATAS and self._is_own(sama[0])
        return sama[0] if milik else None

    def _search(self, opsi: OpsiNasional, teks: str) -> tuple[Tempat, ...]:
        if not _is_sensible(teks):
            return ()
        if kode := _code(teks, opsi):
            satu = self._daftar.find(kode)
            tempat = satu and self.tempat(satu.kini or satu.kode)
            return (tempat,) if tempat else ()
        found = self._daftar.search(
            teks, _TINGKAT[opsi], dahulu=(self._kantor,), dekat=self._provinsi, batas=BATAS
        )
        return self._places(found)

    def _nearby(self, opsi: OpsiNasional) -> tuple[Tempat, ...]:
        if opsi == "kabupaten_nasional":
            around = self._daftar.children(self._provinsi)
            own = [satu for satu in around if satu.kode == self._kantor]
            return self._places([*own, *(satu for satu in around if satu not in own)])
        kecamatan = self._daftar.children(self._kantor)
        return self._places(
            desa for satu in kecamatan for desa in self._daftar.children(satu.kode)
        )

    def _places(self, daftar: Iterable[Wilayah]) -> tuple[Tempat, ...]:
        return tuple(_place(self._daftar.lineage(satu.kode)) for satu in daftar)

    def _is_own(self, tempat: Tempat) -> bool:
        return f"{tempat.kode}.".startswith(f"{self._kantor}.")


def _place(garis: tuple[Wilayah, ...]) -> Tempat:
    """Turn an area and those above it, from below, into what people read."""
    menurut = {satu.tingkat: satu for satu in garis}
    if not menurut:
        raise ValueError("an empty code is no area")
    kosong = Wilayah("", "", garis[-1].jenis)
    desa, kecamatan, kabupaten = (
        menurut.get(satu, kosong) for satu in (Tingkat.DESA, Tingkat.KECAMATAN, Tingkat.KABUPATEN)
    )
    return Tempat(
        garis[0].kode,
        provinsi=menurut[Tingkat.PROVINSI].nama,
        kabupaten=kabupaten.nama,
        kecamatan=kecamatan.nama,
        desa=desa.nama,
        jenis_kabupaten=kabupaten.jenis.title() if kabupaten.nama else "",
        jenis_desa=desa.jenis.title() if desa.nama else "",
        kode_pos=desa.kode_pos,
    )


def _code(teks: str, opsi: OpsiNasional) -> str:
    """Read a code, with dots, spaces or nothing between its digits; empty if it is none."""
    angka = _PEMISAH.sub("", teks)
    if not (angka.isascii() and angka.isdigit()) or len(angka) != _TINGKAT[opsi].angka:
        return ""
    return bertitik(angka)


def _is_sensible(teks: str) -> bool:
    """Say whether every letter counts in the search, so that nothing typed is passed over."""
    if len(teks) > TEKS_MAKSIMAL or len(words(teks)) > KATA_MAKSIMAL:
        return False
    return all(fold(huruf) for huruf in teks if huruf.isalnum())


def _name(tempat: Tempat) -> str:
    return tempat.desa or tempat.kabupaten
