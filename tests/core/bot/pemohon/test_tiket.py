"""Tickets with the clock held: booked, lost to somebody quicker, cancelled, moved, told again."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from telegram import Update

from core.bot import TelegramRoom, words, words_janji
from core.bot.dispatch import Dispatcher
from core.bot.kabar import Kabar, switch
from core.bot.pemohon import menu
from core.bot.pemohon.filing import Filing
from core.bot.pemohon.room import CitizenRoom
from core.bot.petugas.room import OfficerRoom
from core.bot.turn import ChangedMeanwhile, Turn
from core.janji import Janji
from core.kantor import AturanLayanan, Cara
from core.permohonan import Permohonan
from core.store import new_id, riwayat, unit_of_work
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.journeys.pemain import PATIENCE, Warga, number_in

# The held clock says Monday 23 November 2026, 10.00 WIB.


@pytest.fixture
async def room(ruang: Ruang) -> AsyncIterator[TelegramRoom]:
    async with listening(ruang) as found:
        yield found


@pytest.fixture
def warga(ruang: Ruang, room: TelegramRoom) -> Warga:
    """A citizen, while the room listens."""
    return Warga(ruang.klien, BUDI, surel="")


async def asked_to_send(warga: Warga, day: str = "24/11", time: str = "09.15") -> Pesan:
    """Fill in the form of a ticket up to its summary."""
    menu = await warga.say("/start", "Pilih layanan")
    await warga.tap(await warga.tap(menu, "Perekaman", "sidik jari"), "Mulai", "tanggal lahir")
    await warga.say("17-08-1999", "Hari apa")
    await warga.say(day, "Pukul berapa")
    return await warga.say(time, "Periksa")


async def ticket(warga: Warga) -> Pesan:
    return await warga.tap(await asked_to_send(warga), "✅ Kirim", "Tiket REG")


async def case_of(ruang: Ruang) -> Permohonan:
    cases = await ruang.alat.cases.filed(ruang.mint.ruang(BUDI))
    return cases[0]


def moment(ruang: Ruang, jam: str = "2026-11-24T09:15+07:00") -> datetime:
    return datetime.fromisoformat(jam)


async def take_all(ruang: Ruang, jam: datetime) -> None:
    """Let others book every place of a time."""
    while await ruang.alat.janji.book(new_id(), jam, menit=15) is not None:
        pass


async def test_a_ticket_says_where_when_and_what_to_bring(ruang: Ruang, warga: Warga) -> None:
    got = await ticket(warga)
    for part in (
        "Perekaman KTP-el pertama",
        "Selasa, 24 November 2026 pukul 09.15 WIB",
        "Jl. Contoh No. 1, Kudus",
        "• Kartu Keluarga (KK)",
        "15 menit",
        "Gratis",
        "/status",
    ):
        assert part in got.teks
    assert got.label == (words_janji.LEPAS, words_janji.GESER)
    case = await case_of(ruang)
    assert (case.status, case.nomor) == ("terjadwal", number_in(got))
    assert ruang.letters.codes == []
    assert await ruang.alat.cases.products(case.id) == []
    assert ruang.issuing.begun == []


async def test_a_place_taken_before_the_summary_is_sent_is_asked_again_gently(
    ruang: Ruang, warga: Warga
) -> None:
    summary = await asked_to_send(warga)
    await take_all(ruang, moment(ruang))
    again = await warga.tap(summary, "✅ Kirim", "sudah tidak kosong")
    assert "Pukul berapa" in again.teks
    assert "09.15" not in again.label
    assert await ruang.alat.cases.filed(ruang.mint.ruang(BUDI)) == []
    summary = await warga.tap(again, "09.30", "Periksa")
    await warga.tap(summary, "✅ Kirim", "pukul 09.30")


async def test_a_place_taken_within_the_same_moment_files_nothing_and_is_planned_again(
    ruang: Ruang, warga: Warga
) -> None:
    await asked_to_send(warga)
    alat, (draft,) = ruang.alat, await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))
    hall = Dispatcher(alat, CitizenRoom(alat, Filing(alat)), OfficerRoom(alat))
    told = {
        "message_id": 900,
        "date": 1_790_000_000,
        "chat": {"id": BUDI, "type": "private"},
        "from": {"id": BUDI, "is_bot": False, "first_name": "Budi"},
        "text": "Kirim",
    }
    update = Update.de_json({"update_id": 1, "message": told}, ruang.bot)
    assert update is not None
    act = await hall.plan(update)
    await take_all(ruang, moment(ruang))

    @unit_of_work
    async def commit() -> None:
        await act(Turn(ruang.mint, str(new_id())))

    with pytest.raises(ChangedMeanwhile):
        await commit()
    after = await alat.cases.find(draft.id)
    assert after is not None
    assert (after.status, after.nomor) == ("draf", None)
    assert await Janji.filter(permohonan_id=draft.id).count() == 0


async def test_cancelling_asks_once_and_frees_the_place(ruang: Ruang, warga: Warga) -> None:
    got = await ticket(warga)
    ask = await warga.tap(got, "Batalkan tiket", "diberikan kepada orang lain")
    await warga.tap(ask, "Ya, batalkan", "sudah dibatalkan")
    case = await case_of(ruang)
    assert case.status == "dibatalkan"
    janji = await ruang.alat.janji.of(case.id)
    assert janji is not None
    assert janji.tempat is None
    slot = next(one for one in await ruang.alat.janji.free(menit=15) if one.mulai == moment(ruang))
    assert slot.tempat == (1, 2)


async def test_who_thinks_again_keeps_the_ticket(ruang: Ruang, warga: Warga) -> None:
    got = await ticket(warga)
    ask = await warga.tap(got, "Batalkan tiket", "diberikan kepada orang lain")
    await warga.tap(ask, "Tidak", "tetap berlaku")
    assert (await case_of(ruang)).status == "terjadwal"


async def test_a_cancelled_ticket_cannot_be_cancelled_again(ruang: Ruang, warga: Warga) -> None:
    got = await ticket(warga)
    first = await warga.tap(got, "Batalkan tiket", "diberikan kepada orang lain")
    second = await warga.tap(got, "Batalkan tiket", "diberikan kepada orang lain")
    assert second.id != first.id
    await warga.tap(second, "Ya, batalkan", "sudah dibatalkan")
    toast = await warga.presses(got, "Batalkan tiket")
    assert toast.teks == words.TOMBOL_LAMA


async def test_the_status_shows_the_ticket_with_its_buttons(ruang: Ruang, warga: Warga) -> None:
    nomor = number_in(await ticket(warga))
    said = await warga.say("/status", "Tiket untuk Selasa, 24 November 2026 pukul 09.15 WIB")
    again = await ruang.klien.tunggu(
        BUDI,
        lambda one: one.id > said.id and f"Tiket {nomor}" in one.teks and bool(one.tombol),
        batas=PATIENCE,
    )
    ask = await warga.tap(again, "Ganti waktu", "Ganti waktu tiket")
    await warga.tap(ask, "Ya, ganti", "tanggal lahir")
    assert (await case_of(ruang)).status == "dibatalkan"


@pytest.mark.parametrize(
    ("kode", "cara", "terbuka"),
    [
        ("ktp-rekam", Cara.ONLINE, True),
        ("ktp-rekam", Cara.TATAP_MUKA, True),
        ("ktp-rekam", Cara.TUTUP, False),
        ("kk-ganti", Cara.ONLINE, True),
        ("kk-ganti", Cara.TATAP_MUKA, False),
    ],
)
def test_only_tickets_are_given_for_what_is_in_person(
    ruang: Ruang, kode: str, cara: Cara, terbuka: bool
) -> None:
    rule = {kode: AturanLayanan(cara=cara)}
    alat = replace(ruang.alat, kantor=ruang.alat.kantor.model_copy(update={"layanan": rule}))
    assert menu.is_open(alat, kode) is terbuka


async def at(ruang: Ruang, room: TelegramRoom, jam: str) -> None:
    """Let the reminder look at a time of the office."""
    ruang.clock.instant = moment(ruang, jam)
    await room.reminder.remind()
    room.wake()


async def reminders(ruang: Ruang) -> list[Pesan]:
    return [one for one in await ruang.klien.pesan(BUDI) if one.teks.startswith("⏰")]


async def test_the_day_before_in_the_afternoon_the_citizen_is_reminded_once(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    got = await ticket(warga)
    case = await case_of(ruang)
    await at(ruang, room, "2026-11-23T14:59+07:00")
    assert "diingatkan" not in [one.aksi for one in await riwayat.of(case.id)]
    for _ in range(3):
        await at(ruang, room, "2026-11-23T15:17+07:00")
    reminder = await warga.wait("Besok", beyond=got.id)
    assert "Selasa, 24 November 2026 pukul 09.15 WIB" in reminder.teks
    assert "Kartu Keluarga" in reminder.teks
    assert [one.aksi for one in await riwayat.of(case.id)].count("diingatkan") == 1
    assert len(await reminders(ruang)) == 1


async def test_who_wants_no_reminder_of_it_gets_none(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await ticket(warga)
    await switch(ruang.mint, BUDI, Kabar.TIKET, on=False)
    await at(ruang, room, "2026-11-23T15:17+07:00")
    await warga.say("/bantuan", "Bantuan")
    assert await reminders(ruang) == []


@pytest.mark.parametrize(
    "jam",
    [
        "2026-11-23T12:30+07:00",  # booked two and a half hours ago
        "2026-11-23T21:00+07:00",  # asleep
        "2026-11-24T06:00+07:00",  # the day itself
        "2026-11-22T16:00+07:00",  # two days before
    ],
)
async def test_at_other_times_nobody_is_reminded(
    ruang: Ruang, room: TelegramRoom, warga: Warga, jam: str
) -> None:
    await ticket(warga)
    case = await case_of(ruang)
    await at(ruang, room, jam)
    assert "diingatkan" not in [one.aksi for one in await riwayat.of(case.id)]


async def test_a_cancelled_ticket_is_not_reminded_of(
    ruang: Ruang, room: TelegramRoom, warga: Warga
) -> None:
    await ticket(warga)
    case = await case_of(ruang)
    await ruang.alat.janji.release(case.id)
    await at(ruang, room, "2026-11-23T15:17+07:00")
    assert "diingatkan" not in [one.aksi for one in await riwayat.of(case.id)]


async def test_the_book_knows_the_office_by_its_file(ruang: Ruang) -> None:
    slots = await ruang.alat.janji.free(menit=15)
    first = ruang.alat.kantor.waktu_setempat(slots[0].mulai)
    assert f"{first:%d %H.%M}" == "23 12.00", "two hours from now"
    assert slots[0].selesai - slots[0].mulai == timedelta(minutes=15)
