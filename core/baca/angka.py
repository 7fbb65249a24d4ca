"""Digits as a machine reads them: letters taken for digits, and what a number must look like."""

import re
from datetime import date

PANJANG = 16
_WOMEN = 40
# What stands for which digit when only digits can stand there.
_MISREAD = str.maketrans(
    {
        **dict.fromkeys("OoDQ°", "0"),
        **dict.fromkeys("IilL|!][)(", "1"),
        **dict.fromkeys("Zz", "2"),
        **dict.fromkeys("Aa", "4"),
        **dict.fromkeys("Ss$", "5"),
        **dict.fromkeys("Gb", "6"),
        **dict.fromkeys("?T", "7"),
        **dict.fromkeys("B&", "8"),
        **dict.fromkeys("gq", "9"),
    }
)
_BETWEEN = re.compile(r"[\s.,:;'\u2018\u2019\"_-]")
_DIGITS = re.compile(r"[0-9]+")
# Fewer real digits than this among the sixteen, and it is a word, not a number.
_REAL = 11


def digits_of(text: str) -> str:
    """Return the digits of a misread number; empty when something in it cannot be a digit."""
    bare = _BETWEEN.sub("", text)
    real = sum(each in "0123456789" for each in bare)
    digits = bare.translate(_MISREAD)
    enough = real * PANJANG >= _REAL * len(bare)
    return digits if enough and _DIGITS.fullmatch(digits) else ""


def sixteen_of(text: str) -> str:
    """Return a number of sixteen digits, empty if it is none; a colon before it reads as a 1."""
    digits = digits_of(text)
    if len(digits) == PANJANG + 1 and digits.startswith("1"):
        digits = digits[1:]
    return digits if len(digits) == PANJANG else ""


def is_nik(number: str) -> bool:
    """Tell whether a number is built like a NIK: area, a day (a woman's plus 40), a serial.

    Permendagri 108/2019: two digits each for province, regency, district; DDMMYY; four digits.
    """
    return (
        _is_number(number)
        and not number.endswith("0000")
        and any(_is_day(number[6:12], women, century) for women in (0, _WOMEN) for century in _19)
    )


def is_nomor_kk(number: str) -> bool:
    """Tell whether a number is built like that of a family card: area and the day of its issue.

    The rules promise no more than sixteen digits; a number of another build is not judged.
    """
    return _is_number(number) and any(_is_day(number[6:12], 0, century) for century in _19)


_19 = (1900, 2000)


def _is_number(number: str) -> bool:
    area = len(number) == PANJANG and _DIGITS.fullmatch(number) is not None
    return area and "11" <= number[:2] <= "97" and number[2:4] != "00" and number[4:6] != "00"


def _is_day(six: str, women: int, century: int) -> bool:
    try:
        date(century + int(six[4:]), int(six[2:4]), int(six[:2]) - women)
    except ValueError:
        return False
    return True
