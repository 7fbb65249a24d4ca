"""The counter's printer: a single-use code, minted after an officer's decision, opens one file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from core.store import new_id, unit_of_work
from delivery import percobaan, tiket
from delivery.models import KodeLoket
from delivery.pembuka import Mistyped, Opened, Overloaded
from delivery.percobaan import LOKET_ALAMAT, LOKET_SEMUA, Reserved, Throttled
from vault import (
    Busy,
    CounterWrap,
    Index,
    Stretcher,
    WrongKey,
    new_code,
    new_salt,
    normalise_code,
)

MASA_BERLAKU = timedelta(minutes=15)


@dataclass(frozen=True)
class KodeLoketTerbit:
    """What the officer is told: where to type which code, and until when."""

    url: str
    kode: str = field(repr=False)
    berlaku_sampai: datetime


@dataclass(frozen=True)
class UnknownCode:
    """No such code, or it was used, or its time is over: one answer for all three."""


Outcome = Mistyped | UnknownCode | Throttled | Opened | Overloaded


def code_hash(k_web: bytes, code: str) -> str:
    """Return the keyed digest under which a normalised code is found."""
    return Index(k_web).digest(f"loket|{code}")


class PencetakKode:
    """Mints codes; lives in ``kerja``, the only one who can open the archive for it."""

    def __init__(self, *, k_web: bytes, stretcher: Stretcher, now: Callable[[], datetime]) -> None:
        self._k_web = k_web
        self._stretcher = stretcher
        self._now = now

    async def mint(self, dokumen_id: UUID, key: bytes) -> tuple[str, datetime]:
        """Wrap the document key under a new code; older unused codes of the document die."""
        code, row, salt = new_code(), new_id(), new_salt()
        symbols = normalise_code(code) or ""
        stretched = await self._stretcher.stretch(symbols, salt)
        wrap = CounterWrap(code=row, document=dokumen_id, salt=salt, site_key=self._k_web)
        fresh = KodeLoket(
            id=row,
            dokumen_id=dokumen_id,
            kode_hash=code_hash(self._k_web, symbols),
            garam=salt,
            bungkus=wrap.close(key, stretched=stretched),
            berlaku_sampai=self._now() + MASA_BERLAKU,
        )
        await self._replace(fresh)
        return code, fresh.berlaku_sampai

    @unit_of_work
    async def _replace(self, fresh: KodeLoket) -> None:
        await KodeLoket.filter(dokumen_id=fresh.dokumen_id, dipakai_at__isnull=True).delete()
        await fresh.save(force_create=True)


class PembukaLoket:
    """The door of ``/loket``; lives in ``web``."""

    def __init__(self, *, k_web: bytes, stretcher: Stretcher, now: Callable[[], datetime]) -> None:
        self._k_web = k_web
        self._stretcher = stretcher
        self._now = now

    async def open(self, typed: str, *, ip: str) -> Outcome:
        """Try a code. What cannot be a code is not counted."""
        if (code := normalise_code(typed)) is None:
            return Mistyped()
        if isinstance(shut := await self._reserve(ip), Throttled):
            return shut
        row = await KodeLoket.get_or_none(
            kode_hash=code_hash(self._k_web, code), berlaku_sampai__gt=self._now()
        )
        if row is None or row.bungkus is None:
            await self._fail(ip)
            return UnknownCode()
        try:
            stretched = await self._stretcher.stretch(code, row.garam)
            wrap = CounterWrap(
                code=row.id, document=row.dokumen_id, salt=row.garam, site_key=self._k_web
            )
            key = wrap.open(row.bungkus, stretched=stretched)
        except Busy:
            await self._refund(ip)
            return Overloaded()
        except WrongKey:
            await self._fail(ip)
            return UnknownCode()
        return await self._succeed(row, key, ip)

    @unit_of_work
    async def _succeed(self, row: KodeLoket, key: bytes, ip: str) -> Opened | UnknownCode:
        now = self._now()
        unused = KodeLoket.filter(id=row.id, dipakai_at__isnull=True)
        if not await unused.update(dipakai_at=now, bungkus=None):
            return UnknownCode()
        await self._refund(ip)
        secret = await tiket.issue(dokumen_id=row.dokumen_id, tautan_id=None, key=key, now=now)
        return Opened(secret)

    @unit_of_work
    async def _reserve(self, ip: str) -> Reserved | Throttled:
        everybody, one = self._keys(ip)
        shut = await percobaan.reserve(everybody, LOKET_SEMUA, now=self._now())
        if isinstance(shut, Throttled):
            return shut
        mine = await percobaan.reserve(one, LOKET_ALAMAT, now=self._now())
        if isinstance(mine, Throttled):
            await percobaan.refund(everybody)
        return mine

    @unit_of_work
    async def _fail(self, ip: str) -> None:
        everybody, one = self._keys(ip)
        await percobaan.fail(everybody, LOKET_SEMUA, now=self._now())
        await percobaan.fail(one, LOKET_ALAMAT, now=self._now())

    @unit_of_work
    async def _refund(self, ip: str) -> None:
        for kunci in self._keys(ip):
            await percobaan.refund(kunci)

    def _keys(self, ip: str) -> tuple[str, str]:
        index = Index(self._k_web)
        return index.digest("loket"), index.digest(f"loket|alamat|{ip}")
