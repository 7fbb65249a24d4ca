import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from obstore.exceptions import GenericError

from vault import BlobMissing, Blobs, SealedBlobs, Sealer, StorageTrouble, WrongKey

NAME = "dokumen/00000000-0000-0000-0000-000000000001"
OTHER = "dokumen/00000000-0000-0000-0000-000000000002"


async def test_a_blob_is_written_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    assert await blobs.put(NAME, b"satu") is True
    assert await blobs.put(NAME, b"dua") is False
    assert await blobs.get(NAME) == b"satu"


async def test_what_is_put_is_synced_before_put_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def record(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", record)
    blobs = Blobs(tmp_path)
    for _ in range(2):  # a repeat syncs too: the first may have died before it did
        synced.clear()
        await blobs.put(NAME, b"satu")
        assert synced == [str(tmp_path / NAME), str(tmp_path / "dokumen"), str(tmp_path)]


async def test_a_missing_blob_is_told_apart_and_may_be_deleted(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    with pytest.raises(BlobMissing):
        await blobs.get(NAME)
    await blobs.delete(NAME)
    await blobs.put(NAME, b"satu")
    assert await blobs.exists(NAME)
    await blobs.delete(NAME)
    assert not await blobs.exists(NAME)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "x",
        "../x",
        "dokumen/../x",
        "/etc/passwd",
        "dokumen/x",
        NAME + "/y",
        NAME.upper(),
        NAME + "\n",
    ],
)
async def test_a_name_that_is_not_ours_is_refused(tmp_path: Path, name: str) -> None:
    blobs = Blobs(tmp_path)
    for act in (blobs.get, blobs.delete, blobs.exists):
        with pytest.raises(ValueError, match="UUID"):
            await act(name)
    with pytest.raises(ValueError, match="UUID"):
        await blobs.put(name, b"")


async def test_sealed_blobs_show_nothing_and_open_under_their_own_name(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sealed = SealedBlobs(blobs, Sealer(bytes(range(32))))
    assert await sealed.put(NAME, b"KTP BUDI")
    assert b"BUDI" not in await blobs.get(NAME)
    assert await sealed.get(NAME) == b"KTP BUDI"
    await blobs.put(OTHER, await blobs.get(NAME))
    with pytest.raises(WrongKey):
        await sealed.get(OTHER)


async def test_blobs_are_found_by_their_folders(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    third = NAME.replace("dokumen", "dok")
    for name in (NAME, OTHER, third):
        await blobs.put(name, b"satu")
    assert await blobs.folders() == ["dok", "dokumen"]
    assert {name async for name in blobs.names("dokumen")} == {NAME, OTHER}
    assert [name async for name in blobs.names("dok")] == [third]
    assert [name async for name in blobs.names("berkas")] == []


async def test_a_strange_file_in_the_folder_is_no_blob(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    await blobs.put(NAME, b"satu")
    (tmp_path / "dokumen" / "catatan.txt").write_text("milik orang lain")
    assert [name async for name in blobs.names("dokumen")] == [NAME]


_FULL = """
import asyncio, resource, sys
from pathlib import Path
from vault import Blobs, StorageTrouble
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

async def main():
    blobs = Blobs(Path(sys.argv[1]))
    assert await blobs.put(sys.argv[2], bytes(900))
    try:
        await blobs.put(sys.argv[3], bytes(5000))
    except StorageTrouble as trouble:
        assert sys.argv[1] not in str(trouble)
        assert not await blobs.exists(sys.argv[3])
        print("StorageTrouble")

asyncio.run(main())
"""


def test_a_disk_that_takes_no_more_is_trouble_and_leaves_no_torn_blob(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _FULL, str(tmp_path), NAME, OTHER]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout.strip(), done.stderr) == ("StorageTrouble", "")


class BrokenStore:
    """Answers everything as obstore answers what no errno of its own stands for."""

    async def fail(self, *_: object, **__: object) -> None:
        raise GenericError("Generic LocalFileSystem error: /srv/rahasia: Too many open files")

    put_async = get_async = delete_async = head_async = list_with_delimiter_async = fail


@pytest.mark.parametrize(
    "act",
    [
        lambda blobs: blobs.put(NAME, b"satu"),
        lambda blobs: blobs.get(NAME),
        lambda blobs: blobs.delete(NAME),
        lambda blobs: blobs.exists(NAME),
        lambda blobs: blobs.folders(),
    ],
)
async def test_a_storage_that_fails_is_trouble_and_says_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Blobs], Awaitable[object]]
) -> None:
    blobs = Blobs(tmp_path)
    monkeypatch.setattr(blobs, "_store", BrokenStore())
    with pytest.raises(StorageTrouble) as trouble:
        await act(blobs)
    assert "rahasia" not in str(trouble.value)
