"""The history: one line per act, append-only, each line carrying the hash of the one before it."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple
from uuid import UUID

from core.store.models import Riwayat
from core.store.turnstile import one_at_a_time

GENESIS = "0" * 64

_ACT = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ACTOR = re.compile(r"[a-z]{1,16}(:\d{1,19})?")
_CODE = re.compile(r"[a-z0-9][a-z0-9_.:-]{0,63}")
# NIK and No. KK have 16 digits; no id of ours has 13 in a row.
_PERSONAL = re.compile(r"\d{13}")
_BATCH = 1000


class NotForHistory(ValueError):
    """More than ids, codes and numbers was to be written down; the text names no value."""


class Sebab(Enum):
    """Why a line does not fit."""

    ISI = "isi"  # what it says is not what its hash was made of
    SAMBUNGAN = "sambungan"  # it carries another hash than the line before it has
    CELAH = "celah"  # there is no line of this number, and later ones are there
    URUTAN = "urutan"  # no line may have this number
    KEPALA = "kepala"  # the chain ends before the head that somebody knows


class Kepala(NamedTuple):
    """The last line of a chain: its number and its hash."""

    urut: int
    sidik: str


@dataclass(frozen=True)
class Utuh:
    """Every line fits the one before it."""

    kepala: Kepala


@dataclass(frozen=True)
class Putus:
    """The number of the first line that does not fit, and why."""

    urut: int
    sebab: Sebab


BEFORE_ALL = Kepala(0, GENESIS)


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


def follow(lines: Iterable[Riwayat], *, after: Kepala) -> Kepala | Putus:
    """Follow the chain along lines in order of their numbers. Pure."""
    for line in lines:
        due = after.urut + 1
        if line.urut > due:
            return Putus(due, Sebab.CELAH)
        if line.urut < due:
            return Putus(line.urut, Sebab.URUTAN)
        if line.sebelum != after.sidik:
            return Putus(due, Sebab.SAMBUNGAN)
        if line.sidik != link_hash(line):
            return Putus(due, Sebab.ISI)
        after = Kepala(line.urut, line.sidik)
    return after


async def verify(*, kepala: str = "") -> Utuh | Putus:
    """Follow the whole chain, a limited batch at a time; it may grow meanwhile.

    `kepala` is a hash that was the head some time: without it nobody can tell that lines were
    cut off the end.
    """
    after, known = BEFORE_ALL, kepala in ("", GENESIS)
    while True:
        lines = await _lines_after(after)
        if isinstance(lines, Putus):
            return lines
        if not lines:
            return Utuh(after) if known else Putus(after.urut + 1, Sebab.KEPALA)
        followed = follow(lines, after=after)
        if isinstance(followed, Putus):
            return followed
        after, known = followed, known or any(line.sidik == kepala for line in lines)


async def head() -> Kepala:
    """Return the last line, to be noted where this database cannot reach (SECURITY.md 16)."""
    last = await Riwayat.all().order_by("-urut").first()
    return Kepala(last.urut, last.sidik) if last else BEFORE_ALL


async def _lines_after(after: Kepala) -> list[Riwayat] | Putus:
    """Read the next lines; one that cannot even be read is broken, and found one by one."""
    found = Riwayat.filter(urut__gt=after.urut) if after.urut else Riwayat.all()
    try:
        return await found.order_by("urut").limit(_BATCH)
    except (ValueError, TypeError):
        try:
            return await found.order_by("urut").limit(1)
        except (ValueError, TypeError):
            return Putus(after.urut + 1, Sebab.ISI)


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
