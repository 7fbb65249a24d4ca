"""What an officer can send back, and the papers to look at."""

from core.dialog import papers, questions
from core.kit import Walk
from tests.core.dialog.forms import Ganti, Keluarga


def test_questions_come_with_papers_first_and_without_the_way_out() -> None:
    jalan = Walk.of(Ganti, kontak=True).tap("KK hilang").say("3319990108160001").send()
    jalan.tap("Tanpa HP").tap("Tidak punya")
    daftar = [satu.path for satu in questions(jalan.rencana, jalan.draft)]
    assert daftar == ["surat", "alasan", "nomor_kk", "telepon"]


def test_questions_of_rows_name_the_row() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI", "guru").tap("Selesai")
    assert questions(jalan.rencana, jalan.draft)[0].label == "ANI: NIK"


def test_papers_are_those_that_were_sent() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send()
    (surat,) = papers(jalan.rencana, jalan.draft)
    assert (surat.path, surat.label, surat.unggahan.mime) == ("surat", "Surat", "image/jpeg")
