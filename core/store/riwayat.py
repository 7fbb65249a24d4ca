"""The history: one line per act, append-only, each line carrying the hash of the one before it."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from core.store.models import Riwayat
from core.store.turnstile import one_at_a_time

GENESIS = "0" * 64

_ACT = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ACTOR = re.compile(r"[a-z]{1,16}(:\d{1,19})?")
_CODE = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,63}")
# NIK and No. KK have 16 digits; no id of ours has 13 in a row.
_PERSONAL = re.compile(r"\d{13}")


class NotForHistory(ValueError):
    """More than ids, codes and numbers was to be written down; the text names no value."""


async def write(
    aksi: str,
    subjek: UUID,
    *,
    pelaku: str,
    now: datetime,
    rincian: Mapping[str, str | int] | None = None,
) -> None:
    """Append a line in the caller's unit of work: ids, codes, numbers, never a person's data."""
    _refuse_words(aksi, pelaku, rincian or {})
    await one_at_a_time("riwayat")
    last = await Riwayat.all().order_by("-urut").first()
    row = Riwayat(
        urut=last.urut + 1 if last else 1,
        waktu=now,
        aksi=aksi,
        subjek=subjek,
        pelaku=pelaku,
        rincian=json.dumps(dict(rincian or {}), sort_keys=True, separators=(",", ":")),
        sebelum=last.sidik if last else GENESIS,
    )
    row.sidik = link_hash(row)
    await row.save(force_create=True)


def link_hash(row: Riwayat) -> str:
    """Return SHA-256 over the previous hash and a line in canonical form."""
    line = [
        row.sebelum,
        row.urut,
        row.waktu.astimezone(UTC).isoformat(),
        row.aksi,
        str(row.subjek),
        row.pelaku,
        row.rincian,
    ]
    return hashlib.sha256(json.dumps(line, separators=(",", ":")).encode()).hexdigest()


async def of(subjek: UUID) -> list[Riwayat]:
    """Return the lines about one subject, oldest first."""
    return await Riwayat.filter(subjek=subjek).order_by("urut")


def _refuse_words(aksi: str, pelaku: str, rincian: Mapping[str, str | int]) -> None:
    if not _ACT.fullmatch(aksi):
        raise NotForHistory("an act is named by lower-case letters, digits and underscores")
    if not _ACTOR.fullmatch(pelaku):
        raise NotForHistory("an actor is a kind, or a kind and a number")
    for name, value in rincian.items():
        if not (_ACT.fullmatch(name) and _is_code(value)):
            raise NotForHistory(f"{aksi}: the details may hold ids, codes and numbers only")


def _is_code(value: object) -> bool:
    if isinstance(value, int):
        return not _PERSONAL.search(str(value))
    return (
        isinstance(value, str)
        and _CODE.fullmatch(value) is not None
        and not _PERSONAL.search(value)
    )
