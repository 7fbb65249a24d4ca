"""Tells calls that need not be made: nothing would change, or a later drawing makes up for it."""

from core.bot.call import Muatan, Unreadable, open_call
from core.bot.mint import Mint
from core.bot.models import Kartu
from core.store import KeadaanKeluar
from core.store.models import Outbox

Akhir = tuple[KeadaanKeluar, str]


async def ending(mint: Mint, row: Outbox, call: Muatan, card: Kartu | None) -> Akhir | None:
    """Return how a call ends without being made, and why; None if it must be made."""
    if not call.edits:
        # An officer was quicker than the answer to the card's first message, and pressed on it.
        there = card is not None and card.pesan_id is not None
        return (KeadaanKeluar.TERKIRIM, "kartu sudah ada") if there else None
    if card is None:
        return KeadaanKeluar.GAGAL, "kartu tidak ada"
    if card.pesan_id is None and not call.draws:
        return KeadaanKeluar.TERKIRIM, "kartu tidak pernah terkirim"
    if call.draws and await _is_outdated(mint, row):
        return KeadaanKeluar.TERKIRIM, "digambar ulang sesudahnya"
    return None


async def _is_outdated(mint: Mint, row: Outbox) -> bool:
    waiting = Outbox.filter(
        kartu_id=row.kartu_id, keadaan=KeadaanKeluar.ANTRE.value, id__gt=row.id
    )
    last = await waiting.order_by("-id").first()
    try:
        return last is not None and open_call(mint, last).draws
    except Unreadable:
        return False  # its own turn will come
