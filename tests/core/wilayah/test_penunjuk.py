"""What is offered, what is found, and what may be taken without asking back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.api.sifat import OpsiNasional
from core.wilayah import Daftar, Jenis, Penunjuk, Wilayah
from core.wilayah.lipat import fold
from core.wilayah.penunjuk import BATAS, TEKS_MAKSIMAL

DESA: OpsiNasional = "desa_nasional"
KABUPATEN: OpsiNasional = "kabupaten_nasional"


@pytest.fixture(scope="session")
def penunjuk(daftar: Daftar) -> Penunjuk:
    return Penunjuk(daftar, kantor="33.19")


def codes(penunjuk: Penunjuk, opsi: OpsiNasional, teks: str) -> list[str]:
    return [satu.kode for satu in penunjuk.search(opsi, teks)]


def taken(penunjuk: Penunjuk, opsi: OpsiNasional, teks: str) -> str | None:
    satu = penunjuk.exact(opsi, teks)
    return satu.kode if satu else None


def test_an_area_is_written_as_the_list_writes_it(
    daftar: Daftar, penunjuk: Penunjuk, semua: tuple[Wilayah, ...]
) -> None:
    atas = [satu for satu in semua if len(satu.kode) < len("33.19.01")]
    adat = [satu for satu in semua if satu.jenis is Jenis.DESA_ADAT]
    assert (len(atas), bool(adat)) == (552, True), "an empty walk proves nothing"
    for satu in (*atas, *adat, *semua[::61]):
        tempat = penunjuk.tempat(satu.kode)
        assert tempat is not None
        assert tempat.alamat == daftar.path(satu.kode)


def test_no_path_is_longer_than_what_is_searched(
    daftar: Daftar, daftar_desa: tuple[Wilayah, ...]
) -> None:
    panjang = sorted(daftar_desa, key=lambda satu: -len(satu.nama))[:2000]
    assert max(len(daftar.path(satu.kode)) for satu in panjang) <= TEKS_MAKSIMAL


@pytest.mark.parametrize("kode", ["", "99", "33.19.99.2001", "Bae", "33.19."])
def test_what_is_no_code_is_no_area(penunjuk: Penunjuk, kode: str) -> None:
    assert penunjuk.tempat(kode) is None


def test_the_offices_own_villages_are_near(penunjuk: Penunjuk) -> None:
    dekat = penunjuk.nearby(DESA)
    assert len(dekat) == 132
    assert {satu.kabupaten for satu in dekat} == {"Kudus"}


def test_the_offices_kabupaten_is_first_of_its_province(penunjuk: Penunjuk) -> None:
    dekat = penunjuk.nearby(KABUPATEN)
    assert dekat[0].kode == "33.19"
    assert len(dekat) == len({satu.kode for satu in dekat}) == 35


@pytest.mark.parametrize(
    ("opsi", "teks", "kode"),
    [
        (DESA, "bakalan krapyak", "33.19.01.2001"),
        (DESA, "BAKALAN-KRAPYAK, kudus!", "33.19.01.2001"),
        (DESA, "Desa Bae, Kec. Bae, Kab. Kudus, Jawa Tengah", "33.19.07.2010"),
        (DESA, "3319012001", "33.19.01.2001"),
        (DESA, "33.19.01.2001", "33.19.01.2001"),
        (KABUPATEN, "kudus", "33.19"),
        (KABUPATEN, "kota semarang", "33.74"),
        (KABUPATEN, "3374", "33.74"),
    ],
)
def test_what_can_mean_one_area_only_is_taken(
    penunjuk: Penunjuk, opsi: OpsiNasional, teks: str, kode: str
) -> None:
    assert taken(penunjuk, opsi, teks) == kode


def test_the_offices_own_is_taken_when_it_alone_is_called_so(penunjuk: Penunjuk) -> None:
    assert len(codes(penunjuk, DESA, "bae")) > 1
    assert taken(penunjuk, DESA, "desa bae") == taken(penunjuk, DESA, "Bae") == "33.19.07.2010"


@pytest.mark.parametrize("teks", ["suka", "sidorejo", "bakalankrap", "wetan", "semarang"])
def test_part_of_a_name_or_a_name_of_many_is_offered_and_not_taken(
    penunjuk: Penunjuk, teks: str
) -> None:
    assert codes(penunjuk, DESA, teks)
    assert taken(penunjuk, DESA, teks) is None


def test_a_kabupaten_and_a_kota_of_one_name_are_both_offered(penunjuk: Penunjuk) -> None:
    assert codes(penunjuk, KABUPATEN, "semarang") == ["33.22", "33.74"]
    assert taken(penunjuk, KABUPATEN, "semarang") is None


def test_of_equally_good_names_those_of_the_province_come_first(penunjuk: Penunjuk) -> None:
    found = penunjuk.search(DESA, "sidorejo")
    assert len(found) == BATAS
    assert found[0].provinsi == "Jawa Tengah"


def test_a_whole_name_far_away_goes_before_a_part_of_a_name_nearby(penunjuk: Penunjuk) -> None:
    assert penunjuk.search(DESA, "suka")[0].alamat.startswith("Desa Suka, Kec. Tigapanah")


def test_a_retired_code_means_its_successor(penunjuk: Penunjuk) -> None:
    assert taken(penunjuk, KABUPATEN, "91.01") == "93.01"


def test_a_retired_code_without_a_successor_is_itself(daftar: Daftar, penunjuk: Penunjuk) -> None:
    tanpa = [
        kode for kode, satu in daftar._isi.dicabut.items() if len(kode) == 13 and not satu.kini
    ]
    assert tanpa
    assert [taken(penunjuk, DESA, kode) for kode in tanpa] == tanpa


@pytest.mark.parametrize(
    "teks", ["Kudus \u738b", "kudus " * 30, "x" * 4000, "", " ", "\ud800", "9999"]
)
def test_what_cannot_be_weighed_as_a_whole_finds_nothing(penunjuk: Penunjuk, teks: str) -> None:
    assert codes(penunjuk, KABUPATEN, teks) == []
    assert taken(penunjuk, KABUPATEN, teks) is None


@pytest.mark.parametrize("opsi", [DESA, KABUPATEN])
@settings(max_examples=60, deadline=None)
@given(teks=st.one_of(st.text(max_size=40), st.text("abdekmnrsu .,", max_size=16)))
def test_whatever_is_typed_only_an_area_that_is_named_is_taken(
    penunjuk: Penunjuk, opsi: OpsiNasional, teks: str
) -> None:
    satu = penunjuk.exact(opsi, teks)
    if satu is not None and not fold(teks).isdigit():
        assert fold(satu.desa or satu.kabupaten) in fold(teks)


def test_an_office_whose_code_is_not_in_the_list_still_finds_areas(daftar: Daftar) -> None:
    asing = Penunjuk(daftar, kantor="99.99")
    assert asing.nearby(DESA) == asing.nearby(KABUPATEN) == ()
    assert taken(asing, KABUPATEN, "kudus") == "33.19"
