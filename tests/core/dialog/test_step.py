"""The promises of the engine, for any text at any step."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.api import Formulir
from core.dialog import Draft, Tekan, Tulis, compile_form, prompt, start, step, words
from core.kit import KONTEKS, UCAPAN, Walk
from core.kit.janji import check
from core.kit.penuntun import guide
from tests.core.dialog.forms import Alamat, Dikenal, Ganti, Keluarga

FORMULIR = (Ganti, Keluarga, Alamat, Dikenal)
TEKS = st.one_of(st.text(), st.sampled_from(UCAPAN))


def walk_to(formulir: type[Formulir], langkah: int, acak: st.DataObject) -> Walk:
    """Go some sensible steps into a form."""
    jalan = Walk.of(formulir, kontak=True)
    rng = acak.draw(st.randoms(use_true_random=False))
    for _ in range(langkah):
        if jalan.draft.status in ("tanya", "ringkas") and "submit" not in {
            t.aksi for t in jalan.tombol
        }:
            guide(jalan, rng)
    return jalan


@pytest.mark.parametrize("formulir", FORMULIR)
@settings(max_examples=40, deadline=None)
@given(langkah=st.integers(0, 12), teks=TEKS, data=st.data())
def test_any_text_at_any_step_keeps_all_promises(
    formulir: type[Formulir], langkah: int, teks: str, data: st.DataObject
) -> None:
    jalan = walk_to(formulir, langkah, data)
    sebelum = jalan.draft
    jalan.say(teks)
    check(jalan)
    if jalan.draft.rev == sebelum.rev:
        assert jalan.draft.jawaban == sebelum.jawaban


@pytest.mark.parametrize("formulir", FORMULIR)
@settings(max_examples=25, deadline=None)
@given(langkah=st.integers(0, 12), tua=st.integers(1, 5), data=st.data())
def test_an_old_button_changes_nothing_and_repeats_the_question(
    formulir: type[Formulir], langkah: int, tua: int, data: st.DataObject
) -> None:
    jalan = walk_to(formulir, langkah, data)
    aksi = data.draw(st.sampled_from([t.aksi for t in jalan.tombol] or ["back"]))
    hasil = step(jalan.rencana, jalan.draft, Tekan(jalan.draft.rev - tua, aksi), KONTEKS)
    assert hasil.draft == jalan.draft
    assert hasil.efek == ()
    assert words.TOMBOL_LAMA in hasil.balasan[0].teks
    assert hasil.balasan[-1].tombol == prompt(jalan.rencana, jalan.draft, KONTEKS)[-1].tombol


@settings(max_examples=40, deadline=None)
@given(st.lists(TEKS, max_size=8))
def test_a_draft_that_was_written_and_read_again_goes_on_the_same(pesan: list[str]) -> None:
    rencana = compile_form(Ganti, kontak=True)
    satu = dua = start(rencana, "uji", 1, KONTEKS).draft
    for teks in pesan:
        kiri = step(rencana, satu, Tulis(teks), KONTEKS)
        kanan = step(rencana, Draft.load(dua.dump()), Tulis(teks), KONTEKS)
        assert kiri == kanan
        satu, dua = kiri.draft, kanan.draft


def test_a_forged_button_changes_nothing() -> None:
    jalan = Walk.of(Ganti)
    for aksi in ("v:dibakar", "submit", "done", "e:0", "del!", "x", "v:", "", "cancel!", "pg:99"):
        hasil = step(jalan.rencana, jalan.draft, Tekan(jalan.draft.rev, aksi), KONTEKS)
        assert hasil.draft == jalan.draft
        assert words.TOMBOL_LAIN in hasil.balasan[0].teks


def test_the_question_can_be_asked_again_at_any_time() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang")
    (balasan,) = prompt(jalan.rencana, jalan.draft, KONTEKS)
    assert "nomor Kartu Keluarga" in balasan.teks
    assert balasan.tanya


def test_after_the_end_nothing_moves() -> None:
    jalan = Walk.of(Alamat).say("Jl. Kenari 5 RT 02 RW 03 Desa Bae").tap("Kirim").done()
    terkirim = jalan.draft
    jalan.play(Tekan(terkirim.rev, "submit")).expect(words.TIDAK_BERJALAN)
    assert jalan.draft == terkirim


def test_a_slip_is_remarked_once_and_does_not_block() -> None:
    jalan = Walk.of(Dikenal).say("3319995708900001").expect("mirip NIK", "Siapa nama lengkap")
    jalan.say("ANI").expect_no("mirip NIK")


def test_a_broken_rule_sends_the_citizen_to_its_question() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI", "guru")
    jalan.say("3319991708900001", "SITI", "guru").tap("Selesai")
    jalan.expect("⚠️ NIK ini sudah ada", "Anggota 2, 1/3", "Berapa NIK anggota?")
    jalan.say("3319991708900002").expect("Periksa jawaban Anda")


def test_a_rule_of_a_row_is_told_when_the_row_is_complete() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "BUDI", "guru")
    jalan.expect("⚠️ Tulis nama lengkap", "Siapa nama lengkap")
    jalan.say("BUDI SANTOSO").expect("Siapa saja anggota keluarga?")
