"""Finds areas by what was typed. Answers come one by one, the best first, always in one order."""

from collections.abc import Iterator, Sequence

from core.wilayah.isi import Isi
from core.wilayah.lipat import names, words
from core.wilayah.rentang import Rentang, common
from core.wilayah.soal import Cocok, Kata, Pembaca, Soal
from core.wilayah.wilayah import Tingkat

KATA_MAKSIMAL = 24
KATA_TERBALIK = 5


class Pencari:
    """Searches one list."""

    def __init__(self, isi: Isi) -> None:
        self._isi = isi
        self._pembaca = Pembaca(isi)

    def search(
        self, teks: str, tingkat: Tingkat, *, dalam: Sequence[Rentang], dahulu: Sequence[Rentang]
    ) -> Iterator[int]:
        """Yield each code once: a whole label alone; else those of `dahulu` first, then all.

        Words go from the village up. Only if nothing is found so, a few words are read in reverse.
        """
        kata = words(teks)[:KATA_MAKSIMAL]
        bacaan = [satu for satu in dict.fromkeys((kata, names(kata))) if satu]
        lingkup = (common(dahulu, dalam), tuple(dalam))
        terbalik = [satu[::-1] for satu in bacaan if 1 < len(satu) <= KATA_TERBALIK]
        for urutan in (bacaan, terbalik):
            for found in (self._labels, self._readings):
                hasil = _unrepeated(found(urutan, tingkat, lingkup))
                pertama = next(hasil, None)
                if pertama is not None:
                    yield pertama
                    yield from hasil
                    return

    def _labels(
        self, bacaan: Sequence[Kata], tingkat: Tingkat, lingkup: Sequence[Sequence[Rentang]]
    ) -> Iterator[int]:
        label = [soal for kata in bacaan for soal in self._pembaca.labels(kata, tingkat)]
        for codes in lingkup:
            yield from self._answers(label, tingkat, Cocok.PERSIS, codes)

    def _readings(
        self, bacaan: Sequence[Kata], tingkat: Tingkat, lingkup: Sequence[Sequence[Rentang]]
    ) -> Iterator[int]:
        rapat = [soal for kata in bacaan for soal in self._pembaca.joined(kata, tingkat)]
        soal = [soal for kata in bacaan for soal in self._pembaca.parts(kata, tingkat)]
        soal = list(dict.fromkeys(soal))
        for codes in lingkup:
            yield from self._answers([*rapat, *soal], tingkat, Cocok.PERSIS, codes)
            for cocok in (Cocok.AWALAN, Cocok.SISIPAN):
                yield from self._answers(soal, tingkat, cocok, codes)

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
