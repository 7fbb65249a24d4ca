"""Ranges of codes: an area is the range of the numbers that begin with its own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from core.wilayah.wilayah import TINGKAT, Tingkat

# Codes as numbers, or places in a list: from, and up to but without.
Rentang = tuple[int, int]
SEMUA: tuple[Rentang, ...] = ((0, 10**10),)


class Tempat(NamedTuple):
    """An area as the search sees it: its level and its code as a number."""

    tingkat: Tingkat
    kode: int

    def above(self, tingkat: Tingkat) -> "Tempat":
        """Return the area of this level that holds it."""
        return Tempat(tingkat, self.kode // 10 ** (self.tingkat.angka - tingkat.angka))

    def higher(self) -> Iterator[Tingkat]:
        """Yield the levels above it."""
        return (satu for satu in TINGKAT if satu.angka < self.tingkat.angka)

    def codes(self, tingkat: Tingkat) -> "Rentang":
        """Return the numbers that codes of a level inside it (or above it) may have."""
        if tingkat.angka < self.tingkat.angka:
            return self.above(tingkat).codes(tingkat)
        lebar: int = 10 ** (tingkat.angka - self.tingkat.angka)
        return self.kode * lebar, (self.kode + 1) * lebar

    def within(self, lain: "Tempat") -> bool:
        """Tell whether it lies inside another area of a higher level."""
        return self.tingkat.angka > lain.tingkat.angka and self.above(lain.tingkat) == lain


def merged(daftar: Iterable[Rentang]) -> tuple[Rentang, ...]:
    """Sort ranges and join those that touch."""
    hasil: list[Rentang] = []
    for dari, sampai in sorted(daftar):
        if hasil and dari <= hasil[-1][1]:
            hasil[-1] = (hasil[-1][0], max(sampai, hasil[-1][1]))
        elif dari < sampai:
            hasil.append((dari, sampai))
    return tuple(hasil)


def common(satu: Sequence[Rentang], dua: Sequence[Rentang]) -> tuple[Rentang, ...]:
    """Return what two merged lists of ranges have in common."""
    hasil: list[Rentang] = []
    i = j = 0
    while i < len(satu) and j < len(dua):
        dari, sampai = max(satu[i][0], dua[j][0]), min(satu[i][1], dua[j][1])
        if dari < sampai:
            hasil.append((dari, sampai))
        if satu[i][1] < dua[j][1]:
            i += 1
        else:
            j += 1
    return tuple(hasil)
