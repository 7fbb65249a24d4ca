"""The gate of the mail room: when nobody goes out, and when one letter may knock."""

from datetime import timedelta
from functools import reduce

import pytest

from delivery.gerbang import Gerbang, after
from delivery.smtp_outcome import Konfigurasi, Outcome, Ragu, Sementara, Terkirim, Tetap
from tests.delivery.dunia import START

DOWN = Sementara("sambungan")


def failures(count: int, *, seconds: float = 1) -> Gerbang:
    moments = [START + timedelta(seconds=seconds * number) for number in range(count)]
    return reduce(lambda gate, now: after(gate, DOWN, now=now), moments, Gerbang())


def test_four_failures_are_bad_luck() -> None:
    assert not failures(4).rests(START + timedelta(seconds=3))


def test_five_failures_in_two_minutes_give_the_server_a_minute() -> None:
    gate = failures(5)
    assert gate.rests(START + timedelta(seconds=4))
    assert gate.rests(START + timedelta(seconds=63))
    assert not gate.rests(START + timedelta(seconds=64))


def test_five_failures_in_an_hour_are_only_slow() -> None:
    assert not failures(5, seconds=120).rests(START + timedelta(minutes=8))


def test_a_sixth_failure_right_after_the_rest_gives_another_minute() -> None:
    gate = after(failures(5), DOWN, now=START + timedelta(seconds=65))
    assert gate.rests(START + timedelta(seconds=100))


def test_one_success_forgets_all_failures() -> None:
    gate = after(failures(4), Terkirim(), now=START)
    assert not after(gate, DOWN, now=START).rests(START)


def test_wrong_settings_let_nobody_out_until_the_next_knock() -> None:
    gate = after(Gerbang(), Konfigurasi("masuk"), now=START)
    assert not gate.admits(START + timedelta(minutes=2))
    assert gate.admits(START + timedelta(minutes=3))


def test_only_one_letter_knocks() -> None:
    gate = after(Gerbang(), Konfigurasi("masuk"), now=START)
    later = START + timedelta(minutes=3)
    assert not gate.knocking(later).admits(later)


def test_a_clock_that_was_set_back_does_not_keep_a_resting_server_at_rest() -> None:
    gate, back = failures(5), START - timedelta(hours=2)
    assert not gate.rests(back)
    assert not after(gate, DOWN, now=back).rests(back), "failures to come are no failures"


def test_a_clock_that_was_set_back_does_not_put_off_the_next_knock() -> None:
    gate = after(Gerbang(), Konfigurasi("masuk"), now=START)
    assert gate.admits(START - timedelta(hours=2))


@pytest.mark.parametrize(
    ("outcome", "mended"),
    [
        (Terkirim(), True),
        (Ragu("putus"), True),
        (Sementara("penerima"), True),
        (Sementara("kotak_penuh"), True),
        (Sementara("isi"), True),
        (Sementara("sambungan"), False),
        (Sementara("ditolak"), False),
        (Sementara("masuk"), False),
        (Sementara("lambat"), False),
        (Tetap("alamat"), False),
    ],
)
def test_only_who_was_let_in_proves_that_the_settings_are_mended(
    outcome: Outcome, mended: bool
) -> None:
    gate = after(after(Gerbang(), Konfigurasi("masuk"), now=START), outcome, now=START)
    assert gate.admits(START) is mended
