"""What a citizen may switch off, by button and by number (FEATURES F63)."""

from collections.abc import AsyncIterator

import pytest

from core.bot import TelegramRoom, words_kabar
from core.bot.kabar import Kabar, unwanted
from core.bot.models import Kartu
from sandbox import Pesan
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.journeys.pemain import Warga

ISIAN, TIKET, NILAI = words_kabar.NAMA_KABAR.values()


@pytest.fixture
async def room(ruang: Ruang) -> AsyncIterator[TelegramRoom]:
    async with listening(ruang) as found:
        yield found


@pytest.fixture
def warga(ruang: Ruang, room: TelegramRoom) -> Warga:
    return Warga(ruang.klien, BUDI, surel="")


async def presses(warga: Warga, listed: Pesan, label: str, expect: str) -> Pesan:
    """Press a button of the list, and wait until it is drawn anew in its place."""
    await warga.klien.tekan(warga.who, listed, label)
    drawn = await warga.wait(expect, after=listed.rev)
    assert drawn.id == listed.id
    return drawn


async def test_everything_is_on_until_it_is_switched_off(ruang: Ruang, warga: Warga) -> None:
    listed = await warga.say("/kabar", "Pengingat dari kami")
    assert listed.label == tuple(f"✅ {nama}" for nama in (ISIAN, TIKET, NILAI))
    assert await unwanted(ruang.mint.ruang(BUDI)) == frozenset()


async def test_a_press_switches_off_and_another_on_again(ruang: Ruang, warga: Warga) -> None:
    listed = await warga.say("/kabar", "Pengingat dari kami")
    off = await presses(warga, listed, f"✅ {TIKET}", f"🔕 {TIKET}")
    assert await unwanted(ruang.mint.ruang(BUDI)) == {Kabar.TIKET}
    more = await presses(warga, off, f"✅ {NILAI}", f"🔕 {NILAI}")
    assert await unwanted(ruang.mint.ruang(BUDI)) == {Kabar.TIKET, Kabar.NILAI}
    await presses(warga, more, f"🔕 {TIKET}", f"✅ {TIKET}")
    assert await unwanted(ruang.mint.ruang(BUDI)) == {Kabar.NILAI}


async def test_who_types_a_number_turns_its_notice_over(ruang: Ruang, warga: Warga) -> None:
    await warga.say("/kabar 2", f"2. 🔕 {TIKET}")
    await warga.say("/kabar 2", f"2. ✅ {TIKET}")
    assert await unwanted(ruang.mint.ruang(BUDI)) == frozenset()


@pytest.mark.parametrize("typed", ["/kabar 0", "/kabar 4", "/kabar tiket", "/kabar ²"])
async def test_what_names_no_notice_only_shows_them(
    ruang: Ruang, warga: Warga, typed: str
) -> None:
    await warga.say(typed, "Pengingat dari kami")
    assert await unwanted(ruang.mint.ruang(BUDI)) == frozenset()


async def test_the_list_before_it_cannot_be_pressed_any_more(ruang: Ruang, warga: Warga) -> None:
    first = await warga.say("/kabar", "Pengingat dari kami")
    await warga.say("/kabar", "Pengingat dari kami")
    await warga.klien.tunggu(BUDI, lambda one: one.id == first.id and not one.label)


async def test_a_press_counts_before_the_list_is_noted(ruang: Ruang, warga: Warga) -> None:
    listed = await warga.say("/kabar", "Pengingat dari kami")
    await warga.say("/bantuan", "Bantuan")  # sent once the message before it is noted
    await Kartu.filter(pesan_id=listed.id).update(pesan_id=None)
    await presses(warga, listed, f"✅ {TIKET}", f"🔕 {TIKET}")


async def test_amid_a_form_the_question_comes_back_and_is_answered(
    ruang: Ruang, warga: Warga
) -> None:
    question = await warga.opens("KK hilang", first="Mengapa")
    listed = await warga.say("/kabar", "Pengingat dari kami")
    again = await warga.wait("Mengapa", beyond=question.id)
    await presses(warga, listed, f"✅ {ISIAN}", f"🔕 {ISIAN}")
    await warga.tap(again, "KK hilang", "Kartu Keluarga")
