"""The number of a birth certificate: taken as it is written, remarked on when it looks odd."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

from core.api import Sifat, Tanya, jenis, tolak

PANJANG_MAKSIMAL = 40
_BENTUK = re.compile(r"[0-9]{4}-[A-Z]{2}-[0-9]{8}-[0-9]{4,5}")


def _number(nilai: str) -> str:
    """Write it in capitals. Numbers differ by year, so only digits and length are insisted on."""
    if len(nilai) > PANJANG_MAKSIMAL:
        tolak(
            "Nomor akta paling panjang {maksimal} tanda; yang Anda kirim {banyak}.",
            maksimal=PANJANG_MAKSIMAL,
            banyak=len(nilai),
        )
    if not any(huruf.isdigit() for huruf in nilai):
        tolak("Nomor akta memuat angka. Contoh: 3319-LU-01012021-0001.")
    return nilai.upper()


def _remarks(nomor: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on what is not the form of today (DOMAIN.md 8.3)."""
    if _BENTUK.fullmatch(nomor):
        return ()
    return ("Bentuk nomor akta ini lain dari yang sekarang (3319-LU-01012021-0001).",)


NomorAkta = Annotated[
    jenis.Baris,
    AfterValidator(_number),
    Sifat("nomor_akta", teliti=_remarks),
    Tanya(
        "Berapa nomor akta kelahiran anak?",
        contoh="3319-LU-01012021-0001",
        bantuan="Nomornya ada di baris “Berdasarkan Akta Kelahiran Nomor”, bukan nomor seri di "
        "kanan atas.",
        alias=("nomor akta", "no akta", "no akta kelahiran", "nomor akta kelahiran"),
        pribadi=True,
    ),
]
