"""A list of villages is right in every row, or it is refused with the row and column named."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.kantor.salah import PengaturanSalah
from core.kantor.wilayah import read_villages

HEADER = "kode,nama,kecamatan,kode_pos\n"
GOOD = "33.19.01.2001,Bakalankrapyak,Kaliwungu,59332\n"


def read(folder: Path, content: str) -> int:
    path = folder / "desa.csv"
    path.write_text(content, "utf-8", newline="")
    return len(read_villages(path, wilayah="33.19"))


def test_a_good_list_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER + GOOD) == 1


def test_a_list_saved_by_a_spreadsheet_with_its_mark_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + HEADER + GOOD.replace("\n", "\r\n")) == 1


def test_a_village_without_postal_code_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER + GOOD.replace("59332", "")) == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "desa.csv baris 1: judul kolom"),
        ("kode;nama;kecamatan;kode_pos\n", "desa.csv baris 1: judul kolom"),
        (HEADER, "tidak ada satu desa pun"),
        (HEADER + "33.19.01.2001,Bae\n", "desa.csv baris 2: harus berisi 4 kolom"),
        (HEADER + GOOD + GOOD, "desa.csv baris 3 kolom kode: kode ini sudah dipakai"),
        (HEADER + GOOD.replace("33.19.01.2001", "64.09.01.2001"), "baris 2 kolom kode: bukan"),
        (HEADER + GOOD.replace(".2001", ".9001"), "baris 2 kolom kode: bukan"),
        (HEADER + GOOD.replace("33.19.01.2001", "3319012001"), "baris 2 kolom kode: bukan"),
        (HEADER + GOOD.replace("2001", "٢٠٠١"), "baris 2 kolom kode: bukan"),
        (HEADER + GOOD.replace("Bakalankrapyak", " "), "baris 2 kolom nama: masih kosong"),
        (HEADER + GOOD.replace("Kaliwungu", ""), "baris 2 kolom kecamatan: masih kosong"),
        (HEADER + GOOD.replace("59332", "5933"), "baris 2 kolom kode_pos: harus 5 angka"),
        (HEADER + '33.19.01.2001,"Bae', "bukan CSV yang utuh"),
    ],
)
def test_a_bad_row_refuses_the_list(tmp_path: Path, content: str, expected: str) -> None:
    with pytest.raises(PengaturanSalah) as caught:
        read(tmp_path, content)
    assert expected in str(caught.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(junk=st.text(max_size=60))
def test_whatever_stands_in_a_row_it_is_read_or_refused_in_one_sentence(
    tmp_path: Path, junk: str
) -> None:
    path = tmp_path / "desa.csv"
    path.write_bytes((HEADER + GOOD + junk).encode("utf-8", "surrogatepass"))
    assert re.fullmatch(r"dibaca|desa\.csv[^\n]*\.", outcome(path))


def outcome(path: Path) -> str:
    try:
        read_villages(path, wilayah="33.19")
    except PengaturanSalah as fault:
        return str(fault)
    return "dibaca"
