"""Names: recorded ones are taken as they are, deceptive characters are not (DOMAIN.md 9.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from core.api.checks import nama


@pytest.mark.parametrize(
    ("tulis", "simpan"),
    [
        ("budi  santoso", "BUDI SANTOSO"),
        ("  Siti\tAminah ", "SITI AMINAH"),
        ("O’Neil", "O'NEIL"),
        ("M. Nur-Ali, S.Pd", "M. NUR-ALI, S.PD"),
        ("Bu\u200bdi", "BUDI"),
        ("Jose\u0301", "JOSÉ"),
        ("Suharto", "SUHARTO"),
    ],
)
def test_names_are_stored_in_capitals_and_otherwise_as_typed(tulis: str, simpan: str) -> None:
    assert nama.nama(tulis) == simpan


@pytest.mark.parametrize(
    ("tulis", "bagian"),
    [
        ("Budi2", "tanpa angka"),
        ("王小明", "huruf Latin"),
        ("\u0412udi", "huruf Latin"),
        ("Budi\u202eitnas", "tanda tersembunyi"),
        ("Bu\x00di", "tanda tersembunyi"),
        ("...", "nama lengkap"),
        ("", "nama lengkap"),
        ("a" * 121, "121 huruf"),
    ],
)
def test_what_is_no_name_is_refused_with_what_to_do(tulis: str, bagian: str) -> None:
    with pytest.raises(PydanticCustomError, match=bagian):
        nama.nama(tulis)


def test_sixty_letters_are_a_remark_for_a_recorded_name() -> None:
    assert nama.nama("a" * 61)
    assert nama.remarks("A" * 60, {}) == ()
    assert len(nama.remarks("A" * 61, {})) == 1


@given(st.text())
def test_any_text_is_a_name_or_a_sentence(teks: str) -> None:
    try:
        simpan = nama.nama(teks)
    except PydanticCustomError as tolak:
        kalimat = tolak.message()
    else:
        kalimat = "."
        assert nama.nama(simpan) == simpan
    assert kalimat.endswith(".")
