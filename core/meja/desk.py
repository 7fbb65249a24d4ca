"""Keeps what an officer is doing, in the database: a restart in mid-sentence loses nothing."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from core.meja.models import Meja


class Langkah(StrEnum):
    """What the bot waits for in the officer's private chat."""

    LIHAT = ""
    FORMULIR = "formulir"
    PDF = "pdf"
    PERBAIKI = "perbaiki"
    RINCIAN = "rincian"
    TOLAK = "tolak"
    SERAH = "serah"


class Sealer(Protocol):
    """What the desk needs of a vault.Sealer."""

    def seal(self, value: bytes | str, *, table: str, column: str, row: UUID | str) -> bytes:
        """Encrypt a value for one cell."""

    def open_text(self, value: bytes, *, table: str, column: str, row: UUID | str) -> str:
        """Decrypt the text of one cell."""


@dataclass(frozen=True)
class Lembar:
    """The sheet on a desk: the case, the step, and what was written so far."""

    kasus: UUID | None = None
    langkah: Langkah = Langkah.LIHAT
    isi: Mapping[str, str] = field(default_factory=dict)


class Desk:
    """Reads and writes desks."""

    def __init__(self, sealer: Sealer, *, now: Callable[[], datetime]) -> None:
        self._sealer = sealer
        self._now = now

    async def of(self, petugas: int) -> Lembar:
        """Return what lies on an officer's desk."""
        row = await Meja.get_or_none(petugas=petugas)
        if row is None:
            return Lembar()
        isi = self._open(row.isi, petugas) if row.isi else {}
        return Lembar(row.permohonan_id, Langkah(row.langkah), isi)

    async def lay(self, petugas: int, sheet: Lembar) -> None:
        """Put a sheet on an officer's desk, in the caller's unit of work."""
        body = json.dumps(dict(sheet.isi))
        values = {
            "permohonan_id": sheet.kasus,
            "langkah": sheet.langkah.value,
            "isi": self._sealer.seal(body, table="meja", column="isi", row=str(petugas)),
            "diubah_at": self._now(),
        }
        await Meja.update_or_create(defaults=values, petugas=petugas)

    async def clear(self, petugas: int) -> None:
        """Take everything off an officer's desk."""
        await Meja.filter(petugas=petugas).delete()

    def _open(self, sealed: bytes, petugas: int) -> dict[str, str]:
        text = self._sealer.open_text(bytes(sealed), table="meja", column="isi", row=str(petugas))
        return {str(key): str(value) for key, value in json.loads(text).items()}
