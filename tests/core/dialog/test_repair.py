"""Sent back: the citizen is asked for exactly that, with the officer's words (U47)."""

import pytest

from core.dialog import carry, prompt, send_back
from core.kit import KONTEKS, Walk
from tests.core.dialog.forms import Ganti, Keluarga


def sent_back(catatan: dict[str, str]) -> Walk:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().tap("Tanpa HP")
    jalan.tap("Kirim").done()
    jalan.draft = send_back(jalan.rencana, jalan.draft, catatan)
    jalan.balasan = prompt(jalan.rencana, jalan.draft, KONTEKS)
    jalan.semua.extend(jalan.balasan)
    return jalan


def test_only_what_was_wrong_is_asked_with_the_officers_words() -> None:
    jalan = sent_back({"surat": "Foto <surat> buram."})
    jalan.expect("📌 Catatan petugas: Foto &lt;surat&gt; buram.", "Foto surat")
    jalan.send().expect("Periksa").expect_no("Catatan petugas").tap("Kirim").done()


def test_the_way_out_is_not_asked_again() -> None:
    sent_back({"nomor_kk": "Nomor berbeda."}).say("3319990108160002").expect("Periksa")


def test_a_group_that_is_sent_back_is_opened() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI", "guru").tap("Selesai").tap("Kirim")
    jalan.draft = send_back(jalan.rencana, jalan.draft, {"anggota": "Ibu belum ditulis."})
    (balasan,) = prompt(jalan.rencana, jalan.draft, KONTEKS)
    assert "Ibu belum ditulis." in balasan.teks
    assert "1. ANI" in balasan.teks


def test_what_was_not_asked_cannot_be_sent_back() -> None:
    with pytest.raises(ValueError, match="rusak is not a question"):
        sent_back({"rusak": "Mana?"})


def test_a_draft_of_an_older_form_keeps_what_still_fits() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send()
    tua = jalan.draft.jawaban | {"alasan": "hangus", "hilang": 1}
    baru = carry(jalan.rencana, jalan.draft.load(jalan.draft.dump()), 2, {}).draft
    assert baru.jawaban == jalan.draft.jawaban
    jalan.draft.jawaban.update(tua)
    baru = carry(jalan.rencana, jalan.draft, 2, {}).draft
    assert baru.versi == 2
    assert set(baru.jawaban) == {"nomor_kk", "surat", "hari_ini"}
    assert "Mengapa KK" in prompt(jalan.rencana, baru, KONTEKS)[0].teks
