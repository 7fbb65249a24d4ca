"""The CSV registry answers what it holds; one bad cell refuses the file by line and column."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.api import Keluarga, Orang
from core.penduduk import DataPendudukSalah, PendudukCsv, TidakAda
from core.penduduk.kolom import KOLOM

FAMILY = {
    "nomor_kk": "3319990108160001",
    "kepala": "BUDI SANTOSO",
    "alamat": "JL. KENARI NO. 5",
    "rt": "002",
    "rw": "003",
    "kode_pos": "59327",
    "desa": "BAE",
    "kecamatan": "BAE",
    "kabupaten": "KUDUS",
    "provinsi": "JAWA TENGAH",
}
BUDI = FAMILY | {
    "nik": "3319991708900001",
    "nama": "BUDI SANTOSO",
    "jenis_kelamin": "LAKI-LAKI",
    "tempat_lahir": "KUDUS",
    "tanggal_lahir": "17-08-1990",
    "agama": "ISLAM",
    "pendidikan": "SLTA/SEDERAJAT",
    "pekerjaan": "WIRASWASTA",
    "golongan_darah": "O",
    "status_perkawinan": "KAWIN TERCATAT",
    "tanggal_perkawinan": "12-06-2016",
    "shdk": "KEPALA KELUARGA",
    "kewarganegaraan": "WNI",
    "paspor": "",
    "kitap": "",
    "ayah": "SUPARMAN",
    "ibu": "SULASTRI",
}
SITI = BUDI | {
    "nik": "3319996104920001",
    "nama": "SITI AMINAH",
    "jenis_kelamin": "PEREMPUAN",
    "tanggal_lahir": "21-04-1992",
    "shdk": "ISTRI",
}


def written(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "penduduk.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, KOLOM)
        table.writeheader()
        table.writerows(rows)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(DataPendudukSalah) as caught:
        PendudukCsv(path)
    sentence = str(caught.value)
    assert sentence.startswith("penduduk.csv")
    assert sentence.endswith(".")
    return sentence


async def test_a_family_is_found_by_its_number_head_first(tmp_path: Path) -> None:
    penduduk = PendudukCsv(written(tmp_path, SITI, BUDI))
    keluarga = await penduduk.keluarga("3319990108160001")
    assert isinstance(keluarga, Keluarga)
    assert [each.nama for each in keluarga.anggota] == ["BUDI SANTOSO", "SITI AMINAH"]
    assert keluarga.kepala == "BUDI SANTOSO"
    assert len(penduduk) == 2


async def test_a_person_is_found_by_number_and_knows_the_family(tmp_path: Path) -> None:
    siti = await PendudukCsv(written(tmp_path, BUDI, SITI)).orang("3319996104920001")
    assert isinstance(siti, Orang)
    assert (siti.nama, siti.nomor_kk) == ("SITI AMINAH", "3319990108160001")


@pytest.mark.parametrize("nomor", ["3319990108160002", "", "3319991708900001"])
async def test_an_unknown_number_is_answered_as_unknown(tmp_path: Path, nomor: str) -> None:
    assert await PendudukCsv(written(tmp_path, BUDI)).keluarga(nomor) == TidakAda()


async def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "penduduk.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, sorted(KOLOM))
        table.writeheader()
        table.writerow(BUDI)
    assert len(PendudukCsv(path)) == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"nik": "331999610492000"}, "baris 3 kolom nik: harus 16 angka"),
        ({"nik": "٣319996104920001"}, "baris 3 kolom nik: harus 16 angka"),
        ({"nik": "3319991708900001"}, "baris 3 kolom nik: NIK ini ada dua kali"),
        ({"nama": ""}, "baris 3 kolom nama: masih kosong"),
        ({"nama": "A" * 201}, "baris 3 kolom nama: lebih panjang"),
        ({"nama": "SITI\u202eHANIMA"}, "baris 3 kolom nama: memuat tanda"),
        ({"nama": "SITI\x00"}, "baris 3 kolom nama: memuat tanda"),
        ({"tanggal_lahir": "1992-04-21"}, "baris 3 kolom tanggal_lahir: harus tanggal"),
        ({"tanggal_lahir": "31-02-1992"}, "baris 3 kolom tanggal_lahir: harus tanggal"),
        ({"tanggal_lahir": ""}, "baris 3 kolom tanggal_lahir: masih kosong"),
        ({"tanggal_perkawinan": "kapan"}, "baris 3 kolom tanggal_perkawinan: harus tanggal"),
        ({"jenis_kelamin": "P"}, "baris 3 kolom jenis_kelamin: harus LAKI-LAKI atau PEREMPUAN"),
        ({"rt": "2"}, "baris 3 kolom rt: harus 3 angka"),
        ({"rt": "009"}, "baris 3 kolom rt: berbeda dari baris 2"),
        ({"alamat": "JL. LAIN"}, "baris 3 kolom alamat: berbeda dari baris 2"),
        ({"shdk": "KEPALA KELUARGA"}, "baris 3 kolom shdk: satu KK harus punya tepat satu"),
        ({"nomor_kk": "3319990108160009"}, "baris 3 kolom shdk: satu KK harus punya tepat satu"),
    ],
)
def test_one_bad_cell_refuses_the_file_by_line_and_column(
    tmp_path: Path, change: dict[str, str], expected: str
) -> None:
    assert expected in refusal(written(tmp_path, BUDI, SITI | change))


def test_the_head_of_the_card_must_be_the_head_of_the_family(tmp_path: Path) -> None:
    row = BUDI | {"kepala": "ORANG LAIN"}
    assert "baris 2 kolom kepala: bukan nama KEPALA KELUARGA" in refusal(written(tmp_path, row))


def test_a_refusal_never_quotes_a_person(tmp_path: Path) -> None:
    sentence = refusal(written(tmp_path, BUDI, SITI | {"nik": "33199961049200"}))
    assert "33199961" not in sentence
    assert "SITI" not in sentence


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "baris 1: kolom nomor_kk tidak ada"),
        (";".join(KOLOM), "baris 1: kolom nomor_kk tidak ada"),
        (",".join(KOLOM[:-1]), "baris 1: kolom ibu tidak ada"),
        (",".join([*KOLOM, "catatan"]), "baris 1: ada kolom yang tidak dikenal"),
        (",".join(KOLOM) + "\n1,2,3", "baris 2: harus berisi 27 kolom"),
        (",".join(KOLOM) + '\n"tidak ditutup', "bukan CSV yang utuh"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, content: str, expected: str) -> None:
    path = tmp_path / "penduduk.csv"
    path.write_text(content, "utf-8")
    assert expected in refusal(path)


def test_a_missing_file_and_one_that_is_not_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "penduduk.csv"
    assert "tidak ada atau tidak dapat dibaca" in refusal(path)
    path.write_bytes(b"\xff\xfe\x00\x01")
    assert "teks UTF-8" in refusal(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    kolom=st.sampled_from(KOLOM),
    value=st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
def test_whatever_a_cell_holds_it_is_read_or_refused_in_one_sentence(
    tmp_path: Path, kolom: str, value: str
) -> None:
    path = written(tmp_path, BUDI, SITI | {kolom: value})
    assert re.fullmatch(r"dibaca|penduduk\.csv baris \d+[^\n]*\.", outcome(path))


def outcome(path: Path) -> str:
    try:
        PendudukCsv(path)
    except DataPendudukSalah as fault:
        return str(fault)
    return "dibaca"
