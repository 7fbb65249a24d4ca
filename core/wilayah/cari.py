"""Finds areas by what was typed. Answers come one by one, the best first, always in one order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.wilayah.isi import Isi
from core.wilayah.lipat import names, words
from core.wilayah.rentang import Rentang, common
from core.wilayah.soal import Cocok, Kata, Pembaca, Soal
from core.wilayah.wilayah import Tingkat

KATA_MAKSIMAL = 24
KATA_TERBALIK = 5


@dataclass(frozen=True)
class Lingkup:
    """Where to look: what comes before all else, what before its equals, and how far at all."""

    dahulu: Sequence[Rentang]
    dekat: Sequence[Rentang]
    dalam: Sequence[Rentang]

    def groups(self) -> Iterator[tuple[Sequence[Rentang], ...]]:
        """Yield groups of ranges; within one, what agrees better goes before what is nearer."""
        yield (common(self.dahulu, self.dalam),)
        yield common(self.dekat, self.dalam), self.dalam


class Pencari:
    """Searches one list."""

    def __init__(self, isi: Isi) -> None:
        self._isi = isi
        self._pembaca = Pembaca(isi)

    def search(self, teks: str, tingkat: Tingkat, lingkup: Lingkup) -> Iterator[int]:
        """Yield each code once: a whole label alone; else those of `dahulu` first, then all.

        Words go from the village up. Only if nothing is found so, a few words are read in reverse.
        """
        kata = words(teks)[:KATA_MAKSIMAL]
        bacaan = [satu for satu in dict.fromkeys((kata, names(kata))) if satu]
        terbalik = [satu[::-1] for satu in bacaan if 1 < len(satu) <= KATA_TERBALIK]
        for urutan in (bacaan, terbalik):
            for found in (self._labels, self._readings):
                hasil = _unrepeated(found(urutan, tingkat, lingkup))
                pertama = next(hasil, None)
                if pertama is not None:
                    yield pertama
                    yield from hasil
                    return

    def _labels(self, bacaan: Sequence[Kata], tingkat: Tingkat, lingkup: Lingkup) -> Iterator[int]:
        label = [soal for kata in bacaan for soal in self._pembaca.labels(kata, tingkat)]
        for group in lingkup.groups():
            for codes in group:
                yield from self._answers(label, tingkat, Cocok.PERSIS, codes)

    def _readings(
        self, bacaan: Sequence[Kata], tingkat: Tingkat, lingkup: Lingkup
    ) -> Iterator[int]:
        rapat = [soal for kata in bacaan for soal in self._pembaca.joined(kata, tingkat)]
        soal = [soal for kata in bacaan for soal in self._pembaca.parts(kata, tingkat)]
        soal = list(dict.fromkeys(soal))
        for group in lingkup.groups():
            for cocok in Cocok:
                for codes in group:
                    bentuk = [*rapat, *soal] if cocok is Cocok.PERSIS else soal
                    yield from self._answers(bentuk, tingkat, cocok, codes)

    def _answers(
        self, daftar: Sequence[Soal], tingkat: Tingkat, cocok: Cocok, codes: Sequence[Rentang]
    ) -> Iterator[int]:
        for soal in daftar:
            yield from self._isi.matches(tingkat, cocok.pola(soal.nama), common(soal.codes, codes))


def _unrepeated(kode: Iterator[int]) -> Iterator[int]:
    seen: set[int] = set()
    for satu in kode:
        if satu not in seen:
            seen.add(satu)
            yield satu
