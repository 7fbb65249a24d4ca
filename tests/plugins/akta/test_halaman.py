"""What the deed says: each variant of the sentence, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from core.api import HasilCari, Tempat, Unggahan
from plugins.akta.halaman import HalamanAkta, excerpt
from plugins.akta.isian import AktaLahir
from plugins.akta.kode import Kalimat
from tests.plugins.akta.contoh import (
    AYAH,
    HARI_INI,
    IBU,
    LAHIR,
    NOMOR_AKTA,
    TANPA_AYAH,
    bahan,
    diisi,
)

AWAL = [
    ("Berdasarkan Akta Kelahiran Nomor", NOMOR_AKTA, ""),
    ("bahwa di", "KABUPATEN KUDUS", ""),
    (
        "pada tanggal",
        "TIGA MEI TAHUN DUA RIBU DUA PULUH ENAM",
        "the third of May, two thousand and twenty-six",
    ),
    ("telah lahir", "RAKA PUTRA SANTOSO", ""),
]
ANAK = ("anak ke", "DUA, LAKI-LAKI", "two, male")
AYAH_IBU = [("dari ayah", "BUDI SANTOSO", ""), ("dan ibu", "SITI AMINAH", "")]
BELUM = "yang perkawinannya belum tercatat sesuai dengan peraturan perundang-undangan"


def said(halaman: HalamanAkta) -> list[tuple[str, str, str]]:
    return [(satu.id, satu.isi, satu.inggris) for satu in halaman.baris]


def test_the_child_of_a_married_couple() -> None:
    assert said(excerpt(bahan())) == [*AWAL, ANAK, *AYAH_IBU]


def test_the_child_of_a_couple_whose_marriage_is_not_registered() -> None:
    halaman = excerpt(bahan(kalimat=Kalimat.SPTJM))
    assert said(halaman) == [*AWAL, ANAK, *AYAH_IBU, (BELUM, "", "")]
    assert halaman.baris[-1].en.startswith("whose marriage has not been registered")


def test_the_child_of_a_mother_alone_names_no_father() -> None:
    halaman = excerpt(bahan(diisi(**TANPA_AYAH), Kalimat.IBU))
    assert said(halaman) == [*AWAL, ANAK, ("dari seorang ibu", "SITI AMINAH", "")]


def test_the_officer_may_leave_the_father_out_though_he_was_typed() -> None:
    assert said(excerpt(bahan(kalimat=Kalimat.IBU)))[-1][0] == "dari seorang ibu"


def test_of_a_foundling_neither_parents_nor_order_are_said() -> None:
    halaman = excerpt(bahan(kalimat=Kalimat.TEMUAN))
    assert said(halaman)[4] == ("seorang anak", "LAKI-LAKI", "male")
    assert "asal usul" in halaman.baris[-1].id
    assert not any("SITI" in satu.isi for satu in halaman.baris)


def test_a_girl_is_a_girl_in_both_languages() -> None:
    halaman = excerpt(bahan(diisi(jenis_kelamin="perempuan", kelahiran_ke=11)))
    assert said(halaman)[4] == ("anak ke", "SEBELAS, PEREMPUAN", "eleven, female")


def test_the_excerpt_is_dated_on_the_day_of_issue_and_signed_by_the_registrar() -> None:
    halaman = excerpt(bahan())
    assert [satu.isi for satu in halaman.penutup] == [
        "CONTOH",
        "DELAPAN MEI TAHUN DUA RIBU DUA PULUH ENAM",
    ]
    assert halaman.pejabat == "PEJABAT PENCATATAN SIPIL KABUPATEN CONTOH"
    assert halaman.nip == "19990101 202501 2 001"
    assert halaman.nik == "3319990305260001"


def test_a_city_is_called_a_city() -> None:
    semarang = Tempat(
        "33.74", provinsi="Jawa Tengah", kabupaten="Semarang", jenis_kabupaten="Kota"
    )
    halaman = excerpt(bahan(diisi(tempat_kelahiran="33.74"), tempat=semarang))
    assert said(halaman)[1][1] == "KOTA SEMARANG"


def test_parents_are_printed_as_the_registry_writes_them() -> None:
    halaman = excerpt(bahan(ibu=replace(IBU, nama="Hj. SITI AMINAH, S.Pd.")))
    assert said(halaman)[-1][1] == "HJ. SITI AMINAH, S.PD."


def typed(**ganti: object) -> AktaLahir:
    dasar: dict[str, object] = {
        "ibu_tercatat": HasilCari.DIAM,
        "nik_ibu": IBU.nik,
        "ayah_tercatat": HasilCari.DIAM,
        "nik_ayah": AYAH.nik,
        "kk": Unggahan.model_validate(diisi().surat_lahir),
    }
    return diisi(**(dasar | ganti))


def test_typed_parents_are_printed_as_they_were_typed() -> None:
    assert said(excerpt(bahan(typed(), tanpa_catatan=True))) == [*AWAL, ANAK, *AYAH_IBU]


def test_another_familys_record_is_not_used_for_typed_parents() -> None:
    lain = replace(IBU, nik="3319996104920099", nama="SITI  AMINAH")
    assert said(excerpt(bahan(typed(), ibu=lain)))[-1][1] == "SITI AMINAH"


def test_a_recorded_childs_name_is_printed_as_it_is_recorded() -> None:
    isian = diisi(
        nama_anak=None, nama_di_kk="NUR'AINI", sudah_di_kk=True, tanggal_lahir=date(2019, 5, 3)
    )
    assert said(excerpt(bahan(isian)))[3][1] == "NUR'AINI"


def test_the_officer_is_told_why_there_is_no_deed() -> None:
    with pytest.raises(ValueError, match="belum dapat dibaca"):
        excerpt(bahan(tanpa_catatan=True))
    with pytest.raises(ValueError, match="Nama ayah tidak diisi"):
        excerpt(bahan(diisi(**TANPA_AYAH), Kalimat.NIKAH))
    with pytest.raises(ValueError, match="lebih awal dari tanggal lahir"):
        excerpt(bahan(tanggal_pencatatan=date(2026, 5, 2)))
    with pytest.raises(ValueError, match="sama dengan NIK orang tuanya"):
        excerpt(bahan(nik_anak=AYAH.nik))
    with pytest.raises(ValueError, match="Formulir petugas belum diisi"):
        excerpt(replace(bahan(), petugas=None))
    with pytest.raises(ValueError, match="Kode wilayah"):
        excerpt(replace(bahan(), wilayah={}))


def test_a_birth_registered_on_its_own_day_is_printed() -> None:
    assert excerpt(bahan(tanggal_pencatatan=LAHIR)).baris
    assert LAHIR < HARI_INI


def test_an_officials_number_of_another_length_is_printed_as_it_is() -> None:
    dasar = bahan()
    kantor = replace(dasar.kantor, kepala_nip="12345")
    assert excerpt(replace(dasar, kantor=kantor)).nip == "12345"
