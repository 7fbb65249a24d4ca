"""How large a paper and the papers of a case may be; every refusal tells how to go on."""

import pytest

from core.berkas import case_full, too_large, words

MB = 1024 * 1024


@pytest.mark.parametrize("ukuran", [None, 0, 1, 10 * MB])
def test_a_size_that_fits_is_not_refused(ukuran: int | None) -> None:
    assert too_large(ukuran) is None


@pytest.mark.parametrize(
    ("ukuran", "shown"), [(10 * MB + 1, "10,1 MB"), (20 * MB + 1, "20,1 MB"), (11 * MB, "11,0 MB")]
)
def test_u01_a_file_too_large_is_refused_by_its_declared_size(ukuran: int, shown: str) -> None:
    kalimat = too_large(ukuran)
    assert kalimat is not None
    assert "terlalu besar" in kalimat
    assert shown in kalimat
    assert "10 MB" in kalimat


def test_sixty_megabytes_of_a_case_are_not_refused() -> None:
    assert case_full(50 * MB, 10 * MB) is None


def test_what_goes_over_sixty_megabytes_is_told_with_the_number() -> None:
    kalimat = case_full(55 * MB, 5 * MB + 1)
    assert kalimat is not None
    assert "55 MB" in kalimat
    assert "60 MB" in kalimat


SENTENCES = [
    getattr(words, name) for name in dir(words) if name.isupper() and not name.startswith("_")
]


def test_the_walk_found_the_sentences() -> None:
    assert len(SENTENCES) >= 6, "an empty walk proves nothing"


@pytest.mark.parametrize("kalimat", [each for each in SENTENCES if each != words.BOLEH])
def test_a_refusal_says_how_to_go_on_in_plain_indonesian(kalimat: str) -> None:
    assert any(verb in kalimat for verb in ("Kirim", "Foto ", "foto ", "Ambil", "Cetak"))
    assert kalimat.endswith(".")
    assert not any(word in kalimat.lower() for word in ("invalid", "error", "file", "upload"))
    assert len(kalimat) < 400
