"""Reads the files that tools/wilayah.py wrote; data/README.md says how they are laid out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.wilayah.wilayah import TINGKAT, Tingkat

DATA = Path(__file__).parent / "data"
_SIGIL = {"=": 0, "-": 1, ".": 2}


@dataclass
class Kolom:
    """The areas of one level, as they are being read."""

    kode: list[int] = field(default_factory=list)
    nama: list[str] = field(default_factory=list)
    pos: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dahulu:
    """A code of 2019 with its name then, and the code of today."""

    kode: str
    nama: str
    kini: str

    @property
    def dicabut(self) -> bool:
        """Whether the code was given up; else only the name is another now."""
        return self.kode != self.kini


def read_country(folder: Path = DATA) -> dict[Tingkat, Kolom]:
    """Read every area of today. A line that is not one raises ValueError or IndexError."""
    levels = [Kolom() for _ in TINGKAT]
    above = [0, 0, 0]
    desa, usual = levels[3], 0
    for line in (folder / "wilayah.txt").read_text(encoding="utf-8").splitlines():
        level = _SIGIL.get(line[0], 3)
        if level == 3:
            nama, _, pos = line[5:].partition("|")
            desa.kode.append(above[2] * 10_000 + int(line[:4]))
            desa.nama.append(nama)
            desa.pos.append(int(pos) if pos else usual)
            continue
        nama, _, pos = line[4:].partition("|")
        kode = int(line[1:3]) + (above[level - 1] * 100 if level else 0)
        above[level], usual = kode, int(pos or 0)
        levels[level].kode.append(kode)
        levels[level].nama.append(nama)
    return dict(zip(TINGKAT, levels, strict=True))


def read_former(folder: Path = DATA) -> Iterator[Dahulu]:
    """Read the codes that were given up and the names that were changed, in the codes' order."""
    lines = (folder / "dahulu.tsv").read_text(encoding="utf-8").splitlines()
    if lines[0] != "kode\tnama\tkini":
        raise ValueError("dahulu.tsv does not begin with its titles")
    return (Dahulu(*line.split("\t")) for line in lines[1:])
