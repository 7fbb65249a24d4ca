"""Codes of the nation's areas: a village, a kabupaten; and the village at the end of a line."""

import re

from core.api.checks.teks import clean
from core.api.formulir import tolak
from core.api.sifat import Potongan

_DESA = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}")
_KABUPATEN = re.compile(r"[0-9]{2}\.[0-9]{2}")
_EKOR = re.compile(r"[\s,]*\b(?:desa|ds|kelurahan|kel)\b[.:\s]+(?P<ekor>\S.*)$", re.IGNORECASE)


def desa(nilai: object) -> str:
    """Take the dotted code of a village; the dialog finds it from the name."""
    teks = clean(nilai)
    if not _DESA.fullmatch(teks):
        tolak("Ketik sebagian nama desa atau kelurahan, lalu pilih dari daftar.")
    return teks


def kabupaten(nilai: object) -> str:
    """Take the dotted code of a kabupaten or kota; the dialog finds it from the name."""
    teks = clean(nilai)
    if not _KABUPATEN.fullmatch(teks):
        tolak("Ketik sebagian nama kabupaten atau kota, lalu pilih dari daftar.")
    return teks


def pick_desa(baris: str) -> Potongan | None:
    """Find "Desa Bae Kec. Bae Kab. Kudus" at the end of a line, with all that follows."""
    cocok = _EKOR.search(baris)
    if cocok is None:
        return None
    return Potongan(cocok["ekor"].strip(), baris[: cocok.start()].strip(" ,;"))
