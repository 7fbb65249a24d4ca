"""What the data sheet says of a child, and of whom there is none."""

from dataclasses import replace
from datetime import date

import pytest

from core.api import HasilCari, Orang
from plugins.kia.halaman import HalamanKIA, data_sheet
from plugins.kia.isian import KIABaru, KIAGanti, KIAPetugas
from plugins.kia.kode import GolonganDarah, Sebab
from tests.plugins.kia.contoh import FOTO, NOMOR_AKTA, NOMOR_KK, RAKA, bahan, diketik, tercatat


def facts(halaman: HalamanKIA) -> dict[str, str]:
    return {satu.label: satu.isi for satu in halaman.data}


BAYI = replace(RAKA, tanggal_lahir=date(2024, 2, 29))
LENGKAP = {
    "NIK": RAKA.nik,
    "Nama": "RAKA PUTRA SANTOSO",
    "Tempat/Tgl Lahir": "KUDUS, 05-05-2019",
    "Jenis Kelamin": "LAKI-LAKI",
    "Gol. Darah": "-",
    "Agama": "ISLAM",
    "Kewarganegaraan": "WNI",
    "Berlaku Hingga": "04-05-2036",
    "No. KK": NOMOR_KK,
    "Kepala Keluarga": "BUDI SANTOSO",
    "No. Akta Kelahiran": NOMOR_AKTA,
    "Alamat": "JL. KENARI 5",
    "RT/RW": "002/005",
    "Desa/Kelurahan": "BAE",
    "Kecamatan": "BAE",
    "Tempat/Tgl Terbit": "CONTOH, 08-05-2026",
}


def test_a_recorded_child_is_printed_as_the_registry_holds_it() -> None:
    halaman = data_sheet(bahan(tercatat()))
    assert facts(halaman) == LENGKAP
    assert (halaman.berfoto, halaman.latar) == (True, "MERAH")


@pytest.mark.parametrize("hasil", [HasilCari.TIDAK, HasilCari.DIAM])
def test_a_typed_child_is_printed_the_same(hasil: HasilCari) -> None:
    halaman = data_sheet(bahan(diketik(tercatat=hasil), tanpa_catatan=True))
    assert facts(halaman) == LENGKAP


def test_each_field_is_on_one_side_of_the_card() -> None:
    halaman = data_sheet(bahan(tercatat()))
    sisi = [satu.label for satu in (*halaman.depan, *halaman.belakang)]
    assert sorted(sisi) == sorted(set(LENGKAP) - {"NIK", "Tempat/Tgl Terbit"})


def test_the_small_childs_card_has_no_photo_and_ends_on_the_fifth_birthday() -> None:
    halaman = data_sheet(bahan(tercatat(BAYI, berfoto=False), BAYI))
    assert (halaman.berfoto, halaman.latar) == (False, "")
    assert facts(halaman)["Berlaku Hingga"] == "01-03-2029"


def test_the_registry_that_answers_later_wins_over_what_was_typed() -> None:
    lain = replace(RAKA, tempat_lahir="JEPARA")
    halaman = data_sheet(bahan(diketik(), lain))
    assert facts(halaman)["Tempat/Tgl Lahir"] == "JEPARA, 05-05-2019"


def test_another_childs_record_is_not_used_for_a_typed_one() -> None:
    lain = replace(RAKA, nik="3319990505190099", tempat_lahir="JEPARA")
    assert facts(data_sheet(bahan(diketik(), lain)))["Tempat/Tgl Lahir"] == "KUDUS, 05-05-2019"


def test_twins_are_told_apart_by_their_names() -> None:
    rama = replace(RAKA, nik="3319990505190004", nama="RAMA PUTRA SANTOSO")
    halaman = data_sheet(bahan(tercatat(nama="RAMA PUTRASANTOSO"), RAKA, rama))
    assert halaman.nik == rama.nik


def test_a_name_that_only_the_core_could_match_is_found_by_the_birth_date() -> None:
    gelar = replace(RAKA, nama="R. RAKA PUTRA SANTOSO")
    assert facts(data_sheet(bahan(tercatat(), gelar)))["Nama"] == gelar.nama


def test_the_blood_group_is_the_applicants_then_the_registrys() -> None:
    ber_o = replace(RAKA, golongan_darah="O")
    assert facts(data_sheet(bahan(tercatat(), ber_o)))["Gol. Darah"] == "O"
    isian = tercatat().model_copy(update={"golongan_darah": GolonganDarah.A_PLUS})
    assert facts(data_sheet(bahan(isian, ber_o)))["Gol. Darah"] == "A+"


def test_the_officers_number_wins_over_the_applicants() -> None:
    petugas = KIAPetugas(nomor_akta="3319-LT-01012021-0009")
    halaman = data_sheet(bahan(tercatat(), petugas=petugas))
    assert facts(halaman)["No. Akta Kelahiran"] == "3319-LT-01012021-0009"


def test_a_replacement_has_the_same_sheet() -> None:
    isi = tercatat().model_dump(exclude={"akta", "ktp_lain"})
    isian = KIAGanti.model_validate(isi | {"alasan": Sebab.RUSAK, "kia_rusak": FOTO})
    assert facts(data_sheet(bahan(isian))) == LENGKAP


KAWIN = replace(RAKA, status_perkawinan="KAWIN TERCATAT")
TANPA_NOMOR = tercatat().model_copy(update={"nomor_akta": None})


@pytest.mark.parametrize(
    ("isian", "orang", "kalimat"),
    [
        (tercatat(KAWIN), KAWIN, r"KAWIN TERCATAT\. KIA hanya untuk anak yang belum kawin"),
        (TANPA_NOMOR, RAKA, "Nomor akta kelahiran belum diisi"),
        (tercatat(nama="ORANG LAIN"), BAYI, "belum dapat dibaca"),
        (diketik(desa="33.19.99.2999"), BAYI, "tidak ada lagi di daftar kantor"),
        (diketik(nik=None), BAYI, "Data anak tidak lengkap"),
        (diketik(agama=None), BAYI, "Data anak tidak lengkap"),
    ],
)
def test_the_officer_is_told_why_there_is_no_sheet(
    isian: KIABaru, orang: Orang, kalimat: str
) -> None:
    with pytest.raises(ValueError, match=kalimat):
        data_sheet(bahan(isian, orang))


@pytest.mark.parametrize(
    ("berfoto", "lahir", "kalimat"),
    [
        (False, date(2021, 5, 8), "genap 5 tahun sejak 8 Mei 2026. Kembalikan permohonan"),
        (True, date(2009, 5, 8), "17 tahun sejak 8 Mei 2026. Tolak permohonan"),
    ],
)
def test_a_kind_that_the_child_has_outgrown_is_not_made(
    berfoto: bool, lahir: date, kalimat: str
) -> None:
    anak = replace(RAKA, tanggal_lahir=lahir)
    with pytest.raises(ValueError, match=kalimat):
        data_sheet(bahan(tercatat(anak, berfoto=berfoto), anak))
    sehari = replace(anak, tanggal_lahir=lahir.replace(day=9))
    assert data_sheet(bahan(tercatat(sehari, berfoto=berfoto), sehari)).berfoto is berfoto
