"""Sweeps away what has had its time: wraps, tickets, codes, counters, prepared secrets.

Called on a clock by whoever has one; a repeated or late run ends the same (SECURITY.md 17)."""

from datetime import datetime, timedelta

from core.store import unit_of_work
from delivery.models import Dokumen, KodeLoket, Percobaan, StatusTautan, Tautan, Tiket

_TIKET = timedelta(hours=1)
_PERCOBAAN = timedelta(days=30)
_TANPA_TAUTAN = timedelta(days=30)


@unit_of_work
async def sweep(*, now: datetime) -> None:
    """Erase everything whose time is over."""
    aktif = StatusTautan.AKTIF.value
    await Tautan.filter(status=aktif, berlaku_sampai__lte=now).update(
        status=StatusTautan.KEDALUWARSA.value
    )
    await Tautan.filter(bungkus__isnull=False).exclude(status=aktif).update(bungkus=None)
    await _erase_preparations(now)
    await Tiket.filter(berlaku_sampai__lte=now - _TIKET).delete()
    await KodeLoket.filter(berlaku_sampai__lte=now - _TIKET).delete()
    await Percobaan.filter(jendela_mulai__lte=now - _PERCOBAAN).delete()


async def _erase_preparations(now: datetime) -> None:
    """A document whose link is over, or that was only ever printed here, needs no secrets."""
    prepared = Dokumen.filter(persiapan__isnull=False, disimpan_at__isnull=False)
    rows = await prepared.prefetch_related("daftar_tautan")
    over = [row.id for row in rows if _is_over(row, now)]
    if over:
        await Dokumen.filter(id__in=over).update(persiapan=None)


def _is_over(row: Dokumen, now: datetime) -> bool:
    links = list(row.daftar_tautan)
    if not links:
        return row.disimpan_at is not None and row.disimpan_at <= now - _TANPA_TAUTAN
    return all(link.status != StatusTautan.AKTIF for link in links)
