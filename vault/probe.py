"""Tries a storage folder as production uses it: written once, synced, linked, read, removed."""

import asyncio
import os
from pathlib import Path
from uuid import uuid4

from obstore.exceptions import BaseError

from vault.blobs import Blobs
from vault.errors import BlobMissing, StorageRefused, StorageTrouble

_LENGTH = 1024
_FOLDER = "coba"


async def probe(folder: Path) -> None:
    """Put a blob twice, read it back and remove it; raises `StorageRefused` with one sentence."""
    await asyncio.to_thread(_file, folder)
    name, content = f"{_FOLDER}/{uuid4()}", os.urandom(_LENGTH)
    try:
        blobs = Blobs(folder)
        try:
            created = await blobs.put(name, content)
            if not created or await blobs.put(name, b"lain") or await blobs.get(name) != content:
                raise StorageRefused("yang dibaca kembali bukan yang ditulis.")
        finally:
            await blobs.delete(name)
    except OSError as cause:
        raise StorageRefused(f"tidak dapat ditulis: {_reason(cause)}.") from cause
    except (BaseError, BlobMissing, StorageTrouble) as cause:
        raise StorageRefused(f"tidak dapat dipakai ({type(cause).__name__}).") from cause


def _file(folder: Path) -> None:
    """Do by hand what the store does, to say which of it does not work."""
    place = folder / _FOLDER / str(uuid4())
    linked = place.with_name(f"{place.name}.1")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(os.urandom(_LENGTH))
            file.flush()
            _sync(file.fileno())
        try:
            linked.hardlink_to(place)
        except OSError as cause:
            raise StorageRefused(
                "sistem berkasnya tidak mengenal hard link (FAT, sebagian SMB); pakai ext4."
            ) from cause
    except OSError as cause:
        raise StorageRefused(f"tidak dapat ditulis: {_reason(cause)}.") from cause
    finally:
        for one in (place, linked):
            _remove(one)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as cause:
        raise StorageRefused(f"fsync gagal: {_reason(cause)}.") from cause


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # what could not be written was said already


def _reason(cause: OSError) -> str:
    return cause.strerror or type(cause).__name__
