"""The number of the deed that SIAK gave: 3319-LU-08052026-0001 (DOMAIN.md 8.3)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from core.api import Sifat, Tanya, tolak

PANJANG_MAKSIMAL = 40
_BENTUK = re.compile(r"[0-9]{4}-(L[UTI])-([0-9]{2})([0-9]{2})([0-9]{4})-[0-9]{4,5}")


def number(nilai: object) -> str:
    """Take the number in capitals; its form differs by year, so only an odd one is remarked on."""
    teks = "".join(str(nilai).upper().split())
    if len(teks) > PANJANG_MAKSIMAL or not teks.isascii() or not teks.isprintable():
        tolak("Nomor akta paling panjang {maksimal} huruf dan angka.", maksimal=PANJANG_MAKSIMAL)
    if not any(huruf.isdigit() for huruf in teks):
        tolak("Nomor akta memuat angka. Contoh: 3319-LU-08052026-0001.")
    return teks


def number_remarks(nomor: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on another form, and on a date that is not the one beside it."""
    if not _BENTUK.fullmatch(nomor):
        return ("Bentuk nomor akta ini lain dari yang sekarang (3319-LU-08052026-0001).",)
    tanggal = registered_on(nomor)
    if tanggal is None:
        return ("Tanggal di dalam nomor akta ini tidak ada di kalender.",)
    if sekitar.get("tanggal_akta", tanggal.isoformat()) != tanggal.isoformat():
        return ("Tanggal di dalam nomor akta berbeda dengan tanggal pencatatannya.",)
    return ()


def registered_on(nomor: str) -> date | None:
    """Read the day of registration out of a number, if it has the form of today."""
    cocok = _BENTUK.fullmatch(nomor)
    if cocok is None:
        return None
    try:
        return date(int(cocok[4]), int(cocok[3]), int(cocok[2]))
    except ValueError:
        return None


NomorAktaLahir = Annotated[
    str,
    BeforeValidator(number),
    Sifat("nomor_akta", teliti=number_remarks),
    Tanya(
        "Berapa nomor akta kelahiran dari SIAK?",
        contoh="3319-LU-08052026-0001",
        bantuan="LU untuk yang dilaporkan dalam 60 hari, LT untuk yang terlambat.",
        alias=("nomor akta", "no akta", "no. akta", "nomor akta kelahiran"),
    ),
]
