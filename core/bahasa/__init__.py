"""The languages that citizens are spoken to in. Imports nothing of ours.

An Indonesian sentence is its own message id; catalogues hold the same sentence in other languages.
Which language is spoken is settled at the rim, for as long as a `with speaking(...)` lasts; `kata`
gives a sentence in it. Officers, pages and letters are always Indonesian, which is the default.
"""

from core.bahasa.bahasa import INDONESIA, NAMA, Bahasa, kata, present, speaking
from core.bahasa.katalog import languages

__all__ = ["INDONESIA", "NAMA", "Bahasa", "kata", "languages", "present", "speaking"]
