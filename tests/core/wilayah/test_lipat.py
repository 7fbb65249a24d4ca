"""What counts in a name."""

import pytest

from core.wilayah.lipat import fold, fold_lines, names, words


@pytest.mark.parametrize(
    "teks",
    [
        "Bakalankrapyak",
        "bakalan krapyak",
        "BAKALAN-KRAPYAK",
        "Bakalan  Kràpyak",
        "«bakalan»krap.yak",
    ],
)
def test_spaces_case_hyphens_and_diacritics_do_not_count(teks: str) -> None:
    assert fold(teks) == b"bakalankrapyak"


def test_lines_stay_lines() -> None:
    assert fold_lines("Bu Nuapu’u\nLawe-lawe\n3 / 4 Ulu") == b"bunuapuu\nlawelawe\n34ulu"


def test_words_for_a_level_are_left_out_and_kinds_are_written_out() -> None:
    kata = words("Desa Bae, Kec. Bae, Kab. Kudus")
    assert kata == (b"desa", b"bae", b"kec", b"bae", b"kab", b"kudus")
    assert names(kata) == (b"bae", b"bae", b"kabupaten", b"kudus")


def test_what_holds_no_letter_is_no_word() -> None:
    assert words(" ,;/ - \n«»") == ()
