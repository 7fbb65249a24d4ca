import os
from pathlib import Path

from chaos.medan import Medan


def test_an_armed_point_fires_once(tmp_path: Path) -> None:
    medan = Medan(tmp_path)
    medan.arm("K01")
    assert [medan.fires("K01"), medan.fires("K01")] == [True, False]
    assert medan.hit_by(os.getpid()) == "K01"


def test_a_point_that_was_taken_back_does_not_fire(tmp_path: Path) -> None:
    medan = Medan(tmp_path)
    medan.arm("K01")
    assert medan.disarm("K01")
    assert not medan.fires("K01")
    assert not medan.disarm("K01")


def test_a_hit_says_on_which_case_it_was(tmp_path: Path) -> None:
    medan = Medan(tmp_path)
    for kode, tanda in (("K01", ""), ("K08", "0190")):
        medan.arm(kode)
        assert medan.fires(kode, tanda)
    assert [one.tanda for one in medan.marked()] == ["0190"]


def test_a_letter_is_in_data_until_it_is_settled(tmp_path: Path) -> None:
    medan = Medan(tmp_path)
    medan.note_settled("kode:1")  # a try that ended before phase data
    medan.note_data("kode:1")
    medan.note_data("tautan:2")
    medan.note_settled("tautan:2")
    assert medan.in_data(os.getpid()) == ["kode:1"]
    assert medan.in_data(1) == []
