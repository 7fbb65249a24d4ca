"""Follows the history from its first line to its last and says whether it is whole."""

from core.app.models import database
from core.settings import Settings
from core.store import DatabaseBehind, opened, riwayat
from core.store.riwayat import Putus, Sebab, Utuh

_WHY = {
    Sebab.ISI: "isinya tidak cocok dengan sidiknya",
    Sebab.SAMBUNGAN: "tidak menyambung ke baris sebelumnya",
    Sebab.CELAH: "baris itu tidak ada, padahal ada baris sesudahnya",
    Sebab.URUTAN: "nomor baris itu tidak mungkin",
    Sebab.KEPALA: "riwayat berakhir sebelum kepala yang disebut",
}


async def verify(settings: Settings, *, kepala: str = "") -> Utuh | Putus:
    """Verify the history of an installation; needs its database and no key."""
    store = database(settings)
    if store.file is not None and not store.file.exists():
        raise DatabaseBehind(f"Basis data {store.file.name} tidak ada.")
    async with opened(store):
        await store.require_current()
        return await riwayat.verify(kepala=kepala)


def line(found: Utuh | Putus) -> str:
    """Say what was found, for the operator."""
    match found:
        case Utuh(kepala):
            return f"Riwayat utuh: {kepala.urut} baris, kepala {kepala.sidik}."
        case Putus(urut, sebab):
            return f"Riwayat putus di baris {urut}: {_WHY[sebab]}."
