"""What is measured at a birth: the hour, the order, weight and length, each within sane bounds."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from core.api import Sifat, Tanya, kata, tolak

ANAK_TERAKHIR = 25
_JAM = re.compile(r"(?:PUKUL|JAM)?\s*([0-9]{1,2})(?:\s*[:.,]\s*([0-9]{2}))?\s*(?:WIB|WITA|WIT)?")
_KE = re.compile(r"(?:ANAK\s*)?(?:KE\s*-?\s*)?([0-9]{1,2})")
_UKURAN = re.compile(r"([0-9]{1,5})(?:[.,]([0-9]{1,3}))?\s*(KILO|KG|KILOGRAM|GRAM|GR|G|CM)?\.?")
_SEBUTAN = (
    "PERTAMA KEDUA KETIGA KEEMPAT KELIMA KEENAM KETUJUH KEDELAPAN KESEMBILAN KESEPULUH".split()
)
_BERAT = (Decimal("0.3"), Decimal(8))
_BERAT_BIASA = (Decimal("1.5"), Decimal(5))
_PANJANG = (Decimal(20), Decimal(70))
_PANJANG_BIASA = (Decimal(35), Decimal(60))


def hour(nilai: object) -> str:
    """Take the hour of birth, by the clock where the child was born; give 04:30."""
    cocok = _JAM.fullmatch(str(nilai).upper().strip())
    if cocok is None:
        tolak("Tulis jam dan menitnya, dari 00:00 sampai 23:59. Contoh: 04:30.")
    jam, menit = int(cocok[1]), int(cocok[2] or 0)
    if jam > 23 or menit > 59:
        tolak("Jam hanya 00 sampai 23, dan menit 00 sampai 59. Contoh: 16:30.")
    return f"{jam:02d}:{menit:02d}"


def order(nilai: object) -> int:
    """Take the order of birth: 2, "ke-2", "kedua"."""
    teks = str(nilai).upper().strip()
    sebutan = teks.removeprefix("ANAK ").strip()
    if sebutan in _SEBUTAN:
        return _SEBUTAN.index(sebutan) + 1
    cocok = _KE.fullmatch(teks)
    if cocok is None or not 1 <= int(cocok[1]) <= ANAK_TERAKHIR:
        tolak("Tulis urutannya dengan angka 1 sampai {akhir}. Contoh: 2.", akhir=ANAK_TERAKHIR)
    return int(cocok[1])


def weight(nilai: object) -> str:
    """Take a weight, in kilograms or grams; give "3,2 kg"."""
    angka, satuan = _measured(nilai, kata("Tulis beratnya dalam kilogram. Contoh: 3,2."))
    # Above the heaviest child ever born, a bare number is meant in grams.
    if satuan in ("GRAM", "GR", "G") or (not satuan and angka >= 100):
        angka /= 1000
    elif satuan == "CM":
        tolak("Berat ditulis dalam kilogram, bukan sentimeter. Contoh: 3,2.")
    if not _BERAT[0] <= angka <= _BERAT[1]:
        tolak("Berat bayi antara 0,3 dan 8 kg. Periksa angkanya. Contoh: 3,2.")
    return f"{_comma(angka)} kg"


def length(nilai: object) -> str:
    """Take a length in centimetres; give "49,5 cm"."""
    angka, satuan = _measured(nilai, kata("Tulis panjangnya dalam sentimeter. Contoh: 49."))
    if satuan not in ("", "CM"):
        tolak("Panjang ditulis dalam sentimeter. Contoh: 49.")
    if not _PANJANG[0] <= angka <= _PANJANG[1]:
        tolak("Panjang bayi antara 20 dan 70 cm. Periksa angkanya. Contoh: 49.")
    return f"{_comma(angka)} cm"


def weight_remarks(berat: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on a weight that is rare."""
    biasa = _within(berat, _BERAT_BIASA)
    return () if biasa else (kata("Berat {berat} jarang; periksa angkanya.", berat=berat),)


def length_remarks(panjang: str, sekitar: Mapping[str, str]) -> tuple[str, ...]:
    """Remark on a length that is rare."""
    biasa = _within(panjang, _PANJANG_BIASA)
    kalimat = kata("Panjang {panjang} jarang; periksa angkanya.", panjang=panjang)
    return () if biasa else (kalimat,)


def _measured(nilai: object, kalimat: str) -> tuple[Decimal, str]:
    cocok = _UKURAN.fullmatch(str(nilai).upper().strip())
    if cocok is None:
        tolak(kalimat)
    return Decimal(f"{cocok[1]}.{cocok[2] or 0}"), cocok[3] or ""


def _within(ukuran: str, batas: tuple[Decimal, Decimal]) -> bool:
    angka = Decimal(ukuran.split()[0].replace(",", "."))
    return batas[0] <= angka <= batas[1]


def _comma(angka: Decimal) -> str:
    return f"{angka.normalize():f}".replace(".", ",")


Pukul = Annotated[
    str,
    BeforeValidator(hour),
    Sifat("pukul"),
    Tanya(
        "Pukul berapa anak lahir?",
        contoh="04:30",
        bantuan="Menurut jam setempat di tempat lahir, seperti di surat keterangan lahir.",
        alias=("pukul", "jam", "jam lahir", "pukul lahir"),
    ),
]

KelahiranKe = Annotated[
    int,
    BeforeValidator(order),
    Sifat("kelahiran_ke"),
    Tanya(
        "Anak ke berapa dari ibunya?",
        contoh="2",
        bantuan="Hitung semua kelahiran ibunya, juga anak yang sudah meninggal.",
        alias=("anak ke", "kelahiran ke"),
        label="Anak ke",
    ),
]

Berat = Annotated[
    str,
    BeforeValidator(weight),
    Sifat("berat", teliti=weight_remarks),
    Tanya(
        "Berapa berat anak waktu lahir, dalam kilogram?",
        contoh="3,2",
        alias=("berat", "berat bayi", "berat lahir", "bb"),
        label="Berat",
    ),
]

Panjang = Annotated[
    str,
    BeforeValidator(length),
    Sifat("panjang", teliti=length_remarks),
    Tanya(
        "Berapa panjang anak waktu lahir, dalam sentimeter?",
        contoh="49",
        alias=("panjang", "panjang bayi", "panjang lahir", "pb"),
        label="Panjang",
    ),
]
