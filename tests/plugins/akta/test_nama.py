"""The name of a newborn, rule by rule of Permendagri 73/2022."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.akta.nama import advise, new_name

BAIK = ("RAKA PUTRA SANTOSO", "SITI NURAINI", "ANAK AGUNG GEDE", "RADEN AJENG KARTINI", "SRI")


@pytest.mark.parametrize("nama", BAIK)
def test_a_good_name_is_taken_as_it_is(nama: str) -> None:
    assert new_name(nama) == nama


@pytest.mark.parametrize(
    ("ditulis", "jadi"),
    [
        ("raka putra", "RAKA PUTRA"),
        ("  Raka   Putra ", "RAKA PUTRA"),
        ("Raka\tPutra", "RAKA PUTRA"),
    ],
)
def test_case_and_spaces_are_put_right(ditulis: str, jadi: str) -> None:
    assert new_name(ditulis) == jadi


@pytest.mark.parametrize(
    ("nama", "kalimat"),
    [
        # Pasal 4 ayat (2) huruf b
        ("A" * 30 + " " + "B" * 30, "paling panjang 60 huruf termasuk spasi"),
        # Pasal 5 ayat (3) huruf a
        ("MUH RIZKY", "MUHAMMAD"),
        ("ABD RAHMAN", "ABDUL"),
        ("RIZKY A", "tidak boleh disingkat"),
        ("M RIZKY", "tidak boleh disingkat"),
        # Pasal 5 ayat (3) huruf b
        ("NUR'AINI", "tanda baca"),
        ("NUR\u2019AINI", "tanda baca"),
        ("M. RIZKY", "tanda baca"),
        ("ANNA-MARIA", "tanda baca"),
        ("RAKA 2", "angka"),
        ("RAKA \u0662", "angka"),
        # Pasal 5 ayat (3) huruf c
        ("DR RAKA PUTRA", "gelar"),
        ("HAJI RAKA PUTRA", "gelar"),
        ("PENDETA YOHANES", "gelar"),
        # Pasal 5 ayat (1)
        ("JOSÉ PUTRA", "Ganti “É” dengan E"),
        ("王 PUTRA", "A sampai Z"),
        ("RAKA\u202ePUTRA", "tersembunyi"),
        ("", "Ketik nama"),
        ("   ", "Ketik nama"),
    ],
)
def test_what_the_law_forbids_is_refused_with_the_way_out(nama: str, kalimat: str) -> None:
    with pytest.raises(ValueError, match=kalimat):
        new_name(nama)


@pytest.mark.parametrize("panjang", [59, 60])
def test_sixty_letters_with_spaces_are_the_last_that_fit(panjang: int) -> None:
    assert new_name(("RAKA " * 12 + "P" * 5)[:panjang])


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("RAKA", "dua kata"),
        ("RAAAKA PUTRA", "mudah dibaca"),
        ("RSTKLM PUTRA", "mudah dibaca"),
        ("NG PUTRA", "mudah dibaca"),
        ("A" * 21 + " PUTRA", "mudah dibaca"),
        ("IBLIS PUTRA", "makna negatif"),
    ],
)
def test_what_the_law_advises_is_said_and_the_name_is_taken(nama: str, kata: str) -> None:
    assert new_name(nama) == nama
    catatan = " ".join(advise(nama))
    assert kata.split()[-1] in catatan
    assert all(satu.endswith(".") for satu in advise(nama))


@pytest.mark.parametrize("nama", BAIK[:-1])
def test_a_good_name_is_not_remarked_on(nama: str) -> None:
    assert advise(nama) == ()


@given(st.text(max_size=80))
def test_whatever_is_typed_a_name_is_plain_or_refused(teks: str) -> None:
    try:
        nama = new_name(teks)
    except ValueError:
        return
    assert 0 < len(nama) <= 60
    assert all(huruf == " " or "A" <= huruf <= "Z" for huruf in nama)
    assert new_name(nama) == nama
    assert unicodedata.normalize("NFC", nama) == nama
