"""Words on a picture, as Tesseract lists them (its TSV output), and what stands on one row."""

from collections.abc import Iterable
from dataclasses import dataclass, field

_WORD = "5"
_COLUMNS = 12
_MOST = 3000
# How far two middles may be apart, in heights of the lower word, to stand on one row.
_SAME_ROW = 0.5


@dataclass(frozen=True)
class Kata:
    """One word: its letters, how sure Tesseract is (0 to 100), and its box in dots."""

    teks: str = field(repr=False)
    yakin: float
    kiri: int
    atas: int
    lebar: int
    tinggi: int

    @property
    def kanan(self) -> int:
        """Right edge."""
        return self.kiri + self.lebar

    @property
    def tengah(self) -> float:
        """Middle of its height."""
        return self.atas + self.tinggi / 2


def words_of(tsv: str) -> tuple[Kata, ...]:
    """Take the words out of Tesseract's table (tesseract(1), TSV); skip what is no word of it."""
    lines = tsv.splitlines()[:_MOST]
    return tuple(word for word in map(_word, lines) if word is not None)


def _word(line: str) -> Kata | None:
    cells = line.split("\t")
    if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
        return None
    try:
        left, top, width, height = (int(each) for each in cells[6:10])
        sure = float(cells[10])
    except ValueError:
        return None
    return Kata(cells[11].strip(), sure, left, top, width, height) if height > 0 else None


def right_of(start: Kata, words: Iterable[Kata]) -> list[Kata]:
    """Return what stands on the same row farther right, in order; the row may lean a little."""
    row: list[Kata] = []
    last = start
    for word in sorted(words, key=lambda each: each.kiri):
        if word is start or word.kiri < last.kiri + last.lebar // 2:
            continue
        height = min(max(word.tinggi, last.tinggi), 2 * start.tinggi)
        if abs(word.tengah - last.tengah) <= _SAME_ROW * height:
            row.append(word)
            # A stray dot says little about where the row is.
            last = word if 2 * word.tinggi >= start.tinggi else last
    return row
