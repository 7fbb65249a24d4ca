"""Back, edit, skip, keep, cancel: an answer is removed or kept, never lost by accident."""

from typing import Annotated

from core.api import Formulir, Tanya, jenis
from core.dialog import Hapus, Tekan, words
from core.kit import Walk
from tests.core.dialog.forms import Ganti, Keluarga


def filled() -> Walk:
    return Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().tap("Tanpa HP")


def test_back_shows_the_old_answer_and_it_can_be_kept() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").tap("Kembali")
    jalan.expect("nomor Kartu Keluarga", "Jawaban sekarang: 3319••••••••0001")
    jalan.tap("Tetap").expect("Foto surat")


def test_the_first_question_has_nothing_before_it() -> None:
    assert "back" not in {tombol.aksi for tombol in Walk.of(Ganti).tombol}


def test_a_skipped_question_says_what_its_button_said() -> None:
    filled().expect("✓ Telepon: Tanpa HP", "• Telepon: Tanpa HP")


class Longgar(Formulir):
    """A question that may be left out without a word of its own."""

    nama: jenis.Nama
    telepon: Annotated[jenis.Telepon | None, Tanya("Nomor HP?")] = None


def test_u9_an_optional_question_can_be_skipped_and_says_so() -> None:
    jalan = Walk.of(Longgar).say("Ani Santoso").tap("Lewati")
    jalan.expect("✓ Telepon: Tidak diisi", "• Telepon: Tidak diisi")


def test_after_a_change_the_summary_comes_back() -> None:
    filled().tap("Ubah").tap("Nomor KK").say("3319990108160002").expect("Periksa", "0002")


def test_a_change_that_opens_a_branch_asks_only_the_branch() -> None:
    filled().tap("Ubah").tap("Alasan").tap("KK rusak").expect("Foto KK").send().expect("Periksa")


def test_the_menu_can_be_left_without_a_change() -> None:
    jalan = filled()
    jawaban = jalan.draft.jawaban
    jalan.tap("Ubah").expect(words.UBAH_YANG_MANA).tap("Kembali").expect("Periksa")
    assert jalan.draft.jawaban == jawaban


def test_cancelling_asks_once_and_then_forgets_everything() -> None:
    jalan = filled().tap("Batal").expect(words.YAKIN_BATAL).tap("Tidak").expect("Periksa")
    jalan.tap("Batal").tap("Ya, hapus").expect(words.DIBATALKAN)
    assert jalan.draft.status == "batal"
    assert jalan.draft.jawaban == {}
    assert jalan.efek[-1] == Hapus()


def test_a_command_may_cancel_or_ask_for_help_at_any_question() -> None:
    jalan = Walk.of(Ganti)
    jalan.play(Tekan(jalan.draft.rev, "help")).expect(words.BANTUAN_UMUM, "Mengapa KK")
    jalan.play(Tekan(jalan.draft.rev, "cancel")).expect(words.YAKIN_BATAL)


def test_help_says_why_and_asks_again() -> None:
    Walk.of(Ganti).tap("KK hilang").tap("Bantuan").expect("tertulis paling atas", "Berapa nomor")


def test_submitting_twice_is_one_submission() -> None:
    jalan = filled().tap("Kirim").done()
    jalan.play(Tekan(jalan.draft.rev, "submit"))
    assert len([efek for efek in jalan.efek if type(efek).__name__ == "Ajukan"]) == 1


def test_back_from_an_untouched_new_row_removes_it() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI SANTOSO", "guru").tap("Tambah")
    jalan.tap("Kembali").expect("Siapa saja anggota keluarga?", "Anggota: 1")
    assert len(jalan.draft.jawaban["anggota"]["baris"]) == 1
