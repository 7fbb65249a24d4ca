"""Finds number and name among the words of a picture. Pure; what it is not sure of it leaves out.

It knows no places, for papers lie askew: it looks for the printed label ("NIK", "No.", "Nama"),
allowing for a misread letter, and takes what stands to its right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from core.baca.angka import PANJANG, digits_of, sixteen_of
from core.baca.kata import Kata, right_of

_ALIKE = 0.74
_SURE_NAME = 60.0
_LETTERS = re.compile(r"[A-Z][A-Z'.-]*")
_ANCHORS = ("NIK", "KELUARGA")
# A colon is often taken for one of these, and then sticks to the name.
_COLON = re.compile(r"^[:;.,1!|#*=+\-]+(?=[A-Z])")
_MARKS = " :;.,-=|\u2014\u2013'\"\u201c\u201d\u2018\u2019*~_#"
# A gap of so many letter heights ends a value: what follows is another column, or the portrait.
_GAP = 3.0
_FIRST_GAP = 12.0
_SHORTEST = 3
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Kotak:
    """A part of the picture, in dots."""

    kiri: int
    atas: int
    kanan: int
    bawah: int


@dataclass(frozen=True)
class Calon:
    """A number that may be the one, and where it stands, to be read once more."""

    nomor: str = field(repr=False)
    kotak: Kotak


def find_nik(words: Sequence[Kata]) -> Calon | None:
    """Find the number behind the label NIK."""
    for label in _labels(words, "NIK"):
        if (found := _number(right_of(label, words))) is not None:
            return found
    return None


def find_nomor_kk(words: Sequence[Kata]) -> Calon | None:
    """Find the number below the heading KARTU KELUARGA, behind "No." or alone."""
    heading = next(_labels(words, "KELUARGA"), None)
    if heading is None or next(_labels(words, "NIK"), heading).atas < heading.atas:
        return None
    for word in sorted(words, key=lambda each: each.atas):
        is_below = word.atas > heading.atas and _is_label(word, "No")
        if is_below and (found := _number(right_of(word, words))) is not None:
            return found
    return None


def find_name(words: Sequence[Kata]) -> str | None:
    """Find the name behind the label "Nama", or behind "Nama Kepala Keluarga".

    Only below or beside what a KTP-el or KK has above it: elsewhere "Nama" is a stray word.
    """
    anchors = [next(_labels(words, each), None) for each in _ANCHORS]
    top = min((each.atas for each in anchors if each is not None), default=None)
    for label in _labels(words, "Nama"):
        if label.lebar < label.tinggi:
            continue  # a page that lies on its side
        if top is None or label.atas + label.tinggi < top:
            continue
        row = right_of(label, words)
        if row and _is_label(row[0], "Lengkap"):
            continue
        while row and any(_is_label(row[0], each) for each in ("Kepala", "Keluarga")):
            label = row.pop(0)
        if (found := _name(label, row)) is not None:
            return found
    return None


def _labels(words: Sequence[Kata], label: str) -> Iterator[Kata]:
    for word in sorted(words, key=lambda each: each.atas):
        if _is_label(word, label):
            yield word


def _is_label(word: Kata, label: str) -> bool:
    text = word.teks.strip(_MARKS).upper()
    wanted = label.upper()
    if abs(len(text) - len(wanted)) > 1:
        return False
    if len(wanted) <= _SHORTEST:
        return text.replace("1", "I").replace("0", "O").replace("L", "I") == wanted
    return SequenceMatcher(None, text, wanted).ratio() >= _ALIKE


def _number(row: Sequence[Kata]) -> Calon | None:
    """Take sixteen digits from the beginning of a row, in one piece or in several."""
    digits, used = "", list[Kata]()
    for word in row:
        if not word.teks.strip(_MARKS):
            continue
        piece = digits_of(word.teks.strip(_MARKS))
        if not piece or len(digits + piece) > PANJANG + 1:
            break
        digits += piece
        used.append(word)
    number = sixteen_of(digits)
    if not number:
        return None
    return Calon(
        number,
        Kotak(
            min(each.kiri for each in used),
            min(each.atas for each in used),
            max(each.kanan for each in used),
            max(each.atas + each.tinggi for each in used),
        ),
    )


def _name(label: Kata, row: Sequence[Kata]) -> str | None:
    """Take capital words up to a wide gap; none of them may be in doubt."""
    parts, last, gap = list[str](), label, _FIRST_GAP
    for word in row:
        text = _COLON.sub("", word.teks.strip(_MARKS)).strip(_MARKS)
        if not text or (not parts and len(text) == 1 and not text.isalpha()):
            continue
        if word.kiri - last.kanan > gap * label.tinggi:
            break
        if not _LETTERS.fullmatch(text) or word.yakin < _SURE_NAME:
            return None
        parts.append(text)
        last, gap = word, _GAP
    name = " ".join(parts)
    return name if _SHORTEST <= len(name) <= _LONGEST_NAME else None
