"""One line may answer several questions in a row."""

from core.kit import Walk
from tests.core.dialog.forms import Alamat


def test_a_whole_address_answers_three_questions() -> None:
    jalan = Walk.of(Alamat).say("Jl. Kenari 5 RT 02 RW 03 Desa Bae")
    jalan.expect("Periksa", "Jalan: Jl. Kenari 5", "RT/RW: 002/003", "Bae, Kec. Bae")
    assert jalan.kirim == 1


def test_what_is_missing_is_asked() -> None:
    jalan = Walk.of(Alamat).say("Jl. Kenari 5 RT 02 RW 03").expect("desa atau kelurahan")
    assert jalan.draft.jawaban["rt_rw"] == "002/003"


def test_a_village_that_the_office_does_not_have_stays_in_the_street() -> None:
    jalan = Walk.of(Alamat).say("Jl. Desa Baru 5").expect("✓ Jalan: Jl. Desa Baru 5")
    assert "desa" not in jalan.draft.jawaban


def test_the_second_piece_may_bring_the_third() -> None:
    Walk.of(Alamat).say("Jl. Kenari 5", "RT 2 RW 3 Desa Bae").expect("Periksa", "002/003")


def test_a_village_is_shown_by_name_though_stored_by_code() -> None:
    jalan = Walk.of(Alamat).say("Jl. Kenari 5", "2/3", "bae")
    assert jalan.draft.jawaban["desa"] == "33.19.06.2004"
    jalan.expect("Desa/kelurahan: Bae, Kec. Bae")
