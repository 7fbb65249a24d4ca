"""What the letter says, box by box; a move that needs no letter is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from core.api import Tempat
from plugins.pindah.halaman import HalamanSKPWNI, halaman_skpwni
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.kode import AlasanPindah, Siapa, Tinggal
from plugins.pindah.petugas import PindahPetugas
from tests.plugins.pindah.contoh import (
    BUDI,
    GONDANGMANIS,
    KRAPYAK,
    MERAUKE,
    NOMOR,
    SITI,
    bahan,
    baris,
    diketik,
    keluarga,
    tercatat,
)


def page(isian: PindahKeluar, **petugas: object) -> HalamanSKPWNI:
    isi = PindahPetugas.model_validate({"nomor_skpwni": NOMOR} | petugas)
    return halaman_skpwni(bahan(isian, petugas=isi))


def value(halaman: HalamanSKPWNI, label: str) -> str:
    (satu,) = (satu for satu in (*halaman.asal, *halaman.kepindahan) if satu.label == label)
    return satu.isi


@pytest.mark.parametrize(
    ("tujuan", "antar", "kotak"),
    [
        ("33.74.10.1001", "ANTAR KABUPATEN/KOTA", "4. ANTAR KABUPATEN/KOTA"),
        (MERAUKE.kode, "ANTAR PROVINSI", "5. ANTAR PROVINSI"),
    ],
)
def test_the_letter_says_how_far_the_move_goes(tujuan: str, antar: str, kotak: str) -> None:
    halaman = page(tercatat(tujuan=tujuan))
    assert halaman.antar == antar
    assert value(halaman, "Klasifikasi Pindah") == kotak


@pytest.mark.parametrize(
    ("kode", "jauh"),
    [
        ("33.19.06.2004", "dalam satu desa/kelurahan"),
        (GONDANGMANIS.kode, "antar desa/kelurahan"),
        (KRAPYAK.kode, "antar kecamatan"),
    ],
)
@pytest.mark.parametrize("filed", [tercatat, diketik])
def test_a_move_within_the_kabupaten_gets_no_letter(
    kode: str, jauh: str, filed: Callable[..., PindahKeluar]
) -> None:
    tempat = Tempat(kode, "Jawa Tengah", "Contoh", "Bae", "Bae")
    isian = filed(tujuan=MERAUKE.kode, tujuan_lain=kode)
    with pytest.raises(PydanticCustomError, match=f"{jauh}, jadi tanpa SKPWNI: cukup KK"):
        halaman_skpwni(bahan(isian, tempat=tempat))


def test_a_known_family_is_printed_as_the_registry_holds_it() -> None:
    halaman = page(tercatat(oleh=SITI))
    assert value(halaman, "Nomor Kartu Keluarga") == "3319990108160001"
    assert value(halaman, "Nama Kepala Keluarga") == "BUDI SANTOSO"
    assert value(halaman, "NIK Pemohon") == SITI.nik
    assert value(halaman, "Alamat Tujuan Pindah") == "JL. NGESREP 12"
    assert [(satu.nomor, satu.shdk) for satu in halaman.pindah] == [
        (1, "KEPALA KELUARGA"), (2, "ISTRI"), (3, "ANAK"), (4, "ANAK"),
    ]  # fmt: skip
    assert [(satu.nomor, satu.isi) for satu in halaman.wilayah] == [
        ("33", "JAWA TENGAH"), ("19", "CONTOH"), ("06", "BAE"), ("2004", "BAE"),
    ]  # fmt: skip


def test_a_typed_family_is_printed_the_same() -> None:
    anggota = [
        baris(satu, None) | {"shdk": "3" if satu is SITI else "4"}
        for satu in keluarga(BUDI, SITI).anggota[1:]
    ]
    diisi, dicatat = diketik(anggota=anggota), tercatat()
    satu = halaman_skpwni(bahan(diisi, tanpa_catatan=True))
    assert satu == halaman_skpwni(bahan(dicatat, BUDI, SITI))


@pytest.mark.parametrize(
    ("tinggal", "kotak"),
    [(Tinggal.WALI, "2. MEMBUAT KK BARU"), (Tinggal.NUMPANG, "1. NUMPANG KK")],
)
def test_the_boxes_for_those_who_stay_and_those_who_move(tinggal: Tinggal, kotak: str) -> None:
    halaman = page(tercatat(Siapa.KEPALA, tinggal=tinggal))
    assert value(halaman, "Status KK bagi yang Tidak Pindah") == kotak
    assert value(halaman, "Status KK bagi yang Pindah") == "3. NOMOR KK TETAP"
    assert value(halaman, "Jenis Kepindahan") == "1. KEPALA KELUARGA"


def test_where_nobody_stays_the_box_is_a_dash() -> None:
    assert value(page(tercatat()), "Status KK bagi yang Tidak Pindah") == "-"


def test_another_reason_stands_beside_its_box() -> None:
    halaman = page(tercatat(alasan=AlasanPindah.LAINNYA, alasan_lain="Pulang kampung"))
    assert value(halaman, "Alasan Pindah") == "7. LAINNYA (PULANG KAMPUNG)"


def test_the_postcode_is_the_typed_one_else_that_of_the_list() -> None:
    kode = [satu.isi for satu in page(tercatat()).kepindahan if satu.label == "Kode Pos"]
    assert kode == ["50275"]
    kode = [
        satu.isi
        for satu in page(tercatat(kode_pos_tujuan="12345")).kepindahan
        if satu.label == "Kode Pos"
    ]
    assert kode == ["12345"]


def test_the_date_is_the_officers_else_the_day_of_issue() -> None:
    assert page(tercatat()).tempat_tanggal == "Contoh, 8 Mei 2026"
    kemarin = page(tercatat(), tanggal_terbit=date(2026, 5, 7), berlaku_sampai=date(2026, 6, 6))
    assert kemarin.tempat_tanggal == "Contoh, 7 Mei 2026"
    assert kemarin.berlaku == "Surat keterangan ini berlaku sampai 6 Juni 2026."
    assert page(tercatat()).berlaku == ""


def test_without_the_officers_form_there_is_no_letter() -> None:
    with pytest.raises(PydanticCustomError, match="Formulir petugas belum diisi"):
        halaman_skpwni(bahan(tercatat(), petugas=None))


def test_a_destination_that_the_list_lost_is_told() -> None:
    tanpa = replace(bahan(tercatat()), wilayah={})
    with pytest.raises(PydanticCustomError, match="daftar wilayah"):
        halaman_skpwni(tanpa)
