"""What can only be done in person: refused with reasons, booked, and noted at the counter."""

from datetime import UTC, datetime, timedelta

import pytest

from core.app.models import database
from core.janji import Janji
from core.permohonan import Permohonan, Produk
from core.store import opened
from sandbox import Pesan
from tests.journeys.dunia import Dunia
from tests.journeys.pemain import PATIENCE, Warga, number_in

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def asked_for_a_day(warga: Warga) -> Pesan:
    """Choose the service and answer its one question; return the question for the day."""
    menu = await warga.say("/start", "Pilih layanan")
    why = await warga.tap(menu, "Perekaman KTP-el", "sidik jari")
    assert "Jl. Contoh No. 1" in why.teks
    assert "Kartu Keluarga" in why.teks
    assert "07.30" in why.teks
    await warga.tap(why, "Mulai", "tanggal lahir")
    return await warga.say("17-08-1999", "Hari apa")


async def books(warga: Warga) -> Pesan:
    """Take the first free time of the second free day; return the ticket."""
    day = await asked_for_a_day(warga)
    time = await warga.tap(day, day.label[1], "Pukul berapa")
    summary = await warga.tap(time, time.label[0], "Periksa")
    return await warga.tap(summary, "✅ Kirim", "Tiket REG-3319")


async def held(dunia: Dunia, nomor: str) -> Janji:
    async with opened(database(dunia.house.settings)):
        case = await Permohonan.get(nomor=nomor)
        return await Janji.get(permohonan_id=case.id)


async def the_time_has_come(dunia: Dunia, nomor: str) -> None:
    """Let the appointment be one that has just begun: no real clock waits for a working day."""
    janji, now = await held(dunia, nomor), datetime.now(UTC)
    async with opened(database(dunia.house.settings)):
        span = {"mulai_at": now, "selesai_at": now + timedelta(minutes=15)}
        await Janji.filter(id=janji.id).update(**span)


async def test_a_ticket_is_booked_shown_and_noted_at_the_counter(dunia: Dunia) -> None:
    warga, rina = await dunia.warga("Sekar Ayu"), dunia.rina
    letters = len(await dunia.klien.surat())
    ticket = await books(warga)
    nomor = number_in(ticket)
    for part in ("pukul", "WIB", "Jl. Contoh No. 1", "Kartu Keluarga (KK)", "Gratis"):
        assert part in ticket.teks
    assert warga.count <= 7

    card = await rina.card(nomor, "Hadir")
    assert [one.split()[0] for one in card.label] == ["✅", "🚫"], "nothing leads to issuing"
    for secret in ("Sekar", "1999"):
        assert secret not in card.teks
    early = await rina.presses(card, "🚫")
    assert "Belum waktunya" in early.teks
    too_early = await rina.presses(card, "✅")
    assert "Belum waktunya" in too_early.teks

    await the_time_has_come(dunia, nomor)
    list_ = await rina.pribadi.say("/jadwal", nomor)
    assert "Sekar" not in list_.teks
    assert (await rina.presses(await rina.card(nomor, "Hadir"), "✅")).teks == "Tercatat."
    await warga.wait("sudah dicatat", after=0)
    await rina.card(nomor, "Hadir, dicatat Rina")
    case = await dunia.case(nomor)
    assert case.status == "selesai"
    async with opened(database(dunia.house.settings)):
        assert await Produk.filter(permohonan_id=case.id).count() == 0
    assert len(await dunia.klien.surat()) == letters, "no e-mail is asked for, and none is sent"


async def test_a_ticket_is_cancelled_from_the_status_and_another_time_is_chosen(
    dunia: Dunia,
) -> None:
    warga = await dunia.warga("Bagas")
    nomor = number_in(await books(warga))
    said = await warga.say("/status", "Tiket untuk")
    ticket = await dunia.klien.tunggu(
        warga.who,
        lambda one: f"Tiket {nomor}" in one.teks and bool(one.tombol) and one.id > said.id,
        batas=PATIENCE,
    )
    ask = await warga.tap(ticket, "Ganti waktu", "Ganti waktu tiket")
    await warga.tap(ask, "Ya, ganti", "tanggal lahir")
    janji = await held(dunia, nomor)
    assert (janji.keadaan, janji.tempat) == ("dilepas", None)
    assert (await dunia.case(nomor)).status == "dibatalkan"
    card = await dunia.rina.card(nomor, "Dibatalkan pemohon")
    assert not card.label
    day = await warga.say("17-08-1999", "Hari apa")
    assert len(day.label) >= 2
