"""Sealed files on disk, under names that are our own ids: written once, durable at once."""

import asyncio
import contextlib
import os
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import LocalStore

from vault.errors import BlobMissing, StorageTrouble
from vault.seal import Sealer

# A folder of ours and a UUID: no part of a name ever comes from outside.
_NAME = re.compile(r"[a-z]{1,16}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.[0-9]{1,4})?")
_LISTED = 1000


class Blobs:
    """A folder of blobs. Whatever is put is on disk, in full, before the caller goes on.

    Every method raises `StorageTrouble` (or OSError, from a sync) if the storage fails.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = LocalStore(folder, mkdir=True)

    async def put(self, name: str, content: bytes) -> bool:
        """Store content unless the name is taken; tell whether it was free."""
        path = self._path(name)
        try:
            with _translated():
                await self._store.put_async(name, content, mode="create")
            created = True
        except AlreadyExistsError:
            created = False
        # Also when it existed: whoever put it may have died before this line.
        await asyncio.to_thread(_sync, path, self._folder)
        return created

    async def get(self, name: str) -> bytes:
        """Return the content, or raise `BlobMissing`."""
        self._path(name)
        try:
            with _translated():
                found = await self._store.get_async(name)
                return bytes(await found.bytes_async())
        except FileNotFoundError as cause:
            raise BlobMissing(f"no blob named {name}") from cause

    async def delete(self, name: str) -> None:
        """Remove the blob; removing what is not there is done already."""
        path = self._path(name)
        try:
            with _translated():
                await self._store.delete_async(name)
        except FileNotFoundError:
            return
        await asyncio.to_thread(_sync_folder, path.parent)

    async def exists(self, name: str) -> bool:
        """Tell whether the name is taken."""
        self._path(name)
        try:
            with _translated():
                await self._store.head_async(name)
        except FileNotFoundError:
            return False
        return True

    async def folders(self) -> list[str]:
        """Return the folders that hold blobs."""
        with _translated():
            found = await self._store.list_with_delimiter_async()
        return sorted(found["common_prefixes"])

    async def names(self, folder: str) -> AsyncIterator[str]:
        """Give the names in a folder, in no order; what comes or goes meanwhile may be missing."""
        with _translated():
            async for found in self._store.list(folder, chunk_size=_LISTED):
                for one in found:
                    if _NAME.fullmatch(one["path"]):
                        yield one["path"]

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("a blob's name is a folder of ours, a slash and a UUID")
        return self._folder / name


class SealedBlobs:
    """Blobs that are sealed on their way in, each to its own name."""

    def __init__(self, blobs: Blobs, sealer: Sealer) -> None:
        self._blobs = blobs
        self._sealer = sealer

    async def put(self, name: str, content: bytes) -> bool:
        """Seal and store content unless the name is taken; tell whether it was free."""
        sealed = self._sealer.seal(content, table="blob", column="isi", row=name)
        return await self._blobs.put(name, sealed)

    async def get(self, name: str) -> bytes:
        """Return the opened content; raises `BlobMissing` or `WrongKey`."""
        sealed = await self._blobs.get(name)
        return self._sealer.open(sealed, table="blob", column="isi", row=name)

    async def delete(self, name: str) -> None:
        """Remove the blob."""
        await self._blobs.delete(name)

    async def exists(self, name: str) -> bool:
        """Tell whether the name is taken."""
        return await self._blobs.exists(name)

    def names(self, folder: str) -> AsyncIterator[str]:
        """Give the names in a folder, in no order."""
        return self._blobs.names(folder)


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Turn what the store raises instead of OSError into ours; it names paths, ours does not."""
    try:
        yield
    except AlreadyExistsError:
        raise
    except BaseError as cause:
        raise StorageTrouble("the storage is full, broken or out of reach") from cause


def _sync(path: Path, root: Path) -> None:
    """The store renames into place and never syncs: first the file, then every folder above it."""
    _sync_folder(path)
    folder = path.parent
    while folder != root:
        _sync_folder(folder)
        folder = folder.parent
    _sync_folder(root)


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
