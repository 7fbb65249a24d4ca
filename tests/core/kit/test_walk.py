"""The kit itself tells the truth: it counts, it restarts at every step, it notices."""

import pytest

from core.api import HasilCari
from core.kit import Naskah, Walk
from tests.core.dialog.forms import Dikenal, Ganti, Satu


def test_every_message_and_tap_of_the_citizen_is_counted() -> None:
    jalan = Walk.of(Satu, kontak=True).say("ANI", "ani@desa.id", "123456").tap("Kirim").done()
    assert jalan.kirim == 4


def test_what_was_not_said_is_noticed() -> None:
    with pytest.raises(AssertionError, match="is not in"):
        Walk.of(Satu).expect("KK")
    with pytest.raises(AssertionError, match="is in"):
        Walk.of(Satu).expect_no("nama")


def test_a_button_that_is_not_there_is_noticed() -> None:
    with pytest.raises(AssertionError, match="0 buttons 'Kirim'"):
        Walk.of(Ganti).tap("Kirim")


def test_an_unfinished_walk_is_not_done() -> None:
    with pytest.raises(AssertionError):
        Walk.of(Satu).done()


def test_the_world_answers_from_the_script() -> None:
    jalan = Walk.of(Dikenal, naskah=Naskah(cari=HasilCari.TIDAK))
    jalan.say("3319990108160001", "ANI", "17-8-1990").expect("hubungan")
