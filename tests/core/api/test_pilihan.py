"""A choice has a stable key and a label."""

import json

from core.api import HasilCari, Pilihan


class Sebab(Pilihan):
    HILANG = "hilang", "KK hilang"


def test_a_choice_is_its_key_and_carries_its_label() -> None:
    assert Sebab.HILANG == "hilang"
    assert Sebab.HILANG.value == "hilang"
    assert Sebab.HILANG.label == "KK hilang"
    assert Sebab("hilang") is Sebab.HILANG


def test_a_choice_is_stored_as_its_key() -> None:
    assert json.dumps([Sebab.HILANG, HasilCari.ADA]) == '["hilang", "ada"]'
