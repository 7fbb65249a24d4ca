"""The first KTP-el: by age, within two questions, and nothing more than a ticket needs."""

import pytest

from core.api import TatapMuka
from core.dialog import compile_form
from core.kit import Walk
from plugins.tatapmuka.rekam import REKAM, EnamBelas, Perekaman

# The walk's day is 8 May 2026.


def walk() -> Walk:
    return Walk(compile_form(REKAM.formulir, kontak=False, janji=True))


@pytest.mark.parametrize("lahir", ["08-05-2009", "17-08-1945"])
def test_who_is_seventeen_answers_one_question(lahir: str) -> None:
    walk().say(lahir).expect("Hari apa")


@pytest.mark.parametrize("lahir", ["09-05-2009", "08-05-2010"])
def test_who_is_sixteen_may_be_recorded_and_reads_when_the_card_is_printed(lahir: str) -> None:
    jalan = walk().say(lahir).expect("16 tahun", "dicetak setelah genap 17")
    jalan.tap("Rekam dulu").expect("Hari apa")


@pytest.mark.parametrize("lahir", ["09-05-2010", "01-01-2020"])
def test_who_is_younger_is_asked_whether_married(lahir: str) -> None:
    walk().say(lahir).expect("belum 16 tahun", "kawin").tap("Ya").expect("Hari apa")


def test_who_is_younger_and_not_married_is_refused_before_any_day_is_asked() -> None:
    jalan = walk().say("09-05-2010").tap("Tidak")
    jalan.expect("mulai umur 16 tahun", "Kartu Identitas Anak").expect_no("Hari apa")
    assert jalan.kirim == 2


def test_a_slip_in_the_date_is_mended_where_it_was_refused() -> None:
    jalan = walk().say("09-05-2010").tap("Tidak").say("09-05-2000").expect("Hari apa")
    jalan.tap("Sel 12 Mei").tap("08.15").tap("Kirim").done()
    assert isinstance(jalan.selesai.isian, Perekaman)
    assert jalan.selesai.isian.kawin is None, "what is no longer asked is left behind"


def test_a_whole_ticket_takes_five_messages() -> None:
    jalan = walk().say("17-08-1999").tap("Sen 11 Mei").tap("09.15").tap("Kirim").done()
    assert jalan.kirim <= 5


def test_the_answers_come_out_under_their_own_types() -> None:
    jalan = walk().say("09-05-2009").tap("Sudah atau pernah kawin").tap("Sen 11").tap("09.15")
    isian = jalan.tap("Kirim").done().selesai.isian
    assert isinstance(isian, Perekaman)
    assert isian.enam_belas is EnamBelas.KAWIN


def test_it_says_why_it_cannot_be_done_by_telephone_and_what_to_bring() -> None:
    for reason in ("sidik jari", "iris mata", "foto"):
        assert reason in REKAM.ringkas
    assert isinstance(REKAM.hasil, TatapMuka)
    assert any("Kartu Keluarga" in satu for satu in REKAM.hasil.bawa)


def test_it_asks_for_no_number_and_no_name() -> None:
    assert set(Perekaman.model_fields) == {"tanggal_lahir", "enam_belas", "kawin"}


def test_nothing_can_be_issued_of_it() -> None:
    assert REKAM.keluaran == ()
    assert REKAM.terkirim == ""
