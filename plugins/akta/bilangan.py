"""Numbers, orders and dates in words, in both languages of a deed (DOMAIN.md 7.2)."""

from datetime import date

from core.api import date_in_words

_SATUAN = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_ODD_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
TERBESAR = 9999


def terbilang(angka: int) -> str:
    """Write 0 to 9999 in Indonesian: 2026 is "dua ribu dua puluh enam"."""
    _check(angka)
    if angka < 12:
        return _SATUAN[angka]
    if angka < 20:
        return f"{_SATUAN[angka - 10]} belas"
    if angka < 100:
        return _joined(f"{_SATUAN[angka // 10]} puluh", angka % 10)
    if angka < 1000:
        return _joined(_hundreds(angka // 100, "ratus"), angka % 100)
    return _joined(_hundreds(angka // 1000, "ribu"), angka % 1000)


def cardinal(angka: int) -> str:
    """Write 0 to 9999 in English: 2026 is "two thousand and twenty-six"."""
    _check(angka)
    if angka < 20:
        return _UNITS[angka]
    if angka < 100:
        tens, units = divmod(angka, 10)
        return _TENS[tens] + (f"-{_UNITS[units]}" if units else "")
    if angka < 1000:
        hundreds, rest = divmod(angka, 100)
        return f"{_UNITS[hundreds]} hundred" + (f" and {cardinal(rest)}" if rest else "")
    thousands, rest = divmod(angka, 1000)
    joint = " and " if rest < 100 else " "
    return f"{_UNITS[thousands]} thousand" + (joint + cardinal(rest) if rest else "")


def ordinal(angka: int) -> str:
    """Write an order in English: 2 is "second", 21 is "twenty-first"."""
    head, dash, last = cardinal(angka).rpartition("-")
    if last in _ODD_ORDINALS:
        return head + dash + _ODD_ORDINALS[last]
    return head + dash + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def tanggal_terbilang(tanggal: date) -> str:
    """Write a date in Indonesian: "tiga Mei tahun dua ribu dua puluh enam"."""
    bulan = date_in_words(tanggal).split()[1]
    return f"{terbilang(tanggal.day)} {bulan} tahun {terbilang(tanggal.year)}"


def date_spelled(tanggal: date) -> str:
    """Write a date in English: "the third of May, two thousand and twenty-six"."""
    month = _MONTHS[tanggal.month - 1]
    return f"the {ordinal(tanggal.day)} of {month}, {cardinal(tanggal.year)}"


def _hundreds(banyak: int, satuan: str) -> str:
    return f"se{satuan}" if banyak == 1 else f"{_SATUAN[banyak]} {satuan}"


def _joined(kepala: str, sisa: int) -> str:
    return f"{kepala} {terbilang(sisa)}" if sisa else kepala


def _check(angka: int) -> None:
    if not 0 <= angka <= TERBESAR:
        raise ValueError(f"{angka} is not within 0 and {TERBESAR}")
