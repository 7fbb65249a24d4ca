"""The peer's environment: its place, and when it is made anew."""

import subprocess
from pathlib import Path

import pytest

from benchmarks.echo import peer_environment as peer


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Note every environment that would be made, instead of making it."""
    places: list[Path] = []

    def create(place: Path, *, with_pip: bool) -> None:
        places.append(place)
        (place / "bin").mkdir(parents=True)
        (place / "bin" / "python").write_text("")
        (place / "pyvenv.cfg").write_text("")

    monkeypatch.setenv("ADMINDUK_BENCH_VENV", str(tmp_path / "peer"))
    monkeypatch.setattr(peer.venv, "create", create)
    monkeypatch.setattr(peer.subprocess, "run", lambda *_, **__: None)
    return places


def test_every_version_is_exact_and_none_is_among_ours() -> None:
    lines = peer.VERSIONS.read_text().split()
    assert "aiogram==3.31.0" in lines
    assert all(line.count("==") == 1 for line in lines)
    locks = Path(__file__).parents[2] / "locks"
    assert not any("aiogram" in lock.read_text() for lock in locks.glob("*.txt"))


def test_it_is_made_once(made: list[Path]) -> None:
    first, second = peer.python_of_peer(), peer.python_of_peer()
    assert first == second == peer.folder() / "bin" / "python"
    assert made == [peer.folder()]


def test_other_versions_make_it_anew(
    made: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    peer.python_of_peer()
    newer = tmp_path / "peer.txt"
    newer.write_text("aiogram==3.99.0\n")
    monkeypatch.setattr(peer, "VERSIONS", newer)
    peer.python_of_peer()
    assert len(made) == 2


def test_a_folder_that_holds_something_else_is_left_alone(made: list[Path]) -> None:
    peer.folder().mkdir()
    (peer.folder() / "surat.txt").write_text("penting")
    with pytest.raises(peer.NoPeer, match="something else"):
        peer.python_of_peer()
    assert (peer.folder() / "surat.txt").read_text() == "penting"


def test_a_failed_installation_is_a_sentence_and_is_tried_again(
    made: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, "pip")

    monkeypatch.setattr(peer.subprocess, "run", fail)
    for _ in range(2):
        with pytest.raises(peer.NoPeer, match="could not be installed"):
            peer.python_of_peer()
    assert len(made) == 2
