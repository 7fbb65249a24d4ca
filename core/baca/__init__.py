"""Reads the papers that citizens send, with Tesseract where it is installed; without, nothing."""

from core.baca.mesin import BAHASA, Mesin, installed, languages
from core.baca.pembaca import Pembaca

__all__ = ["BAHASA", "Mesin", "Pembaca", "installed", "languages"]
