"""U43: an edited message corrects its own answer, and nothing else."""

from dataclasses import replace

from core.dialog import Sunting, Tulis
from core.dialog.sunting import DIINGAT
from core.kit import Walk
from tests.core.dialog.forms import Alamat, Ganti, Keluarga

KK = "3319010203040005"
NIK = "331999170890000{}"


class Ponsel:
    """Types messages that can be edited: each has its id, as on Telegram."""

    def __init__(self, jalan: Walk) -> None:
        self.jalan = jalan
        self.nomor = 100

    def say(self, *teks: str) -> int:
        for satu in teks:
            self.nomor += 1
            self.jalan.play(Tulis(satu, self.nomor))
        return self.nomor

    def edit(self, nomor: int, teks: str) -> Walk:
        return self.jalan.play(Sunting(nomor, teks))


def at_the_list(banyak: int) -> Ponsel:
    ponsel = Ponsel(Walk.of(Keluarga))
    for n in range(1, banyak + 1):
        ponsel.say(NIK.format(n), f"ANI {'I' * n}", "guru")
    return ponsel


def test_u43_edited_message_corrects_its_own_answer_and_the_question_stays() -> None:
    ponsel = Ponsel(Walk.of(Ganti))
    ponsel.say("KK hilang")
    nomor = ponsel.say(KK)
    asked = ponsel.jalan.balasan[-1].teks.splitlines()[-1]
    ponsel.edit(nomor, "3319010203040006").expect("mengubah jawaban", "0006", asked)
    assert ponsel.jalan.draft.jawaban["nomor_kk"] == "3319010203040006"
    assert ponsel.jalan.draft.jawaban["alasan"] == "hilang"


def test_u43_edited_message_never_answers_the_present_question() -> None:
    ponsel = Ponsel(Walk.of(Ganti))
    ponsel.say("KK hilang")
    refused = ponsel.say("33")
    before = ponsel.jalan.draft.jawaban
    ponsel.edit(refused, KK).expect("tidak mengubah jawaban", "Kartu Keluarga")
    ponsel.edit(999, KK).expect("tidak mengubah jawaban")
    assert ponsel.jalan.draft.jawaban == before


def test_u43_edited_message_that_is_no_answer_leaves_the_old_one() -> None:
    ponsel = Ponsel(Walk.of(Ganti))
    ponsel.say("KK hilang")
    nomor = ponsel.say(KK)
    ponsel.edit(nomor, "33").expect("belum diubah", "2 angka")
    assert ponsel.jalan.draft.jawaban["nomor_kk"] == KK
    ponsel.edit(nomor, "3319010203040006")
    assert ponsel.jalan.draft.jawaban["nomor_kk"] == "3319010203040006"


def test_u43_a_message_can_be_edited_twice() -> None:
    ponsel = at_the_list(1)
    nomor = ponsel.nomor - 1
    ponsel.edit(nomor, "ANI SATU")
    ponsel.edit(nomor, "ANI DUA").expect("1. ANI DUA")


def test_u43_an_answer_that_was_given_anew_is_not_the_old_messages_any_more() -> None:
    ponsel = Ponsel(Walk.of(Ganti))
    ponsel.say("KK hilang")
    old = ponsel.say(KK)
    ponsel.jalan.tap("Kembali")
    ponsel.say("3319010203040007")
    ponsel.edit(old, "3319010203040008").expect("tidak mengubah jawaban")
    assert ponsel.jalan.draft.jawaban["nomor_kk"] == "3319010203040007"


def test_u43_after_a_row_is_gone_no_edit_reaches_another_person() -> None:
    ponsel = at_the_list(2)
    nama_satu = ponsel.nomor - 4
    jalan = ponsel.jalan.tap("Ubah atau hapus").tap("1. ANI I").tap("Hapus").tap("Ya, hapus")
    ponsel.edit(nama_satu, "DEWI").expect("tidak mengubah jawaban")
    assert [row["nama"] for row in jalan.draft.jawaban["anggota"]["baris"]] == ["ANI II"]


def test_u43_one_line_that_answered_two_questions_corrects_those_two() -> None:
    ponsel = Ponsel(Walk.of(Alamat))
    nomor = ponsel.say("Jl. Mawar 3 RT 02 RW 03")
    before = ponsel.jalan.draft.jawaban
    ponsel.edit(nomor, "Jl. Melati 4 RT 05 RW 06").expect("desa atau kelurahannya", "005/006")
    after = ponsel.jalan.draft.jawaban
    assert "elati 4" in str(after["jalan"]).lower()
    assert after["rt_rw"] != before["rt_rw"]


def test_u43_what_is_remembered_of_messages_is_bounded_and_survives_a_restart() -> None:
    ponsel = Ponsel(Walk.of(Ganti))
    ponsel.say("KK hilang")
    for n in range(DIINGAT + 10):
        ponsel.say(f"33190102030400{n:02}")
        ponsel.jalan.tap("Kembali")
    known = ponsel.jalan.draft.pesan
    assert len(known) == DIINGAT
    assert str(ponsel.nomor) in known
    assert replace(ponsel.jalan.draft, pesan={}).dump() != ponsel.jalan.draft.dump()
