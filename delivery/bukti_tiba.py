"""What became of the letters with a link: opened, so arrived; or lost, so to be written anew."""

import re
from datetime import datetime
from uuid import UUID

from tortoise.queryset import QuerySet

from core.store import JenisKeluar, KeadaanKeluar, unit_of_work
from core.store.models import Outbox
from delivery.models import StatusTautan, Tautan

_KUNCI = re.compile(r"tautan:([0-9a-f-]{36})(?:#\d{1,4})?")
_FIRST = 1  # a document's link is the first of its kind until links are renewed
_ADDRESS_REFUSED = "alamat"


def letter_key(dokumen_id: UUID, kali: int = 1) -> str:
    """Return the key of the letter with a document's link; `kali` counts those after a loss."""
    return f"tautan:{dokumen_id}" + (f"#{kali}" if kali > 1 else "")


async def was_opened(kunci: str) -> bool:
    """Tell whether somebody opened the link that the letter with this key carries."""
    link = await _link(kunci)
    return link is not None and link.dibuka_at is not None


async def is_still_needed(kunci: str) -> bool:
    """Tell whether it still matters that a letter arrives.

    It does not once the document was downloaded, or its link has been replaced or has ended. A
    letter that carries no link says nothing about that.
    """
    link = await _link(kunci)
    return link is None or (link.status == StatusTautan.AKTIF.value and link.diunduh_at is None)


@unit_of_work
async def settle_doubt(subjek: UUID, *, now: datetime) -> bool:
    """Close a letter in doubt whose link was opened; False if none was in doubt."""
    doubted = _letters(subjek).filter(keadaan=KeadaanKeluar.RAGU.value)
    return bool(
        await doubted.update(
            keadaan=KeadaanKeluar.TERKIRIM.value, sebab="dibuka", selesai_at=now, muatan=None
        )
    )


async def lost_letters(subjek: UUID) -> int:
    """Return how many letters were written about a subject, if the last one was lost; else 0.

    Lost is one that was given up, or that is in doubt for good. Where the address was refused,
    another letter would be refused as well.
    """
    rows = await _letters(subjek).order_by("id")
    last = rows[-1] if rows else None
    if last is None or last.muatan is not None or last.sebab == _ADDRESS_REFUSED:
        return 0
    return len(rows) if last.keadaan in (KeadaanKeluar.GAGAL, KeadaanKeluar.RAGU) else 0


def _letters(subjek: UUID) -> QuerySet[Outbox]:
    return Outbox.filter(jenis=JenisKeluar.EMAIL.value, subjek=subjek)


async def _link(kunci: str) -> Tautan | None:
    found = _KUNCI.fullmatch(kunci)
    if found is None:
        return None
    return await Tautan.get_or_none(dokumen_id=UUID(found[1]), generasi=_FIRST)
