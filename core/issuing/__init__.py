"""Issuing: from an approved case to a signed document and a way to it."""

from core.issuing.letters import Letters
from core.issuing.pernyataan import LetterRoom, Pernyataan
from core.issuing.room import Gambar, IssuingRoom
from core.issuing.steps import Kabar, Mesin

__all__ = ["Gambar", "IssuingRoom", "Kabar", "LetterRoom", "Letters", "Mesin", "Pernyataan"]
