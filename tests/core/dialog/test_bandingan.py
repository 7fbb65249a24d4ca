"""When what was read and what was typed are different, and when they are not."""

import pytest

from core.dialog.bandingan import names_differ, numbers_differ


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        ("BUDI SANTOSO", "BUDI SANTOSO"),
        ("BUDI SANTOS0", "BUDI SANTOSO"),
        ("BUDI SANT0S0", "BUDI SANTOSO"),
        ("BUDI SANTOSO", "BUDI SANTOSO, S.PD."),
        ("BUDISANTOSO", "BUDI SANTOSO"),
        ("MUH FAJAR", "MUHAMMAD FAJAR"),
        ("M. FAJAR", "MUHAMMAD FAJAR"),
        ("RADEN AJENG KARTINI DJOJO", "RADEN AJENG KARTINI DJOJO ADHININGRAT"),
        ("", "BUDI SANTOSO"),
        ("...", "BUDI SANTOSO"),
        ("SITI AMINAH", "AMINAH SITI"),
    ],
)
def test_what_may_be_the_same_person_is_no_difference(read: str, typed: str) -> None:
    assert not names_differ(read, typed)


@pytest.mark.parametrize(
    ("read", "typed"),
    [("BUDI SANTOSO", "SITI AMINAH"), ("BUDI SANTOSO", "BUDI GUNAWAN"), ("SRI", "EKO")],
)
def test_another_persons_name_is_a_difference(read: str, typed: str) -> None:
    assert names_differ(read, typed)


def test_one_digit_is_a_difference() -> None:
    assert numbers_differ("3319991708900001", "3319991708900002")
    assert not numbers_differ("3319991708900001", "3319991708900001")
