"""At the counter: who came, who did not, and that nothing of it can ever be issued."""

from collections.abc import AsyncIterator

import pytest

from core.bot.petugas import cards, words
from core.bot.petugas.gate import Refused
from core.bot.petugas.rules import RULES
from core.janji import Janji, KeadaanJanji
from core.kantor import Peran
from core.permohonan import Kalah, Permohonan, StatusPermohonan
from core.store import riwayat
from tests.core.bot.pemohon.test_tiket import case_of, moment, ticket
from tests.core.bot.petugas.test_gate import a_card, press
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import Petugas, Warga, number_in

BEGIN, OVER = "2026-11-24T09:15+07:00", "2026-11-24T09:30+07:00"


@pytest.fixture
async def rina(ruang: Ruang) -> AsyncIterator[Petugas]:
    """Rina, while the room listens; both officers have said hello."""
    async with listening(ruang):
        for who in (AGUS, RINA):
            officer = Petugas(ruang.klien, who, GROUP)
            await officer.pribadi.say("/start petugas", "Halo")
        yield officer


@pytest.fixture
def warga(ruang: Ruang) -> Warga:
    return Warga(ruang.klien, BUDI, surel="")


async def state(ruang: Ruang) -> tuple[str, str]:
    case = await case_of(ruang)
    janji = await Janji.get(permohonan_id=case.id)
    return case.status, janji.keadaan


async def test_the_card_shows_service_and_time_and_nobody(
    ruang: Ruang, rina: Petugas, warga: Warga
) -> None:
    nomor = number_in(await ticket(warga))
    card = await rina.card(nomor, "Hadir")
    assert "Perekaman KTP-el pertama" in card.teks
    assert "Selasa, 24 November 2026 pukul 09.15 WIB" in card.teks
    assert card.label == ("✅ Hadir", "🚫 Tidak datang")
    for secret in ("Budi", "1999", "Agustus"):
        assert secret not in card.teks


async def test_before_its_day_nobody_can_have_come(
    ruang: Ruang, rina: Petugas, warga: Warga
) -> None:
    nomor = number_in(await ticket(warga))
    toast = await rina.presses(await rina.card(nomor, "Hadir"), "✅")
    assert "Belum waktunya" in toast.teks
    assert "Selasa, 24 November" in toast.teks
    assert await state(ruang) == ("terjadwal", "dipesan")


async def test_who_comes_early_on_the_day_is_served(
    ruang: Ruang, rina: Petugas, warga: Warga
) -> None:
    nomor = number_in(await ticket(warga))
    ruang.clock.instant = moment(ruang, "2026-11-24T08:00+07:00")
    assert (await rina.presses(await rina.card(nomor, "Hadir"), "✅")).teks == words.TERCATAT
    await warga.wait("Kehadiran Anda", after=0)
    card = await rina.card(nomor, "Hadir, dicatat")
    assert not card.label
    assert await state(ruang) == ("selesai", "hadir")
    assert ruang.issuing.begun == []


async def test_nobody_is_late_before_the_time_is_over(
    ruang: Ruang, rina: Petugas, warga: Warga
) -> None:
    nomor = number_in(await ticket(warga))
    ruang.clock.instant = moment(ruang, BEGIN)
    toast = await rina.presses(await rina.card(nomor, "Hadir"), "🚫")
    assert toast.teks == "Belum waktunya: baru dapat dicatat tidak datang setelah pukul 09.30."
    assert await state(ruang) == ("terjadwal", "dipesan")


async def test_who_did_not_come_is_told_kindly_and_may_book_anew(
    ruang: Ruang, rina: Petugas, warga: Warga
) -> None:
    nomor = number_in(await ticket(warga))
    ruang.clock.instant = moment(ruang, OVER)
    assert (await rina.presses(await rina.card(nomor, "Hadir"), "🚫")).teks == words.TERCATAT
    told = await warga.wait("belum bertemu Anda", after=0)
    assert await state(ruang) == ("kedaluwarsa", "tidak_datang")
    await rina.card(nomor, "Tidak datang, dicatat")
    await warga.tap(told, "Pesan waktu baru", "sidik jari")


