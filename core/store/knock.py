"""Knocks at an SQLite file from outside, as another process would: is it there, whole, writable?

A connection that is open sees neither that its file was removed nor that it may not be written.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

KNOCK_SECONDS = 2.0
_REASONS = {
    "SQLITE_CANTOPEN": "tidak ada atau tidak dapat dibuka",
    "SQLITE_READONLY": "tidak dapat ditulis",
    "SQLITE_FULL": "tidak dapat ditulis: disk penuh",
    "SQLITE_BUSY": "terkunci proses lain",
    "SQLITE_NOTADB": "bukan basis data SQLite",
    "SQLITE_CORRUPT": "rusak: pulihkan cadangan",
}


class FileRefused(RuntimeError):
    """The file cannot be worked with; the text is one sentence."""


def knock(file: Path, *, seconds: float = KNOCK_SECONDS) -> None:
    """Take the write lock for an instant and give it back; raise FileRefused if that fails."""
    address = f"{file.resolve().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(address, timeout=seconds, uri=True)) as connection:
            connection.isolation_level = None
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as cause:
        name = getattr(cause, "sqlite_errorname", "")
        kind = next((kind for kind in _REASONS if name.startswith(kind)), "")
        reason = _REASONS.get(kind, f"tidak dapat dipakai ({name or type(cause).__name__})")
        raise FileRefused(f"Basis data {file.name} {reason}.") from cause
