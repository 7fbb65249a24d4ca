"""The last line of a benchmark is read by programs: its form stands."""

import pytest

from benchmarks.closing import closing_line


def test_the_line_names_the_benchmark_and_then_its_figures() -> None:
    line = closing_line("transport", ratio_ptb=3.456, ours=2312.7, loss=0.0, many=99.96)
    assert line == "bench transport ratio_ptb=3.46 ours=2313 loss=0 many=100"


@pytest.mark.parametrize("figure", [float("nan"), float("inf")])
def test_what_was_not_measured_is_not_printed(figure: float) -> None:
    with pytest.raises(ValueError, match="not measured"):
        closing_line("dialog", sqlite=figure)
