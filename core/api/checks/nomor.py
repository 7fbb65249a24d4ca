"""Numbers of the registry and the telephone (DOMAIN.md 8.1, 8.2, 8.6)."""

import re

from core.api.checks.teks import clean
from core.api.formulir import tolak
from core.bahasa import kata

PANJANG = 16
_PEMISAH = re.compile(r"[\s.\-\u2010-\u2015\u2212]")
_ANGKA = re.compile(r"[0-9]*")


def nik(nilai: object) -> str:
    """Take a NIK: 16 digits, of which the last four are never 0000."""
    nomor = _sixteen(nilai, "NIK")
    if nomor.endswith("0000"):
        tolak("Empat angka terakhir NIK tidak pernah 0000. Periksa NIK di KTP-el atau KK.")
    return nomor


def nomor_kk(nilai: object) -> str:
    """Take the number of a family card: 16 digits, nothing else is certain (DOMAIN.md 8.2)."""
    return _sixteen(nilai, "Nomor KK")


def telepon(nilai: object) -> str:
    """Take a mobile number written 08..., 62... or +62...; give +62..."""
    nomor = _PEMISAH.sub("", clean(nilai)).replace("(", "").replace(")", "")
    lokal = re.fullmatch(r"(?:\+?62|0)(8[0-9]+)", nomor)
    if lokal is None:
        tolak("Nomor telepon diawali 08 atau +62 8, hanya angka. Contoh: 081234567890.")
    panjang = len(lokal[1]) + 1
    if not 10 <= panjang <= 13:
        tolak(
            "Nomor telepon terdiri dari 10 sampai 13 angka; yang Anda kirim {banyak} angka.",
            banyak=panjang,
        )
    return "+62" + lokal[1]


def _sixteen(nilai: object, nama: str) -> str:
    """Drop spaces, dots and dashes; insist on sixteen ASCII digits."""
    nomor = _PEMISAH.sub("", clean(nilai))
    if not _ANGKA.fullmatch(nomor):
        asing = next(huruf for huruf in nomor if not _ANGKA.fullmatch(huruf))
        tolak(
            "{nama} hanya berisi angka 0 sampai 9; yang Anda kirim memuat “{asing}”.",
            nama=kata(nama),
            asing=asing,
        )
    if len(nomor) != PANJANG:
        tolak(
            "{nama} terdiri dari {panjang} angka; yang Anda kirim {banyak} angka.",
            nama=kata(nama),
            panjang=PANJANG,
            banyak=len(nomor),
        )
    return nomor
