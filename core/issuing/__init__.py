"""Issuing: from an approved case to a signed document and a way to it."""

from core.issuing.gambar import Gambar
from core.issuing.letters import Letters
from core.issuing.pernyataan import LetterRoom, Pernyataan
from core.issuing.room import IssuingRoom
from core.issuing.sisa import Leftovers
from core.issuing.steps import Kabar, Mesin

__all__ = [
    "Gambar",
    "IssuingRoom",
    "Kabar",
    "Leftovers",
    "LetterRoom",
    "Letters",
    "Mesin",
    "Pernyataan",
]
