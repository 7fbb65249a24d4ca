"""The profiles that ship load, their villages are the decree's, the demo's people invented."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from core.api import Keluarga
from core.kantor import Kantor, load_kantor
from core.penduduk import PendudukCsv, TidakAda, cocok
from tools.penduduk_contoh import population

OFFICES = Path("offices")
PROFILES = sorted(OFFICES.glob("*.toml"))
# Kepmendagri 300.2.2-2430/2025 (DOMAIN 11.4).
VILLAGES = {"33.19": (123, 9), "64.09": (30, 24), "35.23": (311, 17)}
SHARED = Path("../shared/data")


def test_the_walk_found_the_profiles() -> None:
    assert {path.stem for path in PROFILES} >= {"contoh", "kudus", "penajam", "tuban"}


@pytest.fixture(params=PROFILES, ids=lambda path: path.stem)
def kantor(request: pytest.FixtureRequest) -> Kantor:
    return load_kantor(request.param)


def test_every_profile_loads_with_all_villages_of_its_area(kantor: Kantor) -> None:
    desa, kelurahan = VILLAGES[kantor.kode_wilayah]
    kinds = [each.kode.rpartition(".")[2][0] for each in kantor.desa]
    assert (kinds.count("2"), kinds.count("1")) == (desa, kelurahan)


def test_every_village_has_a_postal_code(kantor: Kantor) -> None:
    assert all(each.kode_pos for each in kantor.desa)


def test_the_year_has_its_holidays(kantor: Kantor) -> None:
    assert {date(2026, 8, 17), date(2026, 12, 25), date(2027, 1, 1)} <= kantor.hari_libur


@pytest.mark.parametrize("name", ["kudus", "penajam", "tuban"])
def test_a_template_names_no_living_official(name: str) -> None:
    kantor = load_kantor(OFFICES / f"{name}.toml")
    assert kantor.daftar_petugas == ()
    assert kantor.kepala_dinas.nama == ""
    assert kantor.kekurangan() != ()


@pytest.mark.skipif(not SHARED.exists(), reason="the design pages are not beside this checkout")
@pytest.mark.parametrize(
    ("kode", "name"),
    [("33.19", "kudus"), ("64.09", "penajam_paser_utara"), ("35.23", "tuban")],
)
def test_the_lists_agree_with_the_reference(kode: str, name: str) -> None:
    with (SHARED / f"wilayah_{name}_{kode}.csv").open(encoding="utf-8", newline="") as file:
        areas = {row["code"]: row["name"] for row in csv.DictReader(file)}
    with (OFFICES / "wilayah" / f"{kode}.csv").open(encoding="utf-8", newline="") as file:
        mine = list(csv.DictReader(file))
    assert {row["kode"]: row["nama"] for row in mine} == {
        code: name for code, name in areas.items() if code.count(".") == 3
    }
    assert all(areas[row["kode"][:8]] == row["kecamatan"] for row in mine)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (OFFICES / "contoh_penduduk.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_population_is_what_its_script_writes(rows: list[dict[str, str]]) -> None:
    assert rows == list(population())


def test_the_demo_has_about_sixty_people_in_eighteen_families(rows: list[dict[str, str]]) -> None:
    assert 55 <= len(rows) <= 70
    assert len({row["nomor_kk"] for row in rows}) == 18


def test_no_number_of_the_demo_can_be_a_real_one(rows: list[dict[str, str]]) -> None:
    assert all(row["nik"].startswith("331999") for row in rows)
    assert all(row["nomor_kk"].startswith("331999") for row in rows)


def test_a_nik_of_the_demo_agrees_with_birth_date_and_sex(rows: list[dict[str, str]]) -> None:
    for row in rows:
        day, month, year = row["tanggal_lahir"].split("-")
        shift = 40 if row["jenis_kelamin"] == "PEREMPUAN" else 0
        assert row["nik"][6:12] == f"{int(day) + shift:02}{month}{year[2:]}"


def test_the_demo_lives_in_villages_of_the_list(rows: list[dict[str, str]]) -> None:
    kantor = load_kantor(OFFICES / "contoh.toml")
    places = {(each.nama.upper(), each.kecamatan.upper(), each.kode_pos) for each in kantor.desa}
    assert {(row["desa"], row["kecamatan"], row["kode_pos"]) for row in rows} <= places


def test_the_demo_has_the_people_that_pages_break_on(rows: list[dict[str, str]]) -> None:
    sizes = [sum(row["nomor_kk"] == kk for row in rows) for kk in {r["nomor_kk"] for r in rows}]
    assert max(sizes) == 11
    assert min(sizes) == 1
    assert max(len(row["nama"]) for row in rows) == 60
    assert any(" " not in row["nama"] for row in rows)
    assert any("'" in row["nama"] for row in rows)
    foreign = [row for row in rows if row["kewarganegaraan"] != "WNI"]
    assert len(foreign) == 2
    assert all(row["paspor"] and row["kitap"] for row in foreign)
    assert min(row["tanggal_lahir"][-4:] for row in rows) == "1931"
    assert max(row["tanggal_lahir"][-4:] for row in rows) == "2026"


async def test_every_star_of_the_readme_can_be_typed_in_the_demo() -> None:
    table = (OFFICES / "README.md").read_text("utf-8")
    stars = re.findall(r"\| (\d{16}) \| (\d{16}) \| ([^|]+?) \| (\d\d-\d\d-\d{4}) \|", table)
    assert len(stars) >= 6, "an empty table proves nothing"
    penduduk = PendudukCsv(OFFICES / "contoh_penduduk.csv")
    for nomor_kk, nik, nama, lahir in stars:
        keluarga = await penduduk.keluarga(nomor_kk)
        assert isinstance(keluarga, Keluarga)
        orang = next(each for each in keluarga.anggota if each.nik == nik)
        day, month, year = (int(part) for part in lahir.split("-"))
        assert cocok(orang, nama, date(year, month, day))
    assert await penduduk.keluarga("3319990000000000") == TidakAda()
