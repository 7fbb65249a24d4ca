"""Numbers that only this service takes: of the letter itself, and of a postal district."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from core.api import Sifat, Tanya, jenis, tolak

PANJANG_MAKSIMAL = 40
_LIMA_ANGKA = re.compile(r"[0-9]{5}")
_BENTUK = re.compile(r"SKPWNI/[0-9]{4}/[0-9]{6}(?:[0-9]{2})?/[0-9]{3,5}")


def _number(nilai: str) -> str:
    """Write it in capitals; offices write it in several ways, so little is insisted on."""
    if len(nilai) > PANJANG_MAKSIMAL:
        tolak(
            "Nomor paling panjang {maksimal} tanda; yang Anda kirim {banyak}.",
            maksimal=PANJANG_MAKSIMAL,
            banyak=len(nilai),
        )
    if not any(huruf.isdigit() for huruf in nilai):
        tolak("Nomor SKPWNI memuat angka. Contoh: SKPWNI/3319/01012026/0001.")
    return nilai.upper()


def _remarks(nomor: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on what is not the usual form (DOMAIN.md 8.4)."""
    if _BENTUK.fullmatch(nomor):
        return ()
    return ("Bentuk nomor ini lain dari yang biasa (SKPWNI/3319/01012026/0001).",)


def _five_digits(nilai: str) -> str:
    if not _LIMA_ANGKA.fullmatch(nilai):
        tolak("Kode pos terdiri dari 5 angka; yang Anda kirim {banyak} tanda.", banyak=len(nilai))
    return nilai


NomorSKPWNI = Annotated[
    jenis.Baris,
    AfterValidator(_number),
    Sifat("nomor_skpwni", teliti=_remarks),
    Tanya(
        "Berapa nomor SKPWNI dari SIAK?",
        contoh="SKPWNI/3319/01012026/0001",
        alias=("nomor skpwni", "no skpwni", "nomor surat"),
    ),
]

KodePos = Annotated[
    str,
    AfterValidator(_five_digits),
    Tanya("Berapa kode posnya?", contoh="50275", alias=("kode pos",)),
]
