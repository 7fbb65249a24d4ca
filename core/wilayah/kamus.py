"""Takes a label apart from its end: "bakalankrapyakkaliwungukudus" is a village, then two names.

So it does not matter where, or whether, spaces were typed. Only whole names count here.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.wilayah.isi import Isi
from core.wilayah.rentang import Tempat
from core.wilayah.wilayah import TINGKAT, Tingkat


class Pecahan(NamedTuple):
    """What is left in front, the area that the rest named, and the levels that were named."""

    kepala: bytes
    tempat: Tempat
    tingkat: frozenset[Tingkat]


class Kamus:
    """Every name above the villages, folded, with the areas that carry it."""

    def __init__(self, isi: Isi) -> None:
        kamus: dict[bytes, tuple[Tempat, ...]] = {}
        for tingkat in TINGKAT[:-1]:
            for lapis in (isi.lapis[tingkat], isi.nama_lain[tingkat]):
                for nama, kode in lapis.folded():
                    satu = Tempat(tingkat, kode)
                    if satu not in kamus.get(nama, ()):
                        kamus[nama] = (*kamus.get(nama, ()), satu)
        self._kamus: Mapping[bytes, tuple[Tempat, ...]] = kamus

    def split(
        self, teks: bytes, tingkat: Tingkat, dalam: Tempat | None = None
    ) -> Iterator[Pecahan]:
        """Yield every way to read the end of `teks` as areas above `tingkat`, one in the other."""
        for potong in range(1, len(teks)):
            for satu in self._kamus.get(teks[potong:], ()):
                inside = dalam is None or satu.within(dalam)
                if not inside or satu.tingkat.angka >= tingkat.angka:
                    continue
                yield Pecahan(teks[:potong], satu, frozenset({satu.tingkat}))
                for lagi in self.split(teks[:potong], tingkat, satu):
                    yield lagi._replace(tingkat=lagi.tingkat | {satu.tingkat})
