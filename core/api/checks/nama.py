"""Names of people as they are recorded (DOMAIN.md 9.1: recorded names stay valid as they are)."""

import unicodedata
from collections.abc import Mapping

from core.api.checks.teks import clean
from core.api.formulir import tolak
from core.bahasa import kata

PANJANG_PERMENDAGRI = 60  # Permendagri 73/2022 Pasal 4 ayat (2) huruf b, for new names only
PANJANG_TERSIMPAN = 120
_TANDA = frozenset(" '.-,")
_LENGKUNG = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u2013": "-"})


def nama(nilai: object) -> str:
    """Take a name of a recorded person: Latin letters and legacy signs, stored in capitals."""
    teks = clean(str(nilai).translate(_LENGKUNG)).upper()
    if any(huruf.isdigit() for huruf in teks):
        tolak("Nama ditulis dengan huruf, tanpa angka.")
    if asing := next((huruf for huruf in teks if not _allowed(huruf)), None):
        tolak(
            "Nama hanya memuat huruf Latin, spasi, dan tanda ' . -  (bukan “{asing}”).",
            asing=asing,
        )
    if not any(huruf.isalpha() for huruf in teks):
        tolak("Ketik nama lengkap sesuai KTP-el atau KK.")
    if len(teks) > PANJANG_TERSIMPAN:
        tolak(
            "Nama paling panjang {maksimal} huruf; yang Anda kirim {banyak} huruf.",
            maksimal=PANJANG_TERSIMPAN,
            banyak=len(teks),
        )
    return teks


def remarks(teks: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on what a new name could not have; a recorded one may (Pasal 4 ayat (2))."""
    if len(teks) > PANJANG_PERMENDAGRI:
        kalimat = "Nama lebih dari {maksimal} huruf ({banyak} huruf)."
        return (kata(kalimat, maksimal=PANJANG_PERMENDAGRI, banyak=len(teks)),)
    return ()


def _allowed(huruf: str) -> bool:
    return huruf in _TANDA or unicodedata.name(huruf, "").startswith("LATIN ")
