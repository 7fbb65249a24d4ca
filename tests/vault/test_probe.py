"""What a storage must be able to do."""

import asyncio
import errno
import os
from pathlib import Path

import pytest

from vault import StorageRefused, probe


def test_a_good_folder_is_left_as_it_was(tmp_path: Path) -> None:
    asyncio.run(probe(tmp_path / "berkas"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


async def test_s04_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(StorageRefused, match="tidak dapat ditulis"):
        await probe(tmp_path / "berkas")


def failing(number: int) -> object:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("place", "number", "sentence"),
    [
        ("os.fsync", errno.EIO, "fsync gagal: Input/output error."),
        ("os.link", errno.EPERM, "hard link"),
        ("pathlib.Path.open", errno.ENOSPC, "tidak dapat ditulis: No space left on device."),
        ("pathlib.Path.open", errno.EROFS, "tidak dapat ditulis: Read-only file system."),
        ("pathlib.Path.open", errno.EDQUOT, "tidak dapat ditulis: Disk quota exceeded."),
    ],
)
async def test_s04_each_thing_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, number: int, sentence: str
) -> None:
    monkeypatch.setattr(place, failing(number))
    with pytest.raises(StorageRefused) as refused:
        await probe(tmp_path)
    assert sentence in str(refused.value)
    assert str(tmp_path) not in str(refused.value)
