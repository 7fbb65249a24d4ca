"""Who is on the letter: everybody who moves, once, and nobody else; contradictions are refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from core.api import HasilCari, Orang
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.kode import JenisPindah, Siapa, StatusKK, Tinggal
from plugins.pindah.rombongan import Rombongan, party
from tests.plugins.pindah.contoh import (
    AISYAH,
    BUDI,
    FOTO,
    KELUARGA,
    RIZKY,
    SITI,
    bahan,
    baris,
    diketik,
    tercatat,
)

ISTRI_KEPALA: dict[str, Any] = {
    "tinggal": Tinggal.KEPALA_BARU,
    "kepala_baru": SITI.nama,
    "lahir_kepala_baru": SITI.tanggal_lahir,
    "kepala_baru_di_kk": HasilCari.ADA,
}
DENGAN_KUASA: dict[str, Any] = {"kuasa_asuh": FOTO}


def moved(isian: PindahKeluar, *anggota: Orang) -> Rombongan:
    return party(bahan(isian, *anggota), isian)


def names(isian: PindahKeluar, *anggota: Orang) -> list[str]:
    return [satu.nama for satu in moved(isian, *anggota).pindah]


def rows(*orang: Orang) -> list[dict[str, object]]:
    return [baris(satu) for satu in orang]


def refusal(isian: PindahKeluar, *anggota: Orang) -> str:
    with pytest.raises(PydanticCustomError) as salah:
        moved(isian, *anggota)
    return str(salah.value)


@pytest.mark.parametrize(
    ("siapa", "ikut", "jenis", "pindah", "tinggal"),
    [
        (Siapa.SEMUA, (), JenisPindah.SEMUA, KELUARGA, None),
        (Siapa.KEPALA, (), JenisPindah.KEPALA, (BUDI,), StatusKK.BARU),
        (Siapa.KEPALA, (RIZKY,), JenisPindah.SEBAGIAN, (BUDI, RIZKY), StatusKK.BARU),
        (Siapa.KEPALA, (RIZKY, BUDI), JenisPindah.SEBAGIAN, (BUDI, RIZKY), StatusKK.BARU),
        (Siapa.ANGGOTA, (AISYAH, SITI), JenisPindah.ANGGOTA, (SITI, AISYAH), StatusKK.TETAP),
        (Siapa.ANGGOTA, (SITI, SITI), JenisPindah.ANGGOTA, (SITI,), StatusKK.TETAP),
    ],
)
def test_the_kind_of_move_and_the_order_follow_from_the_family_card(
    siapa: Siapa,
    ikut: tuple[Orang, ...],
    jenis: JenisPindah,
    pindah: tuple[Orang, ...],
    tinggal: StatusKK | None,
) -> None:
    tambahan = ISTRI_KEPALA if siapa is Siapa.KEPALA else {}
    isian = tercatat(siapa, anggota=rows(*ikut), **tambahan)
    assert names(isian) == [satu.nama for satu in pindah]
    assert moved(isian).jenis is jenis
    assert isian.status_tinggal is tinggal


def test_a_family_of_one_moves_as_its_head() -> None:
    assert moved(tercatat(), BUDI).jenis is JenisPindah.KEPALA


def test_a_child_alone_moves_with_the_parents_letter() -> None:
    isian = tercatat(Siapa.ANGGOTA, anak_saja=rows(RIZKY), **DENGAN_KUASA)
    assert names(isian) == [RIZKY.nama]


def test_children_said_to_go_with_a_parent_who_stays_are_refused() -> None:
    isian = tercatat(Siapa.ANGGOTA, anggota=rows(RIZKY, AISYAH))
    assert "F-1.03A" in refusal(isian)


def test_a_married_child_moves_like_an_adult() -> None:
    kawin = replace(RIZKY, tanggal_lahir=date(2010, 1, 1), status_perkawinan="KAWIN TERCATAT")
    isian = tercatat(Siapa.ANGGOTA, anggota=rows(kawin))
    assert names(isian, BUDI, SITI, kawin) == [RIZKY.nama]


def test_the_head_who_is_named_among_the_members_is_refused() -> None:
    assert "Kepala keluarga ada di daftar" in refusal(
        tercatat(Siapa.ANGGOTA, anggota=rows(BUDI, SITI))
    )


def test_a_family_of_which_nobody_stays_has_nobody_to_head() -> None:
    isian = tercatat(Siapa.KEPALA, anggota=rows(RIZKY, AISYAH), **ISTRI_KEPALA)
    assert "tidak ada yang tinggal" in refusal(isian, BUDI, RIZKY, AISYAH)


def test_the_new_head_is_an_adult_of_those_who_stay() -> None:
    anak = ISTRI_KEPALA | {"kepala_baru": RIZKY.nama, "lahir_kepala_baru": RIZKY.tanggal_lahir}
    assert "belum 17 tahun" in refusal(tercatat(Siapa.KEPALA, **anak))
    orang = ISTRI_KEPALA | {"kepala_baru": "ORANG LAIN", "lahir_kepala_baru": date(1980, 1, 1)}
    assert "tidak ditemukan" in refusal(tercatat(Siapa.KEPALA, **orang))


def test_a_person_whom_the_family_does_not_hold_is_refused() -> None:
    lain = replace(SITI, nama="ORANG LAIN", tanggal_lahir=date(1980, 1, 1))
    assert "tidak ditemukan" in refusal(tercatat(Siapa.ANGGOTA, anggota=rows(lain)))


def test_twins_are_told_apart_by_their_names() -> None:
    kembar = replace(RIZKY, nik="3319990302170002", nama="RIZKA PRATIWI SANTOSO")
    semua = (BUDI, SITI, RIZKY, kembar)
    isian = tercatat(Siapa.ANGGOTA, anak_saja=rows(kembar), **DENGAN_KUASA)
    assert names(isian, *semua) == [kembar.nama]
    ketiga = rows(replace(kembar, nama="RIZKI"))
    assert "tidak ditemukan" in refusal(
        tercatat(Siapa.ANGGOTA, anak_saja=ketiga, **DENGAN_KUASA), *semua
    )


def test_a_title_in_the_record_does_not_hide_its_bearer() -> None:
    bergelar = replace(SITI, nama="Hj. SITI AMINAH, S.Pd.")
    isian = tercatat(Siapa.ANGGOTA, anggota=rows(SITI))
    assert names(isian, BUDI, bergelar) == [bergelar.nama]


def test_a_silent_registry_leaves_the_page_to_what_was_typed() -> None:
    isian = diketik(anggota=[baris(SITI, None)])
    hasil = party(bahan(isian, tanpa_catatan=True), isian)
    assert [(satu.nik, satu.shdk) for satu in hasil.pindah] == [
        (BUDI.nik, "Kepala Keluarga"),
        (SITI.nik, "Anak"),
    ]
    assert hasil.jenis is JenisPindah.SEMUA


def test_a_known_family_whose_record_cannot_be_read_waits() -> None:
    isian = tercatat()
    with pytest.raises(PydanticCustomError, match="belum dapat dibaca"):
        party(bahan(isian, tanpa_catatan=True), isian)


@pytest.mark.parametrize("lubang", ["nik", "alamat", "rt_rw", "desa"])
def test_a_typed_family_with_a_hole_is_returned(lubang: str) -> None:
    kosong: dict[str, Any] = {lubang: None}
    assert "tidak lengkap" in refusal(diketik(**kosong))


def test_typed_children_alone_are_returned_without_a_letter() -> None:
    anak = [baris(RIZKY, None)]
    assert "F-1.03A" in refusal(diketik(Siapa.ANGGOTA, anggota=anak))
    assert names(diketik(Siapa.ANGGOTA, anak_saja=anak, **DENGAN_KUASA)) == [RIZKY.nama]


def test_a_move_of_nobody_is_returned() -> None:
    assert "Belum ada yang pindah" in refusal(tercatat(Siapa.ANGGOTA))
    assert "Belum ada yang pindah" in refusal(diketik(Siapa.ANGGOTA))


def test_a_village_that_the_office_does_not_have_is_told() -> None:
    isian = tercatat()
    kosong = replace(bahan(isian), desa={})
    with pytest.raises(PydanticCustomError, match="daftar kantor"):
        party(kosong, isian)


_umur = st.dates(date(1930, 1, 1), date(2026, 5, 1))


@given(st.lists(_umur, min_size=1, max_size=12), st.data())
def test_of_any_family_those_who_are_named_move_and_the_others_do_not(
    lahir: list[date], data: st.DataObject
) -> None:
    anggota = tuple(
        replace(
            BUDI if n == 0 else RIZKY,
            nik=f"33199901010100{n:02d}",
            nama=f"ORANG {chr(65 + n)}",
            tanggal_lahir=date(1960, 1, 1) if n == 0 else satu,
        )
        for n, satu in enumerate(lahir)
    )
    pilih = data.draw(st.lists(st.sampled_from(anggota), max_size=12))
    kepala = anggota[0] in pilih
    isian = tercatat(
        Siapa.KEPALA if kepala else Siapa.ANGGOTA,
        oleh=anggota[0],
        anak=rows(*pilih),
        tinggal=Tinggal.WALI if kepala else None,
        **DENGAN_KUASA,
    )
    harapan = [satu.nama for satu in anggota if satu in pilih]
    if len(harapan) == len(anggota):
        assert "tidak ada yang tinggal" in refusal(isian, *anggota)
    elif harapan:
        assert names(isian, *anggota) == harapan
    else:
        assert "Belum ada yang pindah" in refusal(isian, *anggota)
