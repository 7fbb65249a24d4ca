"""What a citizen does in between: commands, old buttons, edits, leaving and coming back."""

import pytest

from sandbox import Pesan
from tests.journeys.dunia import PASSWORD, Dunia
from tests.journeys.pemain import BUDI, Warga

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _at_name(warga: Warga) -> Pesan:
    """Answer up to the question for the name; return the first question."""
    first = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(first, "KK hilang", "Kartu Keluarga")
    await warga.say(BUDI.nomor_kk, "nama lengkap")
    return first


async def test_a_deep_link_opens_its_service_and_an_unknown_one_the_menu(dunia: Dunia) -> None:
    warga = await dunia.warga()
    await warga.say("/start kk-ganti", "Siapkan")
    await warga.say("/start apa-saja_123", "Pilih layanan")
    await warga.say("halo", "Pilih layanan")


async def test_commands_answer_and_the_question_comes_back(dunia: Dunia) -> None:
    warga = await dunia.warga()
    await _at_name(warga)
    for command, said in (
        ("/status", "belum punya permohonan"),
        ("/bantuan", "memasang aplikasi"),
        ("/dokumen", "Belum ada dokumen"),
        ("/apasaja", "memasang aplikasi"),
    ):
        sent = await dunia.klien.tulis(warga.who, command)
        await warga.wait(said, after=sent.rev)
        await warga.wait("nama lengkap", after=sent.rev)
    await warga.say("Budi Santoso", "anggal lahir")


async def test_an_open_draft_is_offered_and_never_overwritten(dunia: Dunia) -> None:
    warga = await dunia.warga()
    await _at_name(warga)
    offer = await warga.say("/start", "belum selesai")
    await warga.tap(offer, "Lanjutkan", "nama lengkap")
    offer = await warga.say("/start", "belum selesai")
    await warga.tap(offer, "Layanan lain", "Pilih layanan")
    offer = await warga.say("/start kk-ganti", "belum selesai")
    intro = await warga.tap(offer, "Mulai ulang", "Siapkan")
    await warga.tap(intro, "Mulai", "Mengapa")


async def test_batal_asks_once_and_then_forgets(dunia: Dunia) -> None:
    warga = await dunia.warga()
    await _at_name(warga)
    sure = await warga.say("/batal", "Hapus isian")
    await warga.tap(sure, "Tidak, lanjutkan", "nama lengkap")
    sure = await warga.say("/batal", "Hapus isian")
    await warga.tap(sure, "Ya, hapus", "Isian dihapus")
    await warga.say("/batal", "Tidak ada isian")


async def test_an_old_button_changes_nothing_and_the_question_comes_once(dunia: Dunia) -> None:
    warga = await dunia.warga()
    first = await _at_name(warga)
    now = (await dunia.klien.obrolan(warga.who)).rev
    toast = await warga.presses(first, "KK rusak")
    assert "tidak berlaku" in toast.teks
    await warga.wait("nama lengkap", after=now)
    before = len(await dunia.klien.pesan(warga.who))
    again = await warga.presses(first, "KK rusak")
    assert "tidak berlaku" in again.teks
    await warga.say("Budi Santoso", "anggal lahir")
    assert len(await dunia.klien.pesan(warga.who)) == before + 2
    await warga.settles()


async def test_an_edited_message_does_not_answer_the_present_question(dunia: Dunia) -> None:
    warga = await dunia.warga()
    await _at_name(warga)
    sent = await dunia.klien.tulis(warga.who, "12")
    await warga.wait("nama lengkap", after=sent.rev)
    changed = await dunia.klien.ubah(warga.who, sent, "Budi Santoso")
    await warga.wait("disunting", after=changed.rev)
    await warga.say("Budi Santoso", "anggal lahir")


async def test_who_blocked_the_bot_finds_the_password_on_coming_back(dunia: Dunia) -> None:
    warga, nomor = await dunia.filed()
    await dunia.klien.blokir(warga.who)
    await dunia.rina.card(nomor, "memblokir bot")
    await dunia.rina.approves(nomor)
    await dunia.letter(warga.surel, "siap diunduh")
    await dunia.klien.buka_blokir(warga.who)
    sent = await dunia.klien.mulai(warga.who)
    await warga.wait("Selamat datang kembali", after=sent.rev)
    await warga.wait("tautan sudah dikirim", after=sent.rev)
    told = await warga.wait("Kata sandi", after=sent.rev)
    assert PASSWORD.search(told.teks)
    assert told.dilindungi
    again = await warga.say("/dokumen", "Kata sandi")
    assert PASSWORD.findall(again.teks) == PASSWORD.findall(told.teks)
