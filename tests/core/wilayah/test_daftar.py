"""The list as others ask it: codes, surroundings, NIK, moves."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from core.wilayah import Daftar, Jenis, Tingkat, Wilayah
from core.wilayah.baca import read_former
from core.wilayah.lipat import fold

ROOT = Path(__file__).parents[3]
DESIGN = ROOT.parent / "shared" / "data" / "wilayah_prov_kab_kec_nasional.csv"
KANTOR = sorted((ROOT / "offices" / "wilayah").glob("*.csv"))
DAHULU = tuple(read_former())
DICABUT = tuple(satu for satu in DAHULU if satu.dicabut)

KUDUS = Wilayah("33.19", "Kudus", Jenis.KABUPATEN)


def test_it_holds_as_many_areas_as_the_decree(semua: tuple[Wilayah, ...]) -> None:
    assert Counter(satu.tingkat for satu in semua) == {
        Tingkat.PROVINSI: 38,
        Tingkat.KABUPATEN: 514,
        Tingkat.KECAMATAN: 7_285,
        Tingkat.DESA: 83_762,
    }
    jenis = Counter(satu.jenis for satu in semua)
    assert jenis[Jenis.KABUPATEN] + jenis[Jenis.KABUPATEN_ADMINISTRASI] == 416
    assert jenis[Jenis.KOTA] + jenis[Jenis.KOTA_ADMINISTRASI] == 98
    assert (jenis[Jenis.KELURAHAN], jenis[Jenis.DESA_ADAT]) == (8_496, 14)


def test_no_code_stands_twice_and_none_is_an_orphan(semua: tuple[Wilayah, ...]) -> None:
    kode = {satu.kode for satu in semua}
    assert len(kode) == len(semua)
    assert all(satu.induk in kode for satu in semua if satu.induk)
    assert [satu.kode for satu in semua[:38]] == sorted(satu.kode for satu in semua[:38])


def test_every_area_has_a_clean_name_and_is_found_by_its_code(
    daftar: Daftar, semua: tuple[Wilayah, ...]
) -> None:
    for satu in semua:
        assert satu.nama == " ".join(satu.nama.split())
        assert "|" not in satu.nama
        assert daftar.find(satu.kode) == satu


def test_every_village_has_a_postal_code(daftar_desa: tuple[Wilayah, ...]) -> None:
    assert {len(satu.kode_pos) for satu in daftar_desa} == {5}


def test_the_villages_of_the_offices_are_the_same(daftar: Daftar) -> None:
    banyak = 0
    for berkas in KANTOR:
        with berkas.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                desa, kecamatan, *_ = daftar.lineage(row["kode"])
                assert (desa.nama, desa.kode_pos) == (row["nama"], row["kode_pos"])
                assert kecamatan.nama == row["kecamatan"]
                banyak += 1
    assert banyak == 514, "three offices were walked"


@pytest.mark.skipif(not DESIGN.exists(), reason="the design pages are not beside this checkout")
def test_the_levels_above_are_those_of_the_design_pages(
    daftar: Daftar, semua: tuple[Wilayah, ...]
) -> None:
    with DESIGN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    upper = [satu for satu in semua if satu.tingkat is not Tingkat.DESA]
    assert sorted(row["code"] for row in rows) == sorted(satu.kode for satu in upper)
    for row in rows:
        satu = daftar.find(row["code"])
        assert satu is not None
        kind = satu.jenis.title() if satu.tingkat is Tingkat.KABUPATEN else ""
        assert f"{kind} {satu.nama}".strip() == row["name"]
        assert satu.induk == row["parent"]
        assert satu.jenis.startswith(row["level"])


def test_a_path_goes_from_the_village_to_the_province(daftar: Daftar) -> None:
    assert daftar.path("33.19.01.2001") == (
        "Desa Bakalankrapyak, Kec. Kaliwungu, Kab. Kudus, Jawa Tengah"
    )
    assert daftar.path("31.71.06.1001") == (
        "Kel. Menteng, Kec. Menteng, Kota Adm. Jakarta Pusat, Daerah Khusus Ibukota Jakarta"
    )
    assert daftar.path("91.03.01.3007").startswith("Desa Adat Yoboi, Kec. Sentani")


def test_an_area_tells_its_level_and_what_holds_it(daftar: Daftar) -> None:
    assert daftar.find("33.19") == KUDUS
    assert (KUDUS.tingkat, KUDUS.induk, KUDUS.sebutan) == (Tingkat.KABUPATEN, "33", "Kab. Kudus")
    assert daftar.lineage("33.19.01")[1:] == (KUDUS, *daftar.lineage("33"))


@pytest.mark.parametrize(
    "kode", ["", "00", "33.99", "33.19.99", "33.19.01.9999", "3319", "33.1", "xx", "33.19.", "٣٣"]
)
def test_a_code_that_never_was_is_not_found(daftar: Daftar, kode: str) -> None:
    assert daftar.find(kode) is None


def test_children_are_the_level_below(daftar: Daftar) -> None:
    assert len(daftar.children()) == 38
    assert [satu.nama for satu in daftar.children("33.19")][:2] == ["Kaliwungu", "Kota Kudus"]
    assert daftar.children("33.19.01.2001") == ()
    assert daftar.children("91.01") == (), "a retired area has none of today"


def test_nothing_is_read_before_the_first_question() -> None:
    daftar = Daftar()
    assert vars(daftar) == {}
    daftar.find("33")
    assert vars(daftar)


class TestRetired:
    def test_there_are_as_many_as_the_readme_says(self) -> None:
        tingkat = Counter(satu.kode.count(".") for satu in DICABUT)
        assert (tingkat[1], tingkat[2], tingkat[3]) == (26, 588, 6_028)
        assert len(DAHULU) - len(DICABUT) == 1_169

    def test_each_is_found_and_what_it_is_now_exists(self, daftar: Daftar) -> None:
        for satu in DICABUT:
            found = daftar.find(satu.kode)
            assert found is not None
            assert not found.berlaku
            assert daftar.path(satu.kode)
            if satu.kini:
                now = daftar.find(satu.kini)
                assert now is not None
                assert now.berlaku
                assert now.tingkat is found.tingkat
                assert fold(now.nama) == fold(found.nama)

    def test_every_kabupaten_of_papua_has_its_successor(self, daftar: Daftar) -> None:
        kabupaten = [satu for satu in DICABUT if satu.kode.count(".") == 1]
        assert all(satu.kini[:2] in {"93", "94", "95", "96"} for satu in kabupaten)
        for satu in kabupaten:
            lama, kini = daftar.find(satu.kode), daftar.find(satu.kini)
            assert lama is not None
            assert kini is not None
            assert (lama.nama, lama.jenis) == (kini.nama, kini.jenis)

    def test_an_old_path_is_still_understood(self, daftar: Daftar) -> None:
        assert daftar.path("91.01.01") == "Kec. Merauke, Kab. Merauke, Papua"
        merauke = daftar.find("91.01.01")
        assert merauke is not None
        assert daftar.path(merauke.kini) == "Kec. Merauke, Kab. Merauke, Papua Selatan"

    def test_a_village_under_the_mud_has_no_successor(self, daftar: Daftar) -> None:
        siring = daftar.find("35.15.04.1017")
        assert siring is not None
        assert (siring.nama, siring.berlaku, siring.kini) == ("Siring", False, "")


class TestNIK:
    def test_the_first_six_digits_are_a_kecamatan(self, daftar: Daftar) -> None:
        found = daftar.of_nik("3319010101900001")
        assert found is not None
        assert daftar.path(found.kode) == "Kec. Kaliwungu, Kab. Kudus, Jawa Tengah"

    def test_an_old_number_of_papua_is_understood(self, daftar: Daftar) -> None:
        found = daftar.of_nik("9101010101900001")
        assert found is not None
        assert (found.nama, found.berlaku, found.kini) == ("Merauke", False, "93.01.01")

    @pytest.mark.parametrize(
        "nik", ["3319990101900001", "0000000000000000", "", "3319", "33190", "33.19.01", "33 191"]
    )
    def test_what_is_not_known_is_none(self, daftar: Daftar, nik: str) -> None:
        assert daftar.of_nik(nik) is None

    def test_every_kecamatan_comes_back_from_a_nik(
        self, daftar: Daftar, semua: tuple[Wilayah, ...]
    ) -> None:
        kecamatan = [satu for satu in semua if satu.tingkat is Tingkat.KECAMATAN]
        assert len(kecamatan) == 7_285
        for satu in kecamatan:
            assert daftar.of_nik(satu.kode.replace(".", "") + "0101900001") == satu
