"""Opens a link: finds it, reserves an attempt, tries the password, and gives a ticket."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from tortoise.expressions import F

from core.store import unit_of_work
from delivery import percobaan, tiket
from delivery.models import StatusTautan, Tautan
from delivery.percobaan import Throttled
from delivery.peristiwa import Peristiwa
from delivery.tautan import MAX_SESI, Gone, KeadaanTautan, Openable, judge
from vault import Busy, Index, LinkWrap, Stretcher, WrongKey, normalise_password, token_hash


@dataclass(frozen=True)
class NotFound:
    """No link has this token."""


@dataclass(frozen=True)
class Mistyped:
    """This cannot be a password of ours; nothing was counted."""


@dataclass(frozen=True)
class Wrong:
    """A possible password, but not this link's."""

    sisa: int


@dataclass(frozen=True)
class Opened:
    """Right; the ticket fetches the file."""

    tiket: str = field(repr=False)


@dataclass(frozen=True)
class Overloaded:
    """Too many people at once; nothing was counted."""


Outcome = NotFound | Gone | Mistyped | Wrong | Throttled | Opened | Overloaded


class Pembuka:
    """The door of ``/d/<token>``."""

    def __init__(
        self,
        *,
        k_web: bytes,
        stretcher: Stretcher,
        peristiwa: Peristiwa,
        now: Callable[[], datetime],
    ) -> None:
        self._index = Index(k_web)
        self._stretcher = stretcher
        self._peristiwa = peristiwa
        self._now = now

    async def look(self, token: str) -> Openable | NotFound | Gone:
        """Say what a link is, and change nothing."""
        tautan = await self._find(token)
        return NotFound() if tautan is None else self._judge(tautan)

    async def open(self, token: str, typed: str, *, ip: str) -> Outcome:
        """Try a password. Blank and mistyped ones are not attempts."""
        tautan = await self._find(token)
        if tautan is None:
            return NotFound()
        if not isinstance(state := self._judge(tautan), Openable):
            return state
        if (password := normalise_password(typed)) is None:
            return Mistyped()
        kunci = self._index.digest(f"tautan|{tautan.id}|{ip}")
        reserved = await percobaan.reserve(kunci, percobaan.TAUTAN, now=self._now())
        if isinstance(reserved, Throttled):
            return reserved
        try:
            stretched = await self._stretcher.stretch(password, tautan.garam)
            key = _unwrap(tautan, token, stretched)
        except Busy:
            await percobaan.refund(kunci)
            return Overloaded()
        except WrongKey:
            await self._fail(tautan, kunci)
            return Wrong(sisa=reserved.sisa)
        return await self._succeed(tautan, key, kunci)

    @unit_of_work
    async def _fail(self, tautan: Tautan, kunci: str) -> None:
        # The same order as in _succeed, or two requests could wait for each other.
        shut = await percobaan.fail(kunci, percobaan.TAUTAN, now=self._now())
        await Tautan.filter(id=tautan.id).update(gagal_total=F("gagal_total") + 1)
        if shut:
            await self._peristiwa.attacked(tautan.dokumen_id)

    @unit_of_work
    async def _succeed(self, tautan: Tautan, key: bytes, kunci: str) -> Opened | Gone | NotFound:
        now = self._now()
        await percobaan.clear(kunci)
        # Compare and set: the link may have been blocked while the password was stretched.
        session = Tautan.filter(
            id=tautan.id,
            status=StatusTautan.AKTIF.value,
            berlaku_sampai__gt=now,
            sesi__lt=MAX_SESI,
        )
        if not await session.update(sesi=F("sesi") + 1):
            state = self._judge(await Tautan.get(id=tautan.id))
            return NotFound() if isinstance(state, Openable) else state
        if await Tautan.filter(id=tautan.id, dibuka_at__isnull=True).update(dibuka_at=now):
            await self._peristiwa.opened(tautan.dokumen_id)
        secret = await tiket.issue(
            dokumen_id=tautan.dokumen_id, tautan_id=tautan.id, key=key, now=now
        )
        return Opened(secret)

    async def _find(self, token: str) -> Tautan | None:
        return await Tautan.get_or_none(token_hash=token_hash(token).hex())

    def _judge(self, tautan: Tautan) -> Openable | Gone:
        state = KeadaanTautan(StatusTautan(tautan.status), tautan.berlaku_sampai, tautan.sesi)
        return judge(state, now=self._now())


def _unwrap(tautan: Tautan, token: str, stretched: bytes) -> bytes:
    wrap = LinkWrap(link=tautan.id, document=tautan.dokumen_id, salt=tautan.garam)
    return wrap.open(tautan.bungkus or b"", token=token, stretched=stretched)
