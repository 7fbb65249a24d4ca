"""Menus outside a form are answered by typing as well (U8)."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bot.callback import TombolMenu
from core.bot.models import Percakapan
from core.bot.pemohon.ketik import Pilihan, chosen
from tests.core.bot.ruang import BUDI, Ruang, listening
from tests.journeys.pemain import Warga

LANJUT, ULANG, LAIN = (TombolMenu(one) for one in ("lanjut", "ulang", "menu"))
MENU = (
    Pilihan("▶️ Lanjutkan (2/7)", LANJUT),
    Pilihan("🔄 Mulai ulang", ULANG),
    Pilihan("📋 Layanan lain", LAIN),
)


@pytest.fixture
async def warga(ruang: Ruang) -> AsyncIterator[Warga]:
    """A citizen, while the room listens."""
    async with listening(ruang):
        yield Warga(ruang.klien, BUDI, surel="warga@contoh.id")


@pytest.mark.parametrize(
    ("typed", "button"),
    [
        ("1", LANJUT),
        (" 2. ", ULANG),
        ("lanjutkan", LANJUT),
        ("LANJUTKAN (2/7)", LANJUT),
        ("mulai ulang!", ULANG),
        ("Layanan", LAIN),
        ("0", None),
        ("4", None),
        ("lanjut", None),
        ("l", None),
        ("", None),
        ("²", None),
        ("99999999999999999999", None),
        ("saya mau mulai ulang", None),
    ],
)
def test_a_choice_is_typed_by_number_by_label_or_by_how_only_it_begins(
    typed: str, button: TombolMenu | None
) -> None:
    assert chosen(MENU, typed) == button


def test_words_with_which_two_buttons_begin_choose_neither() -> None:
    menu = (Pilihan("KK hilang atau rusak", LANJUT), Pilihan("KK baru", ULANG))
    assert chosen(menu, "kk") is None
    assert chosen(menu, "kk hilang") == LANJUT


@given(st.text(max_size=40))
def test_whatever_is_typed_chooses_one_button_or_none(typed: str) -> None:
    assert chosen(MENU, typed) in (LANJUT, ULANG, LAIN, None)


async def test_a_citizen_files_without_one_tap_until_the_first_question(
    ruang: Ruang, warga: Warga
) -> None:
    await warga.say("/start", "Pilih layanan")
    await warga.say("kk hilang", "Siapkan")
    await warga.say("mulai", "Mengapa")
    await warga.say("1", "Kartu Keluarga")
    sure = await warga.say("/batal", "Hapus isian")
    assert sure.tombol
    await warga.say("2", "Kartu Keluarga")
    talk = await Percakapan.get(ruang=ruang.mint.ruang(BUDI))
    assert b"hapus" not in bytes(talk.pilihan or b""), "it is sealed"


async def test_words_that_choose_nothing_answer_the_question_before(warga: Warga) -> None:
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say("/batal", "Hapus isian")
    await warga.say("3319990108160001", "nama lengkap")
