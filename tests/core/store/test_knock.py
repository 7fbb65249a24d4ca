"""A file is looked at from outside."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.store.knock import FileRefused, knock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "a.sqlite3")) as made:
        made.execute("CREATE TABLE a (b)")
    return tmp_path / "a.sqlite3"


def test_a_good_file_is_well(file: Path) -> None:
    knock(file)


def test_s03_a_file_that_is_gone_is_not_made_anew(file: Path) -> None:
    file.unlink()
    with pytest.raises(FileRefused, match="tidak ada"):
        knock(file)
    assert not file.exists()


def test_s03_a_file_that_is_locked_is_waited_for_and_said(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileRefused, match="terkunci"):
            knock(file, seconds=0.05)
        other.execute("ROLLBACK")
    knock(file)


@pytest.mark.parametrize("content", [b"x" * 4096, b"SQLite format 3"])
def test_s03_something_else_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(FileRefused, match="bukan basis data SQLite"):
        knock(file)


def test_a_path_with_signs_of_an_address_is_a_path(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a?b#c%20.sqlite3")) as made:
        made.execute("CREATE TABLE a (b)")
    knock(tmp_path / "a?b#c%20.sqlite3")
