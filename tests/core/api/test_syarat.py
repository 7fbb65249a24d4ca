"""Conditions are values: readable, combinable, never computed by accident."""

import pytest

from core.api import Dan, F, Pilihan, SalahSatu, Terisi


class Warna(Pilihan):
    MERAH = "merah", "Merah"


def test_a_condition_holds_for_its_answer_and_no_other() -> None:
    syarat = F.warna == "merah"
    assert syarat.holds({"warna": "merah"})
    assert not syarat.holds({"warna": "biru"})
    assert not syarat.holds({})


def test_a_choice_is_compared_by_its_key() -> None:
    assert (F.warna == Warna.MERAH) == SalahSatu("warna", ("merah",))


def test_not_equal_also_holds_when_nothing_was_answered() -> None:
    assert (F.warna != "merah").holds({})


def test_one_of_several() -> None:
    syarat = F.warna.in_("merah", "biru")
    assert syarat.holds({"warna": "biru"})
    assert not syarat.holds({"warna": "hijau"})


def test_a_skipped_answer_is_not_there() -> None:
    assert F.telepon.terisi == Terisi("telepon")
    assert F.telepon.terisi.holds({"telepon": "+628"})
    assert not F.telepon.terisi.holds({"telepon": None})


def test_conditions_combine_and_name_their_fields() -> None:
    syarat = (F.a == "x") & ~(F.b == "y") | F.c.terisi
    assert syarat.names() == {"a", "b", "c"}
    assert syarat.holds({"a": "x", "b": "z"})
    assert not syarat.holds({"a": "x", "b": "y"})
    assert syarat.holds({"b": "y", "c": 1})
    assert isinstance((F.a == 1) & (F.b == 2), Dan)


def test_python_and_or_not_are_refused() -> None:
    with pytest.raises(TypeError, match="combine conditions"):
        bool(F.a == "x")


def test_a_condition_compares_with_plain_values_only() -> None:
    with pytest.raises(TypeError, match="not list"):
        F.a.in_(["x"])
