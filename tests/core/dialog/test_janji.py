"""A day and a time at the counter: chosen from what is free, and asked again when it is gone."""

from dataclasses import replace
from datetime import date, time

import pytest

from core.dialog import Konteks, Tekan, Terpilih, WaktuKosong, compile_form, words
from core.dialog.draft import Draft
from core.kit import Walk
from tests.core.dialog.forms import Satu

SENIN, SELASA = date(2026, 11, 23), date(2026, 11, 24)
JAM = tuple(WaktuKosong(time(8 + n // 4, n % 4 * 15), 2) for n in range(12))
KONTEKS = Konteks(date(2026, 11, 22), janji={SENIN: JAM, SELASA: JAM[:6]})


def walk() -> Walk:
    """Come to the question for the day."""
    return Walk(compile_form(Satu, kontak=False, janji=True), konteks=KONTEKS).say("ANI")


def without(jalan: Walk, hari: date, *jam: time) -> Walk:
    """Let others take these times of a day; all of them if none is named."""
    janji = dict(jalan.konteks.janji)
    janji[hari] = tuple(one for one in janji[hari] if jam and one.jam not in jam)
    jalan.konteks = replace(jalan.konteks, janji=janji)
    return jalan


def test_the_days_are_offered_with_their_places_and_no_address_is_asked_for() -> None:
    jalan = walk().expect("Hari apa", "1. Senin, 23 November 2026", "2. Selasa, 24 November 2026")
    assert jalan.label[:2] == ("Sen 23 Nov (24 tempat)", "Sel 24 Nov (12 tempat)")
    jalan.expect_no("e-mail")


def test_the_times_are_those_of_the_day_a_page_at_a_time() -> None:
    jalan = walk().tap("Sen 23 Nov").expect("Pukul berapa")
    assert jalan.label[:8] == ("08.00", "08.15", "08.30", "08.45", "09.00", "09.15", "09.30",
                               "09.45")  # fmt: skip
    jalan.tap("›")
    assert jalan.label[:4] == ("10.00", "10.15", "10.30", "10.45")


def test_the_choice_comes_out_as_a_day_and_a_time() -> None:
    jalan = walk().tap("Sel 24 Nov").tap("09.15").expect("Waktu datang", "• Jam: 09.15")
    jalan.expect("• Hari: Selasa, 24 November 2026")
    assert jalan.teks.count(words.WAKTU_DATANG) == 1
    jalan.tap("Kirim").done()
    assert jalan.selesai.janji == Terpilih(SELASA, time(9, 15))
    assert jalan.selesai.kontak is None


@pytest.mark.parametrize("teks", ["2", "Sel 24 Nov", "selasa, 24 november 2026", "24/11"])
def test_a_day_may_be_typed(teks: str) -> None:
    walk().say(teks).expect("Hari: Selasa, 24 November 2026", "Pukul berapa")


@pytest.mark.parametrize("teks", ["9", "09.00", "9.00", "jam 9", "pukul 09.00", "9:00", "0900"])
def test_a_time_may_be_typed_and_a_number_is_an_hour(teks: str) -> None:
    walk().tap("Sen").say(teks).expect("Jam: 09.00")


def test_a_time_that_is_not_free_is_not_taken() -> None:
    jalan = walk().tap("Sel").say("10.15")
    assert "jam" not in jalan.draft.jawaban["kontak"]


def test_another_day_needs_a_new_time() -> None:
    jalan = walk().tap("Sen").tap("08.15").tap("Ubah").tap("Hari").tap("Sel 24 Nov")
    jalan.expect("Pukul berapa")
    jalan.tap("08.30").expect("Jam: 08.30", "Selasa")


def test_the_same_day_keeps_its_time() -> None:
    jalan = walk().tap("Sen").tap("08.15").tap("Ubah").tap("Hari").tap("Sen 23 Nov")
    jalan.expect("Periksa jawaban Anda", "Jam: 08.15")


def test_a_time_that_was_taken_meanwhile_is_asked_again_and_nothing_is_sent() -> None:
    jalan = without(walk().tap("Sen").tap("08.15"), SENIN, time(8, 15)).tap("Kirim")
    jalan.expect(words.TEMPAT_DIAMBIL, "Pukul berapa")
    assert "08.15" not in jalan.label
    assert jalan.draft.status == "tanya"
    assert jalan.draft.jawaban["nama"] == "ANI"


def test_a_day_that_is_full_meanwhile_is_asked_again() -> None:
    jalan = without(walk().tap("Sen").tap("08.15"), SENIN).tap("Kirim")
    jalan.expect(words.TEMPAT_DIAMBIL, "Hari apa")
    assert jalan.label[0].startswith("Sel 24 Nov")


def test_a_week_later_the_day_has_passed_and_another_is_offered() -> None:
    jalan = walk().tap("Sen")
    jalan.konteks = replace(KONTEKS, hari_ini=date(2026, 11, 30), janji={date(2026, 12, 1): JAM})
    jalan.say("8.15").expect(words.TEMPAT_DIAMBIL, "Hari apa", "Selasa, 1 Desember 2026")


def test_an_old_button_takes_no_time() -> None:
    jalan = walk().tap("Sen")
    before = jalan.draft
    jalan.play(Tekan(before.rev - 1, "v:0815"))
    assert jalan.draft == before


def test_where_nothing_is_free_the_citizen_reads_what_to_do() -> None:
    rencana = compile_form(Satu, kontak=False, janji=True)
    jalan = Walk(rencana, konteks=replace(KONTEKS, janji={})).say("ANI").expect(words.WAKTU_HABIS)
    jalan.say("besok").expect(words.WAKTU_HABIS)
    jalan.konteks = KONTEKS
    jalan.say("1").expect("Pukul berapa")


def test_what_was_chosen_survives_a_restart() -> None:
    jalan = walk().tap("Sen").tap("09.15")
    assert Draft.load(jalan.draft.dump()).jawaban["kontak"]["jam"] == "0915"
