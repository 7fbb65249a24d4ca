"""A choice is found by number, label, or a part of it."""

import pytest

from core.dialog import compile_form
from core.dialog.options import fold, matching, numbered, options, shown, similar
from core.dialog.rencana import Soal
from core.kit import KONTEKS, Walk
from tests.core.dialog.forms import Alamat, Keluarga, Kerja

KERJA = tuple(o for b in compile_form(Keluarga, kontak=False).isi[0].isi  # type: ignore[union-attr]
              if isinstance(b, Soal) and b.nama == "kerja" for o in b.opsi)  # fmt: skip
DESA = compile_form(Alamat, kontak=False).isi[2]


def labels(teks: str) -> list[str]:
    return [opsi.label for opsi in matching(KERJA, teks)]


def test_case_spaces_and_signs_do_not_count_but_a_blood_groups_sign_does() -> None:
    assert fold("Belum / Tidak-Bekerja") == fold("belumtidakbekerja")
    assert fold("A+") != fold("A") != fold("A-")
    assert fold("Kawin-Tercatat") == "kawintercatat"


@pytest.mark.parametrize("teks", ["guru", "GURU", " g u r u ", "65"])
def test_one_match_is_taken(teks: str) -> None:
    assert labels(teks) == ["Guru"]


def test_an_exact_label_wins_over_labels_that_contain_it() -> None:
    assert labels("buruh harian lepas") == ["Buruh Harian Lepas"]
    assert len(labels("tani")) == 2


def test_all_typed_words_may_stand_anywhere() -> None:
    assert labels("perkebunan buruh") == ["Buruh Tani/Perkebunan"]


def test_a_mistyped_name_is_offered_and_never_taken() -> None:
    assert labels("pensiunnan") == []
    assert [opsi.label for opsi in similar(KERJA, "pensiunnan")] == ["Pensiunan"]


def test_a_number_is_that_of_the_list_on_screen() -> None:
    assert isinstance(DESA, Soal)
    terlihat = shown(DESA, KONTEKS, "prambatan")
    assert [opsi.label for opsi in terlihat] == ["Prambatan Kidul, Kec. Kaliwungu"]
    opsi = numbered(terlihat, "1.")
    assert opsi is not None
    assert opsi.nilai == "33.19.01.2002"
    assert numbered(terlihat, "2") is None


def test_a_villages_own_name_wins_over_its_districts() -> None:
    assert isinstance(DESA, Soal)
    (bae,) = matching(options(DESA, KONTEKS), "bae")
    assert bae.nilai == "33.19.06.2004"
    assert bae.aksi == "v:3319062004"


def test_a_long_list_is_narrowed_and_chosen_from() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI SANTOSO").expect("Ketik sebagian")
    jalan.say("tani").expect("Ada 2 yang cocok")
    assert [label for label in jalan.label if "ani" in label] == [
        Kerja.TANI.label, Kerja.BURUH_TANI.label,
    ]  # fmt: skip
    jalan.say("2").expect("✓ Kerja: Buruh Tani/Perkebunan")


def test_a_long_list_can_be_paged_through() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI SANTOSO").tap("›")
    jalan.tap("Guru").expect("✓ Kerja: Guru")
