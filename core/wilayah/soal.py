"""Reads what was typed: which of its words are the name, and which name the areas around it."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from core.wilayah.isi import Isi
from core.wilayah.kamus import Kamus
from core.wilayah.rentang import SEMUA, Rentang, Tempat, merged
from core.wilayah.wilayah import TINGKAT, Tingkat

Kata = Sequence[bytes]
Heads = Sequence[tuple[int, bytes]]


class Cocok(Enum):
    """How well a name must agree; the members stand from strict to loose."""

    PERSIS = b"\n%s\n"
    AWALAN = b"\n%s"
    SISIPAN = b"%s"

    def pola(self, nama: bytes) -> bytes:
        """Return what is looked for in a list of lines."""
        # One letter stands somewhere in almost every name.
        bentuk = Cocok.AWALAN if self is Cocok.SISIPAN and len(nama) < 2 else self
        pola: bytes = bentuk.value % nama
        return pola


class Soal(NamedTuple):
    """One reading: this name, somewhere within these codes."""

    nama: bytes
    codes: tuple[Rentang, ...]


class Pembaca:
    """Makes the readings of words. Spaces inside a name never count, those between names help."""

    def __init__(self, isi: Isi) -> None:
        self._isi = isi
        self._kamus = Kamus(isi)

    def labels(self, kata: Kata, tingkat: Tingkat) -> Iterator[Soal]:
        """Yield readings as a whole label: all names in full, at least up to the kabupaten."""
        penuh = b"".join(kata)
        needed = {satu for satu in TINGKAT[1:] if satu.angka < tingkat.angka}
        if not needed:
            yield Soal(penuh, SEMUA)
        for pecahan in self._kamus.split(penuh, tingkat):
            if needed <= pecahan.tingkat:
                yield Soal(pecahan.kepala, (pecahan.tempat.codes(tingkat),))

    def joined(self, kata: Kata, tingkat: Tingkat) -> Iterator[Soal]:
        """Yield readings in which all names are whole, wherever spaces stand."""
        for pecahan in self._kamus.split(b"".join(kata), tingkat):
            yield Soal(pecahan.kepala, (pecahan.tempat.codes(tingkat),))

    def parts(self, kata: Kata, tingkat: Tingkat) -> Iterator[Soal]:
        """Yield readings in which names may be parts; those with the better surroundings first."""
        levels = [satu for satu in TINGKAT if satu.angka < tingkat.angka]
        panjang = [jumlah for jumlah, _ in self._heads(kata, [tingkat])]
        ekor = [tuple(self._heads(kata[awal:], levels)) for awal in range(1, len(kata))]
        for cocok in Cocok:
            around = self._around(ekor, cocok, levels)
            for jumlah in reversed(panjang):
                nama = b"".join(kata[:jumlah])
                if jumlah == len(kata):
                    yield Soal(nama, SEMUA)
                elif tempat := around[jumlah - 1]:
                    yield Soal(nama, merged(satu.codes(tingkat) for satu in tempat))

    def _around(
        self, ekor: Sequence[Heads], cocok: Cocok, levels: Sequence[Tingkat]
    ) -> list[set[Tempat]]:
        """Return, for each tail of the words, the areas that all its words name together."""
        around: list[set[Tempat]] = [set() for _ in ekor]
        for awal in reversed(range(len(ekor))):
            for jumlah, nama in ekor[awal]:
                if awal + jumlah == len(ekor):
                    around[awal].update(self._named(nama, cocok, levels))
                elif lagi := around[awal + jumlah]:
                    around[awal].update(
                        satu
                        for satu in self._named(nama, cocok, levels)
                        if any(satu.above(atas) in lagi for atas in satu.higher())
                    )
        return around

    def _heads(self, kata: Kata, levels: Sequence[Tingkat]) -> Iterator[tuple[int, bytes]]:
        """Yield how many of the first words may be one name; more words cannot be in fewer."""
        for jumlah in range(1, len(kata) + 1):
            nama = b"".join(kata[:jumlah])
            if next(self._named(nama, Cocok.SISIPAN, levels), None) is None:
                return
            yield jumlah, nama

    def _named(self, nama: bytes, cocok: Cocok, levels: Sequence[Tingkat]) -> Iterator[Tempat]:
        for tingkat in levels:
            for kode in self._isi.matches(tingkat, cocok.pola(nama)):
                yield Tempat(tingkat, kode)
