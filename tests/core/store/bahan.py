"""What the tests of the ground put in."""

from datetime import UTC, datetime, timedelta

from core.store import JenisKeluar, Keluar, new_id
from core.store.inbox import Masuk

NOW = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def masuk(update_id: int, *, sidik: str = "a", jalur: str = "chat-1") -> Masuk:
    return Masuk(new_id(), update_id, sidik, jalur, b"tersegel")


def keluar(
    kunci: str,
    *,
    jalur: str = "chat-1",
    jenis: JenisKeluar = JenisKeluar.TELEGRAM,
    mulai_at: datetime = NOW,
) -> Keluar:
    return Keluar(new_id(), jenis, jalur, kunci, b"tersegel", mulai_at)