async def test_a_second_press_changes_nothing_and_says_who_was_first(
    ruang: Ruang, rina: Petugas, warga: Warga
) -> None:
    nomor = number_in(await ticket(warga))
    ruang.clock.instant = moment(ruang, OVER)
    card = await rina.card(nomor, "Hadir")
    await rina.presses(card, "✅")
    toast = await rina.presses(card, "✅")
    assert toast.teks.startswith("Sudah tercatat")
    other = await Petugas(ruang.klien, AGUS, GROUP).presses(card, "🚫")
    assert "Sudah dicatat hadir" in other.teks
    assert await state(ruang) == ("selesai", "hadir")


async def test_the_history_tells_the_whole_way(ruang: Ruang, rina: Petugas, warga: Warga) -> None:
    nomor = number_in(await ticket(warga))
    ruang.clock.instant = moment(ruang, BEGIN)
    await rina.presses(await rina.card(nomor, "Hadir"), "✅")
    case = await case_of(ruang)
    assert [one.aksi for one in await riwayat.of(case.id)] == ["dibuka", "dijadwalkan", "hadir"]


async def test_the_list_of_the_day_names_times_numbers_and_nobody(
    ruang: Ruang, rina: Petugas, warga: Warga
) -> None:
    await rina.pribadi.say("/jadwal", "Tidak ada tiket yang menunggu hari ini, 23 November 2026")
    nomor = number_in(await ticket(warga))
    ruang.clock.instant = moment(ruang, "2026-11-24T07:00+07:00")
    said = await rina.pribadi.say("/jadwal", "24 November 2026")
    assert f"09.15 · {nomor} · Perekaman KTP-el pertama" in said.teks


async def scheduled(ruang: Ruang) -> Permohonan:
    cases = ruang.alat.cases
    row = await cases.open(BUDI, layanan="ktp-rekam", versi=1, isian="{}", persetujuan="x")
    filed = await cases.schedule(row, "{}", desa="")
    assert isinstance(filed, Permohonan)
    return filed


@pytest.mark.parametrize("act", ["rel", "ok", "fix", "rej"])
async def test_no_button_that_decides_counts_on_a_ticket(ruang: Ruang, act: str) -> None:
    case = await scheduled(ruang)
    answer = await press(ruang, await a_card(ruang, case), act)
    assert isinstance(answer, Refused)


async def test_no_verb_leads_a_ticket_to_examination_or_approval(ruang: Ruang) -> None:
    case, cases = await scheduled(ruang), ruang.alat.cases
    putusan = cases.book.putusan(case)
    tries = [
        await cases.take(case, by=RINA),
        await cases.approve(case, putusan, by=RINA),
        await cases.reject(case, "x", by=RINA),
        await cases.send_back(case, "{}", putusan, by=RINA),
        await cases.submit(case, "{}", desa="", produk=[], batas_at=ruang.clock()),
    ]
    assert all(isinstance(one, Kalah) for one in tries)
    after = await cases.find(case.id)
    assert after is not None
    assert after.status == StatusPermohonan.TERJADWAL


async def test_a_case_that_is_examined_cannot_be_ended_at_the_counter(ruang: Ruang) -> None:
    cases = ruang.alat.cases
    row = await cases.open(BUDI, layanan="kk-ganti", versi=1, isian="{}", persetujuan="x")
    filed = await cases.submit(row, "{}", desa="", produk=[], batas_at=ruang.clock())
    assert isinstance(filed, Permohonan)
    assert isinstance(await cases.attended(filed, by=RINA), Kalah)
    assert isinstance(await cases.missed(filed, by=RINA), Kalah)


def test_the_counter_may_note_it_and_the_head_alone_may_not() -> None:
    for act in ("hadir", "absen"):
        assert Peran.LOKET in RULES[act].peran
        assert Peran.KEPALA not in RULES[act].peran
        assert RULES[act].kartu == (cards.GRUP,)


def test_every_state_of_an_appointment_has_a_way_in() -> None:
    assert {str(one) for one in KeadaanJanji} == {"dipesan", "hadir", "tidak_datang", "dilepas"}
