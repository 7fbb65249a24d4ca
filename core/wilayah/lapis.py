"""All areas of one level, packed: codes as numbers, names in one string, and the same folded.

Objects for ninety thousand areas would take a hundred megabytes; this takes five.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from core.wilayah.lipat import fold_lines
from core.wilayah.rentang import Rentang
from core.wilayah.wilayah import Tingkat


class Lapis:
    """Areas of one level, in the order of their codes. A code may stand more than once."""

    def __init__(
        self, tingkat: Tingkat, kode: Sequence[int], nama: Sequence[str], pos: Sequence[int] = ()
    ) -> None:
        """Pack `nama` beside its `kode`, which ascend; `pos` are postal codes, 0 if not known."""
        self.tingkat = tingkat
        self.kode = array("Q", kode)
        self._pos = array("I", pos)
        self._nama = "\n".join(nama)
        self._awal = _starts(map(len, nama))
        self._lipatan = b"\n" + fold_lines(self._nama) + b"\n"
        self._lipatan_awal = _starts(map(len, self._lipatan[1:-1].split(b"\n")))

    def __len__(self) -> int:
        return len(self.kode)

    def nama(self, tempat: int) -> str:
        """Return the name at a place."""
        return self._nama[self._awal[tempat] : self._awal[tempat + 1] - 1]

    def kode_pos(self, tempat: int) -> str:
        """Return the postal code at a place, or nothing."""
        pos = self._pos[tempat] if self._pos else 0
        return f"{pos:05d}" if pos else ""

    def place(self, kode: int) -> int | None:
        """Return where a code stands; None when it does not."""
        tempat = bisect_left(self.kode, kode)
        return tempat if tempat < len(self.kode) and self.kode[tempat] == kode else None

    def places(self, codes: Rentang) -> Rentang:
        """Return the places of a range of codes."""
        return bisect_left(self.kode, codes[0]), bisect_left(self.kode, codes[1])

    def matches(self, pola: bytes, codes: Rentang) -> Iterator[int]:
        """Yield the codes whose folded name holds `pola`; a line break in it is a name's edge."""
        awal, lipatan = self._lipatan_awal, self._lipatan
        pertama, terakhir = self.places(codes)
        dari, sampai = awal[pertama], awal[terakhir] + 1
        while (kena := lipatan.find(pola, dari, sampai)) >= 0:
            tempat = bisect_right(awal, kena) - 1
            yield self.kode[tempat]
            dari = awal[tempat + 1]

    def folded(self) -> Iterator[tuple[bytes, int]]:
        """Yield every folded name with its code."""
        return zip(self._lipatan[1:-1].split(b"\n"), self.kode, strict=True)


def _starts(panjang: Iterator[int]) -> "array[int]":
    return array("I", accumulate((satu + 1 for satu in panjang), initial=0))
