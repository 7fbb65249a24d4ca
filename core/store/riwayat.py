"""The history: one line per act, append-only, each line carrying the hash of the one before it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from core.store.models import Riwayat

GENESIS = "0" * 64


async def write(
    aksi: str,
    subjek: UUID,
    *,
    pelaku: str,
    now: datetime,
    rincian: Mapping[str, str | int] | None = None,
) -> None:
    """Append a line in the caller's unit of work. Only ids, codes and numbers: never a person's data."""
    last = await Riwayat.all().order_by("-urut").first()
    body = json.dumps(dict(rincian or {}), sort_keys=True, separators=(",", ":"))
    urut = last.urut + 1 if last else 1
    sebelum = last.sidik if last else GENESIS
    await Riwayat.create(
        urut=urut,
        waktu=now,
        aksi=aksi,
        subjek=subjek,
        pelaku=pelaku,
        rincian=body,
        sebelum=sebelum,
        sidik=link_hash(sebelum, urut, now, aksi, subjek, pelaku, body),
    )


def link_hash(
    sebelum: str, urut: int, waktu: datetime, aksi: str, subjek: UUID, pelaku: str, rincian: str
) -> str:
    """Return SHA-256 over the previous hash and this line in canonical form."""
    line = [sebelum, urut, waktu.astimezone(UTC).isoformat(), aksi, str(subjek), pelaku, rincian]
    return hashlib.sha256(json.dumps(line, separators=(",", ":")).encode()).hexdigest()


async def of(subjek: UUID) -> list[Riwayat]:
    """Return the lines about one subject, oldest first."""
    return await Riwayat.filter(subjek=subjek).order_by("urut")
