"""What comes of looking at a paper: a clean copy, or a sentence the citizen can act on."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Diterima:
    """A clean copy, written anew by us; a PDF has pages but no width and height."""

    isi: bytes = field(repr=False)
    mime: str
    lebar: int = 0
    tinggi: int = 0
    halaman: int = 1


@dataclass(frozen=True)
class Ditolak:
    """The paper was not taken; `kalimat` says what is wrong and how to fix it."""

    kalimat: str


Hasil: TypeAlias = Diterima | Ditolak


@dataclass(frozen=True)
class IsiBerkas:
    """A stored paper, opened."""

    isi: bytes = field(repr=False)
    mime: str


@dataclass(frozen=True)
class SudahDibuang:
    """The paper was discarded, or never was."""
