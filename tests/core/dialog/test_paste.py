"""U15: a pasted block fills all it can, names what failed, asks only the rest."""

from core.kit import Walk
from tests.core.dialog.forms import Dikenal, Ganti, Keluarga


def test_a_block_fills_the_form_and_asks_the_rest() -> None:
    jalan = Walk.of(Ganti).say("Alasan: rusak\nNo. KK: 3319 9901 0816 0001\nHP: -")
    jalan.expect("✓ Terisi: Alasan, Nomor KK", "Foto KK")
    assert jalan.draft.jawaban["telepon"] is None


def test_what_cannot_be_read_is_named_and_asked() -> None:
    jalan = Walk.of(Ganti).say("alasan: KK hilang\nno kk: 33\nwarna: biru\nsalam")
    jalan.expect("Terisi: Alasan", "Nomor KK: Nomor KK terdiri dari 16 angka")
    jalan.expect("Tidak dipakai karena tidak ditanyakan: Warna.", "1 baris tidak dikenali")
    jalan.expect_no("biru").expect("Berapa nomor Kartu Keluarga")


def test_a_line_opens_the_question_that_a_later_line_answers() -> None:
    jalan = Walk.of(Dikenal)
    jalan.say("Nomor KK: 3319990108160001\nNama: Ani\nTanggal lahir: 17/8/1990")
    assert jalan.draft.status == "ringkas"


def test_a_label_that_comes_again_begins_the_next_row() -> None:
    jalan = Walk.of(Keluarga).say(
        "NIK: 3319991708900001\nNama: Ani Santoso\nPekerjaan: guru\nKerja: guru\n"
        "NIK: 3319991708900002\nNama: Siti Aminah\nKerja: pensiunan"
    )
    jalan.expect("Anggota 1: NIK, Nama", "Anggota 2: NIK, Nama, Kerja", "2. SITI AMINAH")


def test_no_more_rows_than_there_may_be() -> None:
    baris = "\n".join(
        f"NIK: 331999170890000{n}\nNama: Ani Santoso\nKerja: guru" for n in range(1, 6)
    )
    jalan = Walk.of(Keluarga).say(baris).expect("Paling banyak 3")
    assert len(jalan.draft.jawaban["anggota"]["baris"]) == 3


def test_a_block_at_the_list_adds_a_row() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI SANTOSO", "guru")
    jalan.say("NIK: 3319991708900002\nNama: Siti Aminah").expect("Apa pekerjaannya", "Anggota 2")


def test_a_single_labelled_line_is_its_answer() -> None:
    Walk.of(Ganti).say("alasan: KK hilang").expect("Terisi: Alasan", "nomor Kartu Keluarga")


def test_a_block_at_the_summary_changes_answers() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().tap("Tanpa HP")
    jalan.say("Nomor KK: 3319990108160009").expect("Periksa", "3319••••••••0009")


def test_a_text_without_known_labels_is_an_ordinary_answer() -> None:
    Walk.of(Ganti).tap("KK hilang").say("salam: pagi\nwaktu: siang").expect(
        "Nomor KK hanya berisi"
    )
