"""Cleans what people paste: invisible characters go, deceptive ones are refused."""

import unicodedata

from core.api.formulir import tolak

# Zero-width characters and soft hyphens come along when people copy from the web or from WhatsApp.
_TAK_TAMPAK = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# Bidirectional controls can show an officer another text than the one that is stored.
_PEMBALIK = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BARIS_MAKSIMAL = 200


def clean(nilai: object) -> str:
    """Compose, drop invisible characters, make any white space one space; refuse control signs."""
    teks = unicodedata.normalize("NFC", str(nilai)).translate(_TAK_TAMPAK)
    teks = " ".join(teks.split())
    if any(huruf in _PEMBALIK or unicodedata.category(huruf) in ("Cc", "Cs") for huruf in teks):
        tolak("Ada tanda tersembunyi di dalam jawaban. Ketik ulang jawabannya, jangan disalin.")
    return teks


def line(nilai: object) -> str:
    """Take one line of free text."""
    teks = clean(nilai)
    if not teks:
        tolak("Jawaban masih kosong. Ketik jawabannya.")
    if len(teks) > BARIS_MAKSIMAL:
        tolak(
            "Paling panjang {maksimal} huruf; yang Anda kirim {banyak} huruf.",
            maksimal=BARIS_MAKSIMAL,
            banyak=len(teks),
        )
    return teks
