"""What typing finds. Any village is found by its names, however spaces and case are set."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wilayah import Daftar, Tingkat, Wilayah
from core.wilayah.lipat import fold

MAJUSCULE = (str.lower, str.upper, str.title, str.swapcase)
ANTARA = ("", "", "", " ", "-", "  ")
KUDUS = ("33.19",)


def kode(found: tuple[Wilayah, ...]) -> list[str]:
    return [satu.kode for satu in found]


def nama(daftar: Daftar, desa: Wilayah) -> str:
    """Write a village with its kecamatan and kabupaten, names only."""
    return " ".join(satu.nama for satu in daftar.lineage(desa.kode)[:3])


@given(data=st.data(), majuscule=st.sampled_from(MAJUSCULE))
def test_any_village_is_found_by_its_three_names(
    daftar: Daftar, daftar_desa: tuple[Wilayah, ...], data: st.DataObject, majuscule: object
) -> None:
    desa = data.draw(st.sampled_from(daftar_desa))
    assert callable(majuscule)
    assert desa.kode in kode(daftar.search(majuscule(nama(daftar, desa))))


@given(data=st.data(), seed=st.integers(min_value=0))
def test_it_does_not_matter_where_spaces_stand(
    daftar: Daftar, daftar_desa: tuple[Wilayah, ...], data: st.DataObject, seed: int
) -> None:
    desa = data.draw(st.sampled_from(daftar_desa))
    pick = random.Random(seed)
    rapat = nama(daftar, desa).replace(" ", "")
    teks = "".join(huruf + pick.choice(ANTARA) for huruf in rapat)
    assert desa.kode in kode(daftar.search(teks))


@given(data=st.data())
def test_a_whole_label_stands_alone(
    daftar: Daftar, daftar_desa: tuple[Wilayah, ...], data: st.DataObject
) -> None:
    desa = data.draw(st.sampled_from(daftar_desa))
    found = daftar.search(daftar.path(desa.kode), dahulu=KUDUS)
    assert desa.kode in kode(found)
    assert {daftar.path(satu.kode) for satu in found} == {daftar.path(desa.kode)}


@given(teks=st.text(max_size=60), dahulu=st.sampled_from([(), KUDUS]))
def test_no_text_breaks_it_and_the_answer_is_always_the_same(
    daftar: Daftar, teks: str, dahulu: tuple[str, ...]
) -> None:
    found = daftar.search(teks, dahulu=dahulu)
    assert len(found) <= 8
    assert len(set(found)) == len(found)
    assert daftar.search(teks, dahulu=dahulu) == found


@pytest.mark.long
def test_every_single_village_is_found_by_its_three_names(
    daftar: Daftar, daftar_desa: tuple[Wilayah, ...]
) -> None:
    assert len(daftar_desa) == 83_762
    lost = [satu.kode for satu in daftar_desa if satu not in daftar.search(nama(daftar, satu))]
    assert lost == []


@pytest.mark.parametrize(
    "teks",
    [
        "bakalan kaliwungu kudus",
        "Bakalankrapyak",
        "bakalan krapyak kudus",
        "bakalan jateng",
        "bakalankrapyakkudus",
        "desa bakalan krapyak kec. kaliwungu",
        "kudus kaliwungu bakalan",
        "krapyak, kaliwungu, kab kudus",
        "bakalan kali kud",
    ],
)
def test_words_may_name_the_areas_around(daftar: Daftar, teks: str) -> None:
    assert "33.19.01.2001" in kode(daftar.search(teks))


def test_those_of_the_office_come_first(daftar: Daftar) -> None:
    assert "33.19" not in {satu.kode[:5] for satu in daftar.search("wetan")}
    found = daftar.search("wetan", dahulu=KUDUS, batas=40)
    own = [satu.kode.startswith("33.19.") for satu in found]
    assert own == [True] * 3 + [False] * 37


def test_whole_names_come_before_beginnings_and_these_before_parts(daftar: Daftar) -> None:
    found = [fold(satu.nama) for satu in daftar.search("bakalan", batas=1000)]
    order = [(nama != b"bakalan") + (not nama.startswith(b"bakalan")) for nama in found]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


def test_whole_names_come_before_longer_ones(daftar: Daftar) -> None:
    found = daftar.search("sidorejo", batas=100)
    assert {fold(satu.nama) for satu in found[:50]} == {b"sidorejo"}


def test_it_can_be_confined_to_one_area(daftar: Daftar) -> None:
    found = daftar.search("wetan", dalam="35.23", dahulu=KUDUS, batas=100)
    assert found
    assert all(satu.kode.startswith("35.23.") for satu in found)


def test_first_may_be_single_villages(daftar: Daftar) -> None:
    tuban = kode(daftar.search("wetan", dalam="35.23"))[-1]
    assert kode(daftar.search("wetan", dahulu=[tuban]))[0] == tuban


@pytest.mark.parametrize(
    ("tingkat", "teks", "harap"),
    [
        (Tingkat.PROVINSI, "jateng", ["33"]),
        (Tingkat.PROVINSI, "papua", ["91"]),
        (Tingkat.PROVINSI, "dki jakarta", ["31"]),
        (Tingkat.KABUPATEN, "semarang", ["33.22", "33.74"]),
        (Tingkat.KABUPATEN, "kota semarang", ["33.74"]),
        (Tingkat.KABUPATEN, "kab. semarang", ["33.22"]),
        (Tingkat.KABUPATEN, "kota jakarta utara", ["31.72"]),
        (Tingkat.KABUPATEN, "sorong papua barat daya", ["96.01", "96.71"]),
        (Tingkat.KECAMATAN, "kaliwungu kudus", ["33.19.01"]),
        (Tingkat.KECAMATAN, "kec. kota kudus", ["33.19.02"]),
    ],
)
def test_other_levels_are_found_too(
    daftar: Daftar, tingkat: Tingkat, teks: str, harap: list[str]
) -> None:
    assert kode(daftar.search(teks, tingkat)) == harap


@pytest.mark.parametrize(
    ("tingkat", "teks", "harap"),
    [
        (Tingkat.KABUPATEN, "toba samosir", "12.12"),
        (Tingkat.KECAMATAN, "bojongpicung", "32.03.06"),
        (Tingkat.DESA, "24 ilir palembang", "16.71.11.1004"),
    ],
)
def test_a_former_name_finds_what_carries_the_code_today(
    daftar: Daftar, tingkat: Tingkat, teks: str, harap: str
) -> None:
    assert kode(daftar.search(teks, tingkat)) == [harap]


def test_a_retired_area_is_no_answer(daftar: Daftar) -> None:
    assert all(satu.berlaku for satu in daftar.search("siring", batas=100))
    assert daftar.search("siring porong sidoarjo") == ()


def test_desa_and_kelurahan_of_one_name_are_told_apart_by_the_whole_label(
    daftar: Daftar,
) -> None:
    kembar = daftar.search("terusan maro sebo ilir batanghari")
    assert len(kembar) == 2
    for satu in kembar:
        found = daftar.search(daftar.path(satu.kode))
        assert found == (satu,)


@pytest.mark.parametrize("teks", ["", "  ", "?!", "xyzzy", "🙂", "desa"])
def test_nothing_is_found_where_nothing_was_named(daftar: Daftar, teks: str) -> None:
    assert all("desa" in satu.nama.lower() for satu in daftar.search(teks))


def test_an_unknown_area_to_confine_to_is_a_mistake_of_the_caller(daftar: Daftar) -> None:
    with pytest.raises(ValueError, match="dotted"):
        daftar.search("bae", dalam="3319")
