"""Keeps a second `kerja` away from a data folder: SQLite mode is for one worker process."""

import fcntl
import os
from pathlib import Path


class FolderTaken(RuntimeError):
    """Another process works in this folder."""


class FolderLock:
    """An advisory lock on a folder, held while the process lives."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "kerja.lock"
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock, or raise FolderTaken."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as cause:
            os.close(file)
            raise FolderTaken(
                f"Proses kerja lain sedang memakai folder data {self._path.parent.name}; "
                "hentikan dulu, atau pakai PostgreSQL untuk lebih dari satu."
            ) from cause
        self._file = file

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
