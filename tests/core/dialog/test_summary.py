"""The page to check: only what is visible, grouped, private numbers masked (U31)."""

from core.dialog import summary
from core.kit import Walk
from tests.core.dialog.forms import Ganti, Keluarga

NIK = "3319991708900001"


def test_only_visible_answers_stand_in_it() -> None:
    jalan = Walk.of(Ganti).tap("KK rusak").say("3319990108160001").send().say("081234567890")
    teks = summary(jalan.rencana, jalan.draft)
    assert "• Alasan: KK rusak" in teks
    assert "• Rusak: foto terlampir" in teks
    assert "Surat" not in teks


def test_private_numbers_are_masked_for_the_citizen_and_whole_for_the_officer() -> None:
    jalan = Walk.of(Ganti).tap("KK rusak").say("3319990108160001").send().say("081234567890")
    assert "3319••••••••0001" in summary(jalan.rencana, jalan.draft)
    assert "+6281234567890" not in summary(jalan.rencana, jalan.draft)
    penuh = summary(jalan.rencana, jalan.draft, mask=False)
    assert "3319990108160001" in penuh
    assert "+6281234567890" in penuh


def test_rows_stand_under_their_titles() -> None:
    jalan = Walk.of(Keluarga).say(NIK, "ANI", "guru").tap("Selesai")
    assert summary(jalan.rencana, jalan.draft).splitlines() == [
        "<b>Anggota</b>: 1",
        "1. <b>ANI</b>",
        "    NIK: 3319••••••••0001",
        "    Nama: ANI",
        "    Kerja: Guru",
    ]
