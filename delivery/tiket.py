"""Tickets: who typed the right secret may fetch the file for fifteen minutes, without a cookie."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.expressions import F

from core.store import new_id, unit_of_work
from delivery.models import StatusTautan, Tautan, Tiket
from delivery.peristiwa import Peristiwa
from vault import TicketWrap, new_token, token_hash

MASA_BERLAKU = timedelta(minutes=15)
MAX_KALI = 20


@dataclass(frozen=True)
class TiketSah:
    """A ticket that may be used now."""

    id: UUID
    dokumen_id: UUID
    tautan_id: UUID | None
    nama_berkas: str
    ukuran: int
    sha256: str
    berlaku_sampai: datetime
    bungkus: bytes

    @property
    def di_loket(self) -> bool:
        """Whether the office itself prints."""
        return self.tautan_id is None

    def document_key(self, secret: str) -> bytes:
        """Unwrap the document key with the ticket."""
        wrap = TicketWrap(ticket=self.id, document=self.dokumen_id)
        return wrap.open(self.bungkus, secret=secret)


@dataclass(frozen=True)
class Unknown:
    """No such ticket."""


@dataclass(frozen=True)
class Spent:
    """Its time or its number of uses is over."""


@unit_of_work
async def issue(*, dokumen_id: UUID, tautan_id: UUID | None, key: bytes, now: datetime) -> str:
    """Store a new ticket and return its secret, which is kept nowhere."""
    secret, ticket = new_token(), new_id()
    await Tiket.create(
        id=ticket,
        tiket_hash=token_hash(secret).hex(),
        dokumen_id=dokumen_id,
        tautan_id=tautan_id,
        bungkus=TicketWrap(ticket=ticket, document=dokumen_id).close(key, secret=secret),
        berlaku_sampai=now + MASA_BERLAKU,
    )
    return secret


async def find(secret: str, *, now: datetime) -> TiketSah | Unknown | Spent:
    """Look at a ticket without using it."""
    row = await Tiket.get_or_none(tiket_hash=token_hash(secret).hex()).prefetch_related(
        "dokumen", "tautan"
    )
    if row is None:
        return Unknown()
    closed = row.tautan is not None and row.tautan.status != StatusTautan.AKTIF
    if now >= row.berlaku_sampai or row.kali >= MAX_KALI or closed:
        return Spent()
    return TiketSah(
        id=row.id,
        dokumen_id=row.dokumen.id,
        tautan_id=row.tautan.id if row.tautan else None,
        nama_berkas=row.dokumen.nama_berkas,
        ukuran=row.dokumen.ukuran or 0,
        sha256=row.dokumen.sha256 or "",
        berlaku_sampai=row.berlaku_sampai,
        bungkus=row.bungkus,
    )


@unit_of_work
async def hit(tiket: TiketSah, *, now: datetime) -> bool:
    """Use the ticket once; False when another request took the last use."""
    uses = Tiket.filter(id=tiket.id, kali__lt=MAX_KALI, berlaku_sampai__gt=now)
    return bool(await uses.update(kali=F("kali") + 1))


@unit_of_work
async def note_sent(
    tiket: TiketSah, *, start: int, end: int, now: datetime, peristiwa: Peristiwa
) -> None:
    """Remember that bytes start..end left. When no gap is left up to the last byte, the file was
    handed over: told once per ticket for the printer, once per link for the citizen."""
    grown = Tiket.filter(id=tiket.id, terkirim__gte=start, terkirim__lt=end)
    if not await grown.update(terkirim=end) or end < tiket.ukuran:
        return
    await Tiket.filter(id=tiket.id).update(selesai_at=now)
    if tiket.di_loket:
        await peristiwa.printed(tiket.dokumen_id)
    elif await Tautan.filter(id=tiket.tautan_id, diunduh_at__isnull=True).update(diunduh_at=now):
        await peristiwa.downloaded(tiket.dokumen_id)
