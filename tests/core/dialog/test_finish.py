"""Finished answers are models; what is hidden is left behind; what is missing is refused."""

from datetime import date

import pytest

from core.dialog import BelumLengkap, Pencarian, finish, searches
from core.kit import Walk
from tests.core.dialog.forms import Anggota, Dikenal, Ganti, Keluarga, Sebab


def test_a_finished_form_is_its_model() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().tap("Tanpa HP")
    isian = jalan.selesai.isian
    assert isinstance(isian, Ganti)
    assert isian.alasan is Sebab.HILANG
    assert isian.telepon is None
    assert isian.surat is not None


def test_a_hidden_answer_is_left_behind() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().tap("Tanpa HP")
    jalan.tap("Ubah").tap("Alasan").tap("KK rusak").send()
    isian = jalan.selesai.isian
    assert isinstance(isian, Ganti)
    assert isian.surat is None
    assert "surat" in jalan.draft.jawaban


def test_rows_are_models_too() -> None:
    isian = Walk.of(Keluarga).say("3319991708900001", "ANI", "guru").tap("Selesai").selesai.isian
    assert isinstance(isian, Keluarga)
    assert isinstance(isian.anggota[0], Anggota)


def test_an_unfinished_form_is_refused_without_its_answers() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang")
    with pytest.raises(BelumLengkap, match="nomor_kk has no answer"):
        finish(jalan.rencana, jalan.draft)


def test_look_ups_are_listed_by_path() -> None:
    jalan = Walk.of(Dikenal).say("3319990108160001", "ANI", "17-8-1990")
    assert searches(jalan.rencana, jalan.draft) == {
        "tercatat": Pencarian("keluarga", "3319990108160001", "ANI", date(1990, 8, 17))
    }
