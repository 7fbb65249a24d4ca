"""A new name: what Permendagri 73/2022 forbids is refused, what it advises is remarked on.

An office may refuse a name for its length (Pasal 4 ayat (2) huruf b) and for what Pasal 5 ayat (3)
forbids, and for nothing else (Pasal 7). Names that are recorded already stay as they are.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BeforeValidator

from core.api import Sifat, Tanya, kata, tolak

PANJANG_MAKSIMAL = 60
_SINGKATAN = {
    "MUH": "MUHAMMAD", "MUHD": "MUHAMMAD", "MOH": "MOHAMMAD", "MOHD": "MOHAMMAD",
    "MHD": "MUHAMMAD", "MCH": "MOCHAMMAD", "MOCH": "MOCHAMMAD", "ABD": "ABDUL", "ACH": "ACHMAD",
}  # fmt: skip
_GELAR = frozenset(
    "PROF DR DRG DRH DRA DRS IR HJ KH HAJI HAJJAH KYAI KIAI USTAD USTADZ USTAZ USTADZAH USTAZAH "
    "PDT PENDETA PASTOR ROMO BIKSU BHIKKHU PANDITA PEDANDA".split()
)
"""Titles of learning and religion; those of custom (RADEN, ANDI, TEUKU) are part of a name."""
_BERMAKNA_BURUK = frozenset("SETAN SYAITAN IBLIS HANTU ANJING BABI MALING BANGKAI SIAL".split())
_TIGA_SAMA = re.compile(r"(.)\1\1")
_SUSAH_DIBACA = re.compile(r"[^AIUEOY ]{5}")
_HURUF_KATA = 20
_PEMBALIK = ("Cc", "Cf", "Cs", "Co", "Cn")


def new_name(nilai: object) -> str:
    """Take the name of a child, in capitals; refuse what the law lets an office refuse."""
    teks = " ".join(unicodedata.normalize("NFC", str(nilai)).upper().split())
    if not teks:
        tolak("Ketik nama lengkap anak.")
    if len(teks) > PANJANG_MAKSIMAL:
        tolak(
            "Nama paling panjang {maksimal} huruf termasuk spasi; yang Anda kirim {banyak} huruf.",
            maksimal=PANJANG_MAKSIMAL,
            banyak=len(teks),
        )
    if asing := next((huruf for huruf in teks if not _letter(huruf)), None):
        tolak(_foreign(asing))
    for satu in teks.split():
        _word(satu)
    if (gelar := teks.split()[0]) in _GELAR:
        tolak(
            "“{gelar}” adalah gelar. Gelar tidak ditulis di akta; tulis namanya saja.",
            gelar=gelar,
        )
    return teks


def advise(nama: str, sekitar: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Say what the law advises of a name; whoever wants it nevertheless may have it."""
    return tuple(_advice(nama))


def _advice(nama: str) -> Iterator[str]:
    daftar_kata = nama.split()
    if len(daftar_kata) < 2:
        yield kata("Nama dianjurkan paling sedikit dua kata. Nama satu kata tetap diterima.")
    sulit = _TIGA_SAMA.search(nama) or _SUSAH_DIBACA.search(nama)
    if sulit or any(len(satu) > _HURUF_KATA or not _readable(satu) for satu in daftar_kata):
        yield kata("Nama dianjurkan mudah dibaca. Periksa ejaannya.")
    if buruk := next((satu for satu in daftar_kata if satu in _BERMAKNA_BURUK), None):
        kalimat = "Nama dianjurkan tidak bermakna negatif. Periksa kata “{buruk}”."
        yield kata(kalimat, buruk=buruk)


def _word(satu: str) -> None:
    if len(satu) == 1:
        tolak(
            "Nama tidak boleh disingkat. Tulis lengkap kata yang disingkat “{singkat}”.",
            singkat=satu,
        )
    if lengkap := _SINGKATAN.get(satu):
        tolak(
            "Nama tidak boleh disingkat. Tulis “{singkat}” lengkap, misalnya {lengkap}.",
            singkat=satu,
            lengkap=lengkap,
        )


def _letter(huruf: str) -> bool:
    return huruf == " " or "A" <= huruf <= "Z"


def _foreign(huruf: str) -> str:
    """Say what to write instead of a sign that no new name may bear."""
    if huruf.isdigit():
        return kata("Nama tidak boleh memuat angka. Tulis dengan huruf.")
    dasar = unicodedata.normalize("NFD", huruf)[0]
    if _letter(dasar):
        kalimat = "Nama ditulis dengan huruf A sampai Z. Ganti “{huruf}” dengan {dasar}."
        return kata(kalimat, huruf=huruf, dasar=dasar)
    if unicodedata.category(huruf) in _PEMBALIK:
        return kata("Ada tanda tersembunyi di dalam nama. Ketik ulang namanya, jangan disalin.")
    return kata(
        "Nama hanya memuat huruf A sampai Z dan spasi, tanpa tanda baca (bukan “{huruf}”). "
        "Misalnya NURAINI, bukan NUR'AINI.",
        huruf=huruf,
    )


def _readable(satu: str) -> bool:
    """A word without any vowel can only be spelled out."""
    return any(huruf in "AIUEOY" for huruf in satu)


NamaBaru = Annotated[
    str,
    BeforeValidator(new_name),
    Sifat("nama_baru", teliti=advise),
    Tanya(
        "Siapa nama lengkap anak?",
        contoh="RAKA PUTRA SANTOSO",
        bantuan="Nama anak: sebaiknya dua kata atau lebih, paling panjang 60 huruf, mudah dibaca, "
        "tidak disingkat, tanpa gelar, angka, atau tanda baca (Permendagri 73/2022).",
        alias=("nama anak", "nama bayi", "nama"),
        label="Nama anak",
    ),
]
