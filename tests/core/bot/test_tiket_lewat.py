"""A ticket that nobody marks: the counter has that day and the next, then the clock ends it."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from core.bot import TelegramRoom
from core.permohonan import StatusPermohonan
from core.store import riwayat
from tests.core.bot.pemohon.test_tiket import case_of, ticket
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.journeys.pemain import Warga

# The held clock says Monday 23 November 2026, 10.00 WIB; the ticket is for Tuesday, 09.15.


@pytest.fixture
async def room(ruang: Ruang) -> AsyncIterator[TelegramRoom]:
    async with listening(ruang) as found:
        yield found


async def at(ruang: Ruang, room: TelegramRoom, jam: str) -> None:
    """Let the clock say so, and look."""
    ruang.clock.instant = datetime.fromisoformat(jam)
    await room.reminder.remind()
    room.wake()


async def test_until_the_end_of_the_next_day_the_office_may_still_mark_it(
    ruang: Ruang, room: TelegramRoom
) -> None:
    await ticket(Warga(ruang.klien, BUDI, surel=""))
    for jam in ("2026-11-24T16:00+07:00", "2026-11-25T19:30+07:00"):
        await at(ruang, room, jam)
    case = await case_of(ruang)
    assert case.status == StatusPermohonan.TERJADWAL
    assert await ruang.alat.janji.attended(case.id)


async def test_then_it_ends_once_and_the_citizen_hears_how_to_book_anew(
    ruang: Ruang, room: TelegramRoom
) -> None:
    warga = Warga(ruang.klien, BUDI, surel="")
    got = await ticket(warga)
    for _ in range(2):
        await at(ruang, room, "2026-11-26T15:10+07:00")
    told = await warga.wait("sudah kami tutup", beyond=got.id)
    assert "Selasa, 24 November 2026 pukul 09.15 WIB" in told.teks
    case = await case_of(ruang)
    assert case.status == StatusPermohonan.KEDALUWARSA
    assert [one.aksi for one in await riwayat.of(case.id)].count("kedaluwarsa") == 1
    await warga.tap(told, "Pesan waktu baru", "sidik jari")
