"""The stand-in counts what a bot really replied. How fast is not asked here."""

import sys
from collections.abc import Iterator

import pytest

from benchmarks import transport
from benchmarks.transport import Contender, Work

PTB = (sys.executable, "-m", "benchmarks.echo.ptb")


@pytest.fixture(scope="module")
def stand_in() -> Iterator[str]:
    with transport._stand_in() as base_url:
        yield base_url


@pytest.mark.parametrize("mode", ["ours", "ours_stepwise", "stock"])
def test_a_bot_replies_to_every_update_of_every_round(stand_in: str, mode: str) -> None:
    one = Contender(mode, "-", (*PTB, mode))
    with transport._running(one, stand_in):
        for replies in (130, 7):  # more and less than a batch
            counted, seconds = transport._round(stand_in, one, Work(replies, chats=5))
            assert counted == replies
            assert seconds > 0


def test_the_report_ends_with_the_line_and_says_what_was_lost(
    capsys: pytest.CaptureFixture[str],
) -> None:
    known = [
        Contender("ours", "a", (), [40.0, 400.0, 44.0], [0, 0, 0], [800.0]),
        Contender("ours_stepwise", "b", (), [30.0, 30.0, 30.0], [0, 0, 0], [1100.0]),
        Contender("ptb", "c", (), [10.0, 100.0, 11.0], [0, 0, 0], [2400.0]),
        Contender("ptb_concurrent", "d", (), [1.0, 1.0, 1.0], [0, 3, 1], [9000.0]),
        Contender("aiogram", "e", (), [20.0, 200.0, 22.0], [0, 0, 0], [1600.0]),
    ]
    transport._report(known, Work(1000, 50))
    lines = capsys.readouterr().out.splitlines()
    assert "4 replies LOST" in lines[4]
    assert [line for line in lines if "LOST" in line] == [lines[4]]
    assert lines[-1].startswith("bench transport ratio_ptb=4 ratio_ptb_concurrent=44 ")
    assert "ratio_aiogram=2 " in lines[-1]
    assert "cpu_ratio_ptb=3 cpu_ratio_aiogram=2 " in lines[-1]
    assert lines[-1].endswith("ours=44 ours_stepwise=30 ptb=11 ptb_concurrent=1 aiogram=22")
