"""The officers' room with its clock held: what a journey cannot wait for."""

from collections.abc import AsyncIterator

import pytest

from core.bot.petugas import intruders
from core.store.models import Riwayat
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, TAMU, Ruang, listening
from tests.journeys.pemain import Petugas, Warga


@pytest.fixture
async def rina(ruang: Ruang) -> AsyncIterator[Petugas]:
    """Rina, while the room listens; both officers have said hello."""
    async with listening(ruang):
        for who in (AGUS, RINA):
            officer = Petugas(ruang.klien, who, GROUP)
            await officer.pribadi.say("/start petugas", "Halo")
        yield officer


async def _filed(ruang: Ruang) -> str:
    warga = Warga(ruang.klien, BUDI, surel="")
    ask = await warga.fills_hilang()
    return await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))


async def _status(ruang: Ruang, nomor: str) -> str:
    (case,) = await ruang.alat.cases.filed(ruang.mint.ruang(BUDI))
    assert case.nomor == nomor
    return str(case.status)


async def test_a_confirmation_after_two_minutes_changes_nothing(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    await rina.takes(nomor)
    await rina.ticks(nomor)
    preview = await rina.proposes(nomor)
    ruang.clock.forward(minutes=2, seconds=1)
    toast = await rina.presses(preview, "✅ Ya")
    assert "lebih dari 2 menit" in toast.teks
    assert await _status(ruang, nomor) == "diperiksa"
    assert ruang.issuing.begun == []
    await rina.issues(nomor)
    assert len(ruang.issuing.begun) == 1


async def test_a_second_tap_on_setujui_draws_no_second_preview(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    await rina.takes(nomor)
    await rina.ticks(nomor)
    card = await rina.card(nomor, "Setujui")
    for _ in range(3):
        toast = await rina.presses(card, "✅ Setujui")
        assert "pribadi" in toast.teks
    assert ruang.issuing.drawn == 1


async def test_a_member_of_the_group_who_is_no_officer_is_noted_and_reported_once(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    card = await rina.card(nomor, "Ambil")
    guest = Petugas(ruang.klien, TAMU, GROUP)
    for _ in range(6):
        toast = await guest.presses(card, "Ambil")
        assert toast.teks == "Tidak diizinkan."
    assert await _status(ruang, nomor) == "diajukan"
    assert await Riwayat.filter(aksi=intruders.ACT).count() == 6
    told = [one for one in await ruang.klien.pesan(GROUP) if "bukan petugas" in one.teks]
    assert len(told) == 1


async def test_the_desk_survives_a_restart_in_mid_sentence(ruang: Ruang) -> None:
    async with listening(ruang):
        rina = Petugas(ruang.klien, RINA, GROUP)
        await rina.pribadi.say("/start petugas", "Halo")
        nomor = await _filed(ruang)
        await rina.takes(nomor)
        await rina.taps(await rina.card(nomor, "Tolak"), "⛔ Tolak", "Pilih alasan")
    async with listening(ruang):
        await rina.pribadi.say("Berkas milik orang lain.", "Pemohon akan membaca:")


async def test_the_officers_form_goes_on_where_it_was_left_and_can_be_put_away(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    card = await rina.takes(nomor)
    await rina.taps(card, "📝", "dari mana?")
    ask = await rina.pribadi.say("Saya ketik sendiri", "alamat")
    again = await rina.taps(card, "📝", "Apa alamat di KK?")
    assert again.id > ask.id
    await rina.pribadi.say("/batal", "Tidak jadi")
    await rina.taps(card, "📝", "dari mana?")
    summary = await rina.pribadi.say("Dari catatan", "Periksa jawaban")
    done = await rina.taps(summary, "✅ Kirim", f"Daftar periksa {nomor}", "sudah diisi")
    changed = await rina.taps(done, "📝", "Periksa jawaban")
    assert "Dari catatan kependudukan" in changed.teks


async def test_words_that_nobody_waits_for_are_not_taken_for_a_reason(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    await rina.takes(nomor)
    reasons = await rina.taps(await rina.card(nomor, "Tolak"), "⛔ Tolak", "Pilih alasan")
    await rina.presses(reasons, "Tidak jadi")
    await rina.pribadi.say("Halo, apa kabar?", "Pilih layanan")
    assert await _status(ruang, nomor) == "diperiksa"


async def test_an_officer_who_presses_mulai_is_greeted_as_one_and_may_still_be_a_citizen(
    ruang: Ruang, rina: Petugas
) -> None:
    await rina.pribadi.say("/start", "Halo Rina")
    await rina.pribadi.say("mau urus KK", "Pilih layanan")


async def test_one_press_costs_few_calls_and_the_groups_card_is_drawn_when_it_changes(
    ruang: Ruang, rina: Petugas
) -> None:
    nomor = await _filed(ruang)
    await rina.takes(nomor)
    await rina.card(nomor, "Lepas")
    drawn = len(await _edits(ruang))
    await rina.ticks(nomor)
    await rina.taps(await rina.card(nomor, "Perbaiki"), "✏️", "Pilih isian")
    assert len(await _edits(ruang)) == drawn


async def _edits(ruang: Ruang) -> list[str]:
    calls = await ruang.klien.panggilan("editMessageText")
    return [one.isi["text"] for one in calls if one.isi["chat_id"] == str(GROUP)]
