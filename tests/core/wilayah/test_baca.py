"""The files are those that the tool wrote, and a broken one is not read as if it were whole."""

import hashlib
from pathlib import Path

import pytest

from core.wilayah.baca import DATA, read_country, read_former
from core.wilayah.wilayah import Tingkat

KECIL = """=33 Jawa Tengah
-19 Kabupaten Kudus
.01 Kaliwungu|59332
2001 Bakalankrapyak
2002 Prambatan Kidul|59333
2003 Tanpa Pos|0
"""


def test_the_files_were_not_touched_since_they_were_made() -> None:
    lines = [line.split("  ") for line in (DATA / "SHA256SUMS").read_text().splitlines()]
    sums = {name: digest for digest, name in lines}
    made = [name for name in sums if not name.endswith(".whl")]
    assert sorted(made) == ["dahulu.tsv", "wilayah.txt"]
    for name in made:
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == sums[name]


def test_the_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 2_000_000


def test_licences_lie_beside_the_files() -> None:
    for name in ("LICENSE-wilayah.txt", "LICENSE-kodepos.txt", "LICENSE-nomiden.txt"):
        assert "Permission is hereby granted" in (DATA / name).read_text()


def test_a_village_has_the_postal_code_of_its_kecamatan_or_its_own(tmp_path: Path) -> None:
    (tmp_path / "wilayah.txt").write_text(KECIL)
    kolom = read_country(tmp_path)
    assert kolom[Tingkat.KECAMATAN].kode == [331901]
    assert kolom[Tingkat.DESA].kode == [3319012001, 3319012002, 3319012003]
    assert kolom[Tingkat.DESA].nama == ["Bakalankrapyak", "Prambatan Kidul", "Tanpa Pos"]
    assert kolom[Tingkat.DESA].pos == [59332, 59333, 0]


@pytest.mark.parametrize("line", ["Kudus", "=x Jawa", "", "20 Bae"])
def test_a_line_that_is_no_area_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "wilayah.txt").write_text(f"{KECIL}{line}\n")
    with pytest.raises((ValueError, IndexError)):
        read_country(tmp_path)


def test_former_codes_need_their_titles(tmp_path: Path) -> None:
    (tmp_path / "dahulu.tsv").write_text("91.01\tKabupaten Merauke\t93.01\n")
    with pytest.raises(ValueError, match="titles"):
        read_former(tmp_path)
