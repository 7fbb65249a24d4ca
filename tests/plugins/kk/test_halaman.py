"""The page as values: what is printed where, before anything is drawn."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.kk.halaman import family_card, grouped_nip
from plugins.kk.kolom import DUA, SATU, Penomoran
from tests.plugins.kk.contoh import ANAK, BUDI, HARI_INI, KANTOR, keluarga


def numbers(penomoran: Penomoran) -> list[str]:
    halaman = family_card(keluarga(), KANTOR, HARI_INI, penomoran=penomoran)
    golongan = (*halaman.satu, *halaman.dua)
    return [kolom.nomor for satu in golongan for kolom in satu.kolom]


def test_the_columns_are_those_of_the_regulation_and_fill_the_page() -> None:
    for tabel in (SATU, DUA):
        assert 7 + sum(kolom.lebar for kolom in tabel) == 277


def test_numbers_begin_at_the_name_and_may_begin_at_the_row() -> None:
    assert numbers(Penomoran.NAMA) == [f"({n})" for n in range(1, 18)]
    assert numbers(Penomoran.NO) == [f"({n})" for n in range(2, 19)]


def test_immigration_papers_and_parents_stand_under_common_titles() -> None:
    halaman = family_card(keluarga(), KANTOR, HARI_INI)
    groups = {satu.judul: len(satu.kolom) for satu in halaman.dua if satu.judul}
    assert groups == {"Dokumen Imigrasi": 2, "Nama Orang Tua": 2}
    assert all(not satu.judul for satu in halaman.satu)


def test_both_tables_carry_the_same_row_numbers_through_all_sheets() -> None:
    halaman = family_card(keluarga(13), KANTOR, HARI_INI)
    nomor = [baris.nomor for lembar in halaman.lembar for baris in lembar.baris]
    assert nomor == list(range(1, 21))


def test_data_are_in_capitals_with_a_dash_for_nothing_and_unused_rows_are_empty() -> None:
    halaman = family_card(keluarga(1, nama="Siti  aminah", paspor=""), KANTOR, HARI_INI)
    baris = halaman.lembar[0].baris
    assert baris[0].satu[0].teks == "SITI AMINAH"
    assert baris[0].dua[4].teks == "-"
    assert {sel.teks for satu in baris[1:] for sel in (*satu.satu, *satu.dua)} == {""}


@pytest.mark.parametrize(
    ("status", "teks"),
    [
        ("KAWIN TERCATAT", "01-08-2016"),
        ("Kawin Belum Tercatat", "01-08-2016"),
        ("CERAI HIDUP TERCATAT", "01-08-2016"),
        ("CERAI MATI", "-"),
        ("BELUM KAWIN", "-"),
    ],
)
def test_a_date_of_marriage_is_printed_for_four_states_only(status: str, teks: str) -> None:
    satu = keluarga(1, status_perkawinan=status)
    assert family_card(satu, KANTOR, HARI_INI).lembar[0].baris[0].dua[1].teks == teks


def test_the_signer_comes_from_the_office() -> None:
    halaman = family_card(keluarga(), KANTOR, date(2026, 1, 9))
    assert halaman.jabatan.startswith("KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KABUPATEN")
    assert halaman.kepala_dinas.teks == "DRA. RUKMINI CONTOH, M.SI."
    assert halaman.dikeluarkan == "09-01-2026"


def test_an_officials_number_is_grouped_as_it_is_read() -> None:
    assert grouped_nip("199901012025012001") == "19990101 202501 2 001"
    assert grouped_nip("19990101 202501 2 001") == "19990101 202501 2 001"
    assert grouped_nip("belum ada") == "belum ada"


def test_a_card_that_contradicts_itself_is_refused() -> None:
    satu = keluarga()
    with pytest.raises(ValueError, match="baris pertama"):
        family_card(replace(satu, kepala="ORANG LAIN"), KANTOR, HARI_INI)
    with pytest.raises(ValueError, match="baris pertama"):
        family_card(replace(satu, anggota=()), KANTOR, HARI_INI)
    twice = (BUDI, replace(ANAK, nik=BUDI.nik))
    with pytest.raises(ValueError, match="dua kali"):
        family_card(replace(satu, anggota=twice), KANTOR, HARI_INI)
