"""A press on a message whose id is not known: the citizen was quick, or the answer got lost."""

from collections.abc import AsyncIterator

import pytest

from core.bot import words
from core.bot.models import Kartu
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.journeys.pemain import PATIENCE, Warga


@pytest.fixture
async def warga(ruang: Ruang) -> AsyncIterator[Warga]:
    """A citizen, while the room listens."""
    async with listening(ruang):
        yield Warga(ruang.klien, BUDI, surel="warga@contoh.id")


async def test_a_citizen_may_be_quicker_than_the_answer_to_the_question(
    ruang: Ruang, warga: Warga
) -> None:
    intro = await warga.say("/start kk-ganti", "Siapkan")
    await ruang.klien.putus("sendMessage")
    first = await warga.tap(intro, "Mulai", "Mengapa")
    await ruang.klien.tekan(BUDI, first, "KK hilang")
    ruang.clock.forward(seconds=5)
    await warga.wait("Kartu Keluarga", beyond=first.id)
    await warga.settles()


@pytest.mark.parametrize("label", ["Mulai", "KK hilang"])
async def test_a_press_counts_before_the_message_is_noted(
    ruang: Ruang, warga: Warga, label: str
) -> None:
    asked = await warga.say("/start kk-ganti", "Siapkan")
    if label == "KK hilang":
        asked = await warga.tap(asked, "Mulai", "Mengapa")
    await warga.settles()
    await Kartu.filter(pesan_id=asked.id).update(pesan_id=None)
    await warga.tap(asked, label, "Mengapa" if label == "Mulai" else "Kartu Keluarga")
    assert await Kartu.filter(pesan_id=asked.id).count() == 1


async def test_of_two_copies_of_a_question_either_answers_it_and_both_lose_their_buttons(
    ruang: Ruang, warga: Warga
) -> None:
    asked = await warga.opens("KK hilang", first="Mengapa")
    await warga.settles()
    # As if Telegram's answer to this one had got lost, and the question stood below once more.
    await Kartu.filter(pesan_id=asked.id).update(pesan_id=asked.id + 5000)
    await warga.tap(asked, "KK hilang", "Kartu Keluarga")
    await warga.settles()
    assert await Kartu.filter(pesan_id=asked.id, aktif=False).exists()


async def test_an_old_message_that_is_no_card_any_more_gives_way_to_the_present_question(
    ruang: Ruang, warga: Warga
) -> None:
    asked = await warga.opens("KK hilang", first="Mengapa")
    later = await warga.tap(asked, "KK hilang", "Kartu Keluarga")
    await warga.settles()
    await Kartu.filter(pesan_id=asked.id).delete()
    old = await ruang.klien.tekan(BUDI, asked, "KK hilang")
    notice = await ruang.klien.tunggu_notis(BUDI, sesudah=old.rev, batas=PATIENCE)
    assert notice.teks == words.TOMBOL_LAMA
    await warga.wait("Kartu Keluarga", beyond=later.id)


async def test_a_copy_of_an_older_menu_does_not_speak_for_the_present_one(
    ruang: Ruang, warga: Warga
) -> None:
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    sure = await warga.say("/batal", "Hapus isian")
    await warga.settles()
    await Kartu.filter(pesan_id=sure.id).update(pesan_id=sure.id + 5000)  # this one is the copy
    await warga.say("2", "Kartu Keluarga")  # "Tidak jadi", typed
    await warga.say("/start", "belum selesai")
    notice = await warga.presses(sure, "Ya, hapus")
    assert notice.teks == words.TOMBOL_LAMA
    assert len(await ruang.alat.cases.drafts(ruang.mint.ruang(BUDI))) == 1
