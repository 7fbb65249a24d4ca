"""Turns the values of a row into what JSON can hold, and back into what a database takes."""

import base64
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from core.app.backup_format import CadanganDitolak, JenisNilai, Kolom


def encode(kolom: Sequence[Kolom], values: Sequence[object]) -> bytes:
    """Return the line of a row that a database gave."""
    row = [
        None if value is None else _encoded(one.jenis, value)
        for one, value in zip(kolom, values, strict=True)
    ]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decode(kolom: Sequence[Kolom], line: bytes, *, sqlite: bool) -> list[object]:
    """Return the row of a line as a database takes it; CadanganDitolak if it is none."""
    try:
        return [
            None if value is None else _decoded(one.jenis, value, sqlite=sqlite)
            for one, value in zip(kolom, json.loads(line), strict=True)
        ]
    except (TypeError, ValueError) as cause:
        raise CadanganDitolak("Satu baris di cadangan bukan baris tabelnya.") from cause


def _encoded(jenis: JenisNilai, value: object) -> object:
    match jenis:
        case JenisNilai.UUID:
            return str(value)
        case JenisNilai.YA_TIDAK:
            return bool(value)
        case JenisNilai.WAKTU:
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
            return moment.astimezone(UTC).isoformat()
        case JenisNilai.BITA if isinstance(value, bytes | memoryview):
            return base64.b64encode(value).decode("ascii")
        case JenisNilai.ANGKA if isinstance(value, int):
            return value
        case JenisNilai.TEKS if isinstance(value, str):
            return value
    raise TypeError(f"a column of {jenis} holds {type(value).__name__}")


def _decoded(jenis: JenisNilai, value: object, *, sqlite: bool) -> object:
    match jenis, value:
        case JenisNilai.UUID, str():
            return str(UUID(value)) if sqlite else UUID(value)
        case JenisNilai.YA_TIDAK, bool():
            return int(value) if sqlite else value
        case JenisNilai.WAKTU, str():
            moment = datetime.fromisoformat(value)
            # As Tortoise writes it into SQLite, where moments are compared as text.
            return moment.isoformat(" ") if sqlite else moment
        case JenisNilai.BITA, str():
            return base64.b64decode(value, validate=True)
        case (JenisNilai.ANGKA, int()) | (JenisNilai.TEKS, str()):
            return value
    raise TypeError(f"a column of {jenis} holds {type(value).__name__}")
