"""A closed list of answers: a stable key for the machine, a label for the citizen."""

from enum import StrEnum
from typing import Self


class Pilihan(StrEnum):
    """One choice of a list; written `HILANG = "hilang", "KK hilang"`.

    The key is stored and compared, so it never changes; the label is what people read.
    """

    _value_: str
    label: str

    def __new__(cls, kunci: str, label: str) -> Self:
        """Make the member equal to its key, and keep its label beside it."""
        pilihan = str.__new__(cls, kunci)
        pilihan._value_ = kunci
        pilihan.label = label
        return pilihan


class HasilCari(Pilihan):
    """What the population registry answered to a search with proof (number, name, birth date)."""

    ADA = "ada", "cocok dengan catatan kependudukan"
    TIDAK = "tidak", "tidak cocok dengan catatan kependudukan"
    DIAM = "diam", "catatan kependudukan belum dapat diperiksa"
