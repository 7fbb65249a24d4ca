"""Choices by tap, label, number; buttons by name; a wrong answer costs nothing (U8, U22)."""

import pytest

from core.dialog import words
from core.kit import Walk
from tests.core.dialog.forms import Ganti, Keluarga, Satu


@pytest.mark.parametrize("teks", ["KK hilang", "kk  hilang", "1", "1.", "hilang"])
def test_a_choice_is_typed_by_label_key_or_number(teks: str) -> None:
    Walk.of(Ganti).say(teks).expect("✓ Alasan: KK hilang")


def test_a_wrong_answer_keeps_every_other_and_the_keyboard() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang")
    sebelum = jalan.draft
    jalan.say("331999010816000").expect("⚠️ Nomor KK terdiri dari 16 angka", "15 angka")
    assert jalan.draft.jawaban == sebelum.jawaban
    assert jalan.draft.rev == sebelum.rev


def test_after_three_refusals_more_help_is_offered() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("1", "2").expect_no("hubungi petugas")
    jalan.say("3").expect("tertulis paling atas", "hubungi petugas Disdukcapil Contoh")
    jalan.say("3319990108160001").expect_no("hubungi petugas")


def test_an_answer_is_repeated_as_it_was_understood_and_masked() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319 9901 0816 0001")
    jalan.expect("✓ Nomor KK: 3319••••••••0001").expect_no("3319990108160001")


@pytest.mark.parametrize(
    ("teks", "bagian"),
    [("kembali", "Mengapa KK"), ("bantuan", "paling atas"), ("batal", "Hapus isian ini")],
)
def test_plain_words_press_the_buttons_of_a_question(teks: str, bagian: str) -> None:
    Walk.of(Ganti).tap("KK hilang").say(teks).expect(bagian)


def test_a_menu_is_answered_by_number_and_yes_or_no() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().say("lewati")
    jalan.say("ubah").say("2").expect("nomor Kartu Keluarga").say("kembali")
    jalan.say("batal").say("mungkin").expect(words.PILIH_TOMBOL).say("tidak").expect("Mengapa")


def test_a_text_at_the_summary_is_told_to_choose() -> None:
    Walk.of(Satu).say("ANI").say("apa kabar").expect(words.PILIH_TOMBOL, "Periksa")


def test_what_people_type_is_escaped() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "O'NEIL", "<b>x</b>&")
    jalan.expect_no("<b>x</b>")


def test_a_likely_typing_mistake_is_asked_about_once() -> None:
    jalan = Walk.of(Satu, kontak=True).say("ANI", "ani@gmial.com")
    jalan.expect("Apakah maksud Anda <b>ani@gmail.com</b>?").say("ya").expect("kode 6 angka")
    assert jalan.draft.jawaban["kontak"]["email"] == "ani@gmail.com"


@pytest.mark.parametrize("jawab", ["Alamat saya sudah benar", "tidak", "ani@gmial.com"])
def test_who_insists_is_believed(jawab: str) -> None:
    jalan = Walk.of(Satu, kontak=True).say("ANI", "ani@gmial.com", jawab)
    assert jalan.draft.jawaban["kontak"]["email"] == "ani@gmial.com"


def test_at_a_suggestion_another_address_may_be_typed() -> None:
    jalan = Walk.of(Satu, kontak=True).say("ANI", "ani@gmial.com", "ani@desa.id")
    assert jalan.draft.jawaban["kontak"]["email"] == "ani@desa.id"
