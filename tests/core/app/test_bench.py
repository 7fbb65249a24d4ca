"""`./adminduk bench NAME`: every benchmark has its name, and no other name does."""

from pathlib import Path

import pytest

from core import __main__ as door
from core.app.bench import NAMES, UnknownBenchmark, program_of

ROOT = Path(__file__).parents[3]


def test_every_benchmark_that_ends_with_a_line_has_its_name() -> None:
    ending = {
        path.parent.name if path.stem == "__main__" else path.stem
        for path in (ROOT / "benchmarks").rglob("*.py")
        if "closing_line(" in path.read_text() and "__main__" in path.read_text()
    }
    assert len(ending) >= 3, "an empty walk proves nothing"
    assert ending == set(NAMES)


@pytest.mark.parametrize("name", ["", "os", "benchmarks.render", "../render"])
def test_another_name_is_one_sentence_that_lists_them(name: str) -> None:
    with pytest.raises(UnknownBenchmark) as caught:
        program_of(name)
    assert str(caught.value) == "bench: pilih salah satu: baca, citra, dialog, render, transport."


def test_the_program_is_replaced_by_the_benchmark_with_its_arguments(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    become: list[tuple[str, ...]] = []
    monkeypatch.setattr(door, "become", lambda *words: become.append(words))
    monkeypatch.setattr("sys.argv", ["adminduk", "bench", "transport", "--rounds", "2"])
    with pytest.raises(SystemExit) as ended:
        door.main()
    assert ended.value.code == 0
    assert become == [("benchmarks.transport", "--rounds", "2")]


def test_an_unknown_name_ends_with_the_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["adminduk", "bench", "cepat"])
    with pytest.raises(SystemExit) as ended:
        door.main()
    assert ended.value.code == 78
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
