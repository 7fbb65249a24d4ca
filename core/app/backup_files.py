"""Files that are hashed while they are written, and compared when they are read again."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_CHUNK = 1 << 20


class Jejak(BaseModel):
    """What a file must be when it is read again."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bita: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

    @classmethod
    def of(cls, content: bytes) -> "Jejak":
        """Return the trace of something small."""
        return cls(bita=len(content), sha256=hashlib.sha256(content).hexdigest())


class HashedFile:
    """A new file, readable by its owner alone, on disk in full once it is closed."""

    def __init__(self, path: Path) -> None:
        self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._hash = hashlib.sha256()
        self._bita = 0

    def write(self, content: bytes) -> None:
        """Append."""
        self._file.write(content)
        self._hash.update(content)
        self._bita += len(content)

    def close(self) -> Jejak:
        """Bring everything to the disk, and say what the file is; repeating it does no harm."""
        if not self._file.closed:
            with self._file:
                self._file.flush()
                os.fsync(self._file.fileno())
        return Jejak(bita=self._bita, sha256=self._hash.hexdigest())


def measure(path: Path) -> Jejak | None:
    """Return what a file is now; None if there is none."""
    digest, bita = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                bita += len(chunk)
    except FileNotFoundError:
        return None
    return Jejak(bita=bita, sha256=digest.hexdigest())


def lines(path: Path) -> Iterator[bytes]:
    """Give the lines of a file, one at a time."""
    with path.open("rb") as file:
        yield from file


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
