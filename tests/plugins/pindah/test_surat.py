"""The statements that come pre-filled: what stands in them, and what is left to the pen."""

from dataclasses import replace
from typing import Any

import pytest

from core.api import Bahan
from plugins.pindah.berangkat import care_of_children
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.kode import Siapa, Tinggal
from plugins.pindah.menetap import care_by_guardian, welcome_in_another_card
from plugins.pindah.surat import BARIS_ORANG, Pernyataan
from tests.plugins.letak import sheets_of, words_of
from tests.plugins.pindah.cetakan import printed
from tests.plugins.pindah.contoh import AISYAH, NOMOR_KK, RIZKY, bahan, baris, diketik, tercatat

PANJANG = ("RADEN AJENG MWANGUNKUSUMO " * 5)[:120].strip()


def unfinished(**isi: Any) -> Bahan:
    """What a letter is made of: answers under their own types, and nothing for the rest."""
    kosong: dict[str, Any] = dict.fromkeys(PindahKeluar.model_fields)
    utuh = bahan(tercatat(), petugas=None)
    return replace(utuh, isian=PindahKeluar.model_construct(**(kosong | isi)))


def text(surat: Pernyataan) -> str:
    return "".join(map(words_of, sheets_of(printed(surat, templat="pernyataan.html"))))


def test_the_children_who_move_alone_stand_in_the_power_of_care() -> None:
    filed = diketik(
        Siapa.ANGGOTA, anak_saja=[baris(RIZKY, None), baris(AISYAH, None)], kuasa_asuh=None
    )
    surat = care_of_children(unfinished(nomor_kk=NOMOR_KK, anak_saja=filed.anak_saja))
    semua = text(surat)
    for teks in ("F-1.03A", "METERAI", "Pemberikuasa", "Penerimakuasa", NOMOR_KK):
        assert teks in semua
    for anak in (RIZKY, AISYAH):
        assert anak.nama.replace(" ", "") + anak.nik in semua


def test_a_number_that_nobody_asked_for_is_left_to_the_pen() -> None:
    filed = tercatat(Siapa.ANGGOTA, anak_saja=[baris(RIZKY)])
    surat = care_of_children(unfinished(nomor_kk=NOMOR_KK, anak_saja=filed.anak_saja))
    assert surat.orang == ((RIZKY.nama, ""), *([("", "")] * (BARIS_ORANG - 1)))


def test_the_guardian_stands_in_the_power_of_care_of_those_who_stay() -> None:
    surat = care_by_guardian(
        unfinished(
            nomor_kk=NOMOR_KK, tinggal=Tinggal.WALI, wali="SUTRISNO", nik_wali="3319990911680001"
        )
    )
    assert "SUTRISNO" in text(surat)
    assert "3319990911680001" in text(surat)


def test_the_head_who_takes_them_in_stands_in_the_statement() -> None:
    semua = text(
        welcome_in_another_card(
            unfinished(kepala_tumpangan="SUTRISNO", kk_tumpangan="3319991503110001")
        )
    )
    for teks in ("F-1.03B", "SUTRISNO", "3319991503110001", "METERAI"):
        assert teks in semua
    assert "Penerimakuasa" not in semua


@pytest.mark.parametrize("banyak", [1, 5, 8])
def test_the_longest_names_are_printed_whole(banyak: int) -> None:
    nik = [f"33199903021700{n:02d}" for n in range(1, banyak + 1)]
    isi = [baris(replace(RIZKY, nama=PANJANG, nik=nomor), None) for nomor in nik]
    filed = diketik(Siapa.ANGGOTA, anak_saja=isi)
    semua = text(care_of_children(unfinished(nomor_kk=NOMOR_KK, anak_saja=filed.anak_saja)))
    assert all(PANJANG.replace(" ", "") + nomor in semua for nomor in nik)
    assert semua.endswith("namajelasnamajelas")
