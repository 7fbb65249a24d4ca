"""Repeating groups: add, edit, delete with a question first, done (U28 to U30)."""

import pytest

from core.kit import Walk
from tests.core.dialog.forms import Keluarga

NIK = "331999170890000{}"


def family(banyak: int) -> Walk:
    jalan = Walk.of(Keluarga)
    for nomor in range(1, banyak + 1):
        jalan.say(NIK.format(nomor), f"ANI {'I' * nomor}", "guru")
    return jalan


def test_after_each_row_the_list_shows_all_and_what_can_be_done() -> None:
    jalan = family(2).expect("Anggota: 2", "1. ANI I", "2. ANI II")
    assert {tombol.aksi for tombol in jalan.tombol} == {"add", "rows", "done", "back"}


def test_typing_the_first_answer_adds_a_row() -> None:
    family(1).say(NIK.format(2)).expect("Anggota 2, 2/3")


def test_a_refused_first_answer_adds_no_row() -> None:
    jalan = family(1).say("33").expect("yang Anda kirim 2 angka", "Siapa saja anggota keluarga?")
    assert len(jalan.draft.jawaban["anggota"]["baris"]) == 1


def test_the_most_and_the_least_are_named() -> None:
    jalan = family(3).expect("Paling banyak 3")
    assert "add" not in {tombol.aksi for tombol in jalan.tombol}
    jalan.say(NIK.format(4)).expect("Paling banyak 3")
    assert len(jalan.draft.jawaban["anggota"]["baris"]) == 3


def test_a_row_is_deleted_only_after_a_question() -> None:
    jalan = family(2).tap("Ubah atau hapus").tap("2. ANI II").tap("Hapus").expect("Hapus ANI II")
    jalan.tap("Tidak").expect("Anggota: 2")
    jalan.tap("Ubah atau hapus").tap("2. ANI II").tap("Hapus").tap("Ya, hapus")
    jalan.expect("ANI II dihapus", "Anggota: 1")


def test_one_field_of_a_row_can_be_changed() -> None:
    jalan = family(2).tap("Ubah atau hapus").tap("1. ANI I").tap("Nama").say("DEWI SARI")
    jalan.expect("1. DEWI SARI", "2. ANI II")


def test_a_closed_list_is_asked_again_when_rows_come_or_go() -> None:
    jalan = family(2).tap("Selesai").expect("Periksa").tap("Ubah").tap("Anggota")
    jalan.tap("Ubah atau hapus").tap("2. ANI II").tap("Hapus").tap("Ya, hapus")
    jalan.expect("Siapa saja anggota keluarga?").tap("Selesai").expect("Periksa")


def test_a_closed_list_stays_closed_when_a_row_is_corrected() -> None:
    jalan = family(2).tap("Selesai").tap("Ubah").tap("Anggota").tap("Ubah atau hapus")
    jalan.tap("1. ANI I").tap("Nama").say("DEWI SARI").expect("Periksa", "DEWI SARI")


def test_without_rows_a_group_that_needs_one_begins_again() -> None:
    jalan = family(1).tap("Ubah atau hapus").tap("1. ANI I").tap("Hapus").tap("Ya, hapus")
    jalan.expect("Anggota 1, 1/3")


@pytest.mark.parametrize("kata", ["selesai", "SELESAI", "✅ Selesai"])
def test_the_buttons_of_a_list_can_be_typed(kata: str) -> None:
    family(1).say(kata).expect("Periksa")
