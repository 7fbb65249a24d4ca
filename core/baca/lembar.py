"""A picture as it is handed to the reader: grey dots and nothing else. Plain data."""

from dataclasses import dataclass, field
from enum import Enum

_MARGIN = 0.35


class Bagian(Enum):
    """Which part of a paper is read: the head of a KK is enough, and its table is too small."""

    SELURUH = "seluruh"
    ATAS = "atas"


@dataclass(frozen=True)
class Lembar:
    """Grey dots, row by row, a byte each. Raises ValueError when they do not fill the frame."""

    lebar: int
    tinggi: int
    abu: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.lebar <= 0 or self.tinggi <= 0 or len(self.abu) != self.lebar * self.tinggi:
            raise ValueError("the dots do not fill the frame")

    def pgm(self) -> bytes:
        """Return the picture as Tesseract takes it: a portable graymap (pgm(5)), unpacked."""
        return b"P5\n%d %d\n255\n" % (self.lebar, self.tinggi) + self.abu

    def cut(self, kiri: int, atas: int, kanan: int, bawah: int) -> "Lembar":
        """Return a part of it with some paper around, as a line of its own."""
        room = max(int((bawah - atas) * _MARGIN), 2)
        left, right = max(kiri - room, 0), min(kanan + room, self.lebar)
        top, bottom = max(atas - room, 0), min(bawah + room, self.tinggi)
        rows = range(top, bottom)
        dots = b"".join(self.abu[y * self.lebar + left : y * self.lebar + right] for y in rows)
        return Lembar(right - left, bottom - top, dots)
