"""The ground: database, unit of work, inbox, outbox and history."""

from core.store import inbox, outbox, riwayat
from core.store.database import Database, DatabaseBehind, opened
from core.store.ids import new_id
from core.store.lanes import Lanes
from core.store.leader import Leader
from core.store.locks import Locks, LocksLost, NoRivals, open_locks
from core.store.outbox import JenisKeluar, KeadaanKeluar, Keluar
from core.store.transaction import unit_of_work
from core.store.turnstile import one_at_a_time

__all__ = [
    "Database",
    "DatabaseBehind",
    "JenisKeluar",
    "KeadaanKeluar",
    "Keluar",
    "Lanes",
    "Leader",
    "Locks",
    "LocksLost",
    "NoRivals",
    "inbox",
    "new_id",
    "one_at_a_time",
    "open_locks",
    "opened",
    "outbox",
    "riwayat",
    "unit_of_work",
]
