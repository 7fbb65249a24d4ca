"""Conditions on earlier answers, as values that can be read, drawn and explained.

`F.alasan == "hilang"` is not computed when it is written: it becomes a small tree that the core
evaluates against a draft, checks at load, and puts into words ("bila alasan: KK hilang").
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NoReturn

from core.api.usia import age

Nilai = str | bool | int | None
HARI_INI = "hari_ini"
"""The name under which a condition finds the day that it counts from; no field may bear it."""


class Syarat(ABC):
    """A condition; combine with `&`, `|`, `~`."""

    @abstractmethod
    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """Say whether the condition is met by these answers (None or absent: not answered)."""

    @abstractmethod
    def names(self) -> frozenset[str]:
        """Name the fields that the condition reads."""

    def __and__(self, lain: Syarat) -> Syarat:
        """Require both."""
        return Dan(self, lain)

    def __or__(self, lain: Syarat) -> Syarat:
        """Require at least one."""
        return Atau(self, lain)

    def __invert__(self) -> Syarat:
        """Require the opposite."""
        return Bukan(self)

    def __bool__(self) -> NoReturn:
        """Refuse `and`, `or`, `not`, which Python would compute at once and wrongly."""
        raise TypeError("a condition has no truth yet: combine conditions with &, | and ~")


@dataclass(frozen=True)
class SalahSatu(Syarat):
    """The answer is one of these values."""

    nama: str
    nilai: tuple[Nilai, ...]

    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """Compare the stored key, never the label."""
        return jawaban.get(self.nama) in self.nilai

    def names(self) -> frozenset[str]:
        """Name the one field."""
        return frozenset({self.nama})


@dataclass(frozen=True)
class Terisi(Syarat):
    """The question was answered, and not skipped."""

    nama: str

    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """A skipped or unasked question holds None."""
        return jawaban.get(self.nama) is not None

    def names(self) -> frozenset[str]:
        """Name the one field."""
        return frozenset({self.nama})


@dataclass(frozen=True)
class Usia(Syarat):
    """Whole years from this date to the day of filing: at least `mulai`, and below `sampai`."""

    nama: str
    mulai: int
    sampai: int | None = None

    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """Count the years; a date or a day that is not there is no age at all."""
        lahir, pada = _day(jawaban.get(self.nama)), _day(jawaban.get(HARI_INI))
        if lahir is None or pada is None:
            return False
        tahun = age(lahir, pada)
        return self.mulai <= tahun and (self.sampai is None or tahun < self.sampai)

    def names(self) -> frozenset[str]:
        """Name the one field."""
        return frozenset({self.nama})


@dataclass(frozen=True)
class Dan(Syarat):
    """Both conditions."""

    kiri: Syarat
    kanan: Syarat

    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """Both hold."""
        return self.kiri.holds(jawaban) and self.kanan.holds(jawaban)

    def names(self) -> frozenset[str]:
        """Fields of both sides."""
        return self.kiri.names() | self.kanan.names()


@dataclass(frozen=True)
class Atau(Syarat):
    """At least one of two conditions."""

    kiri: Syarat
    kanan: Syarat

    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """One holds."""
        return self.kiri.holds(jawaban) or self.kanan.holds(jawaban)

    def names(self) -> frozenset[str]:
        """Fields of both sides."""
        return self.kiri.names() | self.kanan.names()


@dataclass(frozen=True)
class Bukan(Syarat):
    """The opposite of a condition."""

    isi: Syarat

    def holds(self, jawaban: Mapping[str, object]) -> bool:
        """The inner one does not hold."""
        return not self.isi.holds(jawaban)

    def names(self) -> frozenset[str]:
        """Fields of the inner condition."""
        return self.isi.names()


class Rujukan:
    """A reference to an earlier answer: `F.alasan`."""

    __hash__ = None  # type: ignore[assignment]  # comparing makes a condition, so hashing would lie

    def __init__(self, nama: str) -> None:
        """Point at the field of this name."""
        self._nama = nama

    def __eq__(self, nilai: object) -> Syarat:  # type: ignore[override]
        """The answer is this value."""
        return SalahSatu(self._nama, (_plain(nilai),))

    def __ne__(self, nilai: object) -> Syarat:  # type: ignore[override]
        """The answer is anything but this value; also when there is none yet."""
        return Bukan(SalahSatu(self._nama, (_plain(nilai),)))

    def in_(self, *nilai: object) -> Syarat:
        """The answer is one of these values."""
        return SalahSatu(self._nama, tuple(_plain(satu) for satu in nilai))

    @property
    def terisi(self) -> Syarat:
        """The question was answered, and not skipped."""
        return Terisi(self._nama)

    @property
    def usia(self) -> RujukanUsia:
        """The whole years from this date to the day of filing; compare with `>=` or `<`."""
        return RujukanUsia(self._nama)


class RujukanUsia:
    """A reference to the age that follows from an earlier date: `F.tanggal_lahir.usia`."""

    def __init__(self, nama: str) -> None:
        """Count from the date in the field of this name."""
        self._nama = nama

    def __ge__(self, tahun: int) -> Syarat:
        """So many years, or more."""
        return Usia(self._nama, tahun)

    def __lt__(self, tahun: int) -> Syarat:
        """Born, and not yet so many years."""
        return Usia(self._nama, 0, tahun)


class _Semua:
    """Every field of the form, by attribute."""

    def __getattr__(self, nama: str) -> Rujukan:
        if nama.startswith("__"):
            raise AttributeError(nama)
        return Rujukan(nama)


F = _Semua()


def _plain(nilai: object) -> Nilai:
    """Store the key of an enum member, so that a condition is plain data."""
    if isinstance(nilai, Enum):
        nilai = nilai.value
    if nilai is None or isinstance(nilai, str | bool | int):
        return nilai
    raise TypeError(
        f"a condition compares with a key, a number or a yes/no, not {type(nilai).__name__}"
    )


def _day(nilai: object) -> date | None:
    """Read a stored date; whatever else is there is none."""
    try:
        return date.fromisoformat(str(nilai))
    except ValueError:
        return None
