"""Decides whether a name and a birth date prove knowledge of a person. Pure.

Forgives how people write (case, spaces, punctuation, diacritics, academic titles), never what
they say: no missing words, no abbreviations, no near misses.
"""

import re
import unicodedata
from datetime import date

from core.api import Orang

_LONGEST = 200

# Titles may stand on a KK or not (Permendagri 73/2022 Pasal 5): people and records differ.
_BEFORE = re.compile(
    r"\W*(PROF|DR|DRG|DRH|DRS|DRA|IR|H|HJ|KH|APT|NERS|NS|TN|NY|NN|BPK|BAPAK|IBU|SDR|SDRI)"
    r"(\.\s*|\s+)(?=\w)"
)
_AFTER = re.compile(
    "SAG|SAP|SE|SFARM|SH|SHI|SHUM|SHUT|SI|SIKOM|SIP|SKED|SKEP|SKG|SKH|SKM|SKOM|SM|SN|SP|SPD|SPDI"
    "|SPI|SPSI|SPT|SS|SSI|SSN|SSOS|SST|SSTP|ST|STP|STRKEB|STRKEP|MAG|MA|MAK|MAP|MBA|MH|MHUM|MKES"
    "|MKN|MKOM|MM|MPD|MPDI|MPSI|MSC|MSI|MSN|MT|AMD|AMDKEB|AMDKEP|AMDKOM|AMAPD|AMAPKG|AK|CA|CPA|BA"
    "|BSC|LC|NERS|APT|PHD|SPA|SPB|SPOG|SPPD"
)
_SPACED_TITLE = re.compile(r"\b([A-Z])\.\s+(?=[A-Z]{1,5}\.)")
_LAST_WORD = re.compile(r"(.*\w.*?)([,\s]+)(\S+)", re.DOTALL)


def cocok(orang: Orang, nama: str, tanggal_lahir: date) -> bool:
    """Tell whether this name and birth date are this person's."""
    return orang.tanggal_lahir == tanggal_lahir and same_name(orang.nama, nama)


def same_name(recorded: str, typed: str) -> bool:
    """Tell whether two spellings write one name."""
    return not _spellings(recorded).isdisjoint(_spellings(typed))


def _spellings(nama: str) -> frozenset[str]:
    """Return the letters of the name as written, and without titles; maybe none."""
    if len(nama) > _LONGEST:
        return frozenset()
    folded = _fold(nama)
    return frozenset(filter(None, (_letters(folded), _letters(_without_titles(folded)))))


def _fold(nama: str) -> str:
    """Drop accents and invisible marks, and write everything in capitals."""
    seen = (
        c
        for c in unicodedata.normalize("NFKD", nama)
        if unicodedata.category(c) not in ("Mn", "Cf")
    )
    return "".join(seen).upper().strip(" ,")


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _without_titles(text: str) -> str:
    """Drop the titles at both ends, but never the whole name."""
    while before := _BEFORE.match(text):
        text = text[before.end() :]
    text = _SPACED_TITLE.sub(r"\1.", text)
    while last := _LAST_WORD.fullmatch(text):
        rest, gap, word = last.groups()
        # Two letters may be a family name (Ma, Se): a title only when punctuated as one.
        punctuated = "," in gap or "." in word
        if not _AFTER.fullmatch(_letters(word)) or not (punctuated or len(_letters(word)) > 2):
            break
        text = rest
    return text
