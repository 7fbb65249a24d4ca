"""What citizens read is Indonesian, polite, and without words of the machine."""

import re

from core.dialog import words
from core.kit.janji import BOCOR

KALIMAT = {
    nama: isi
    for nama, isi in vars(words).items()
    if nama.isupper() and isinstance(isi, str) and not nama.startswith("_")
}


def test_the_walk_found_the_sentences() -> None:
    assert len(KALIMAT) > 60


def test_no_sentence_leaks_english_or_the_machine() -> None:
    for nama, isi in KALIMAT.items():
        polos = re.sub(r"\{\w+\}|</?\w+>", "", isi)
        assert not BOCOR.search(polos), nama


def test_citizens_are_addressed_as_anda() -> None:
    for nama, isi in KALIMAT.items():
        assert not {"kamu", "kau", "lu"} & set(isi.lower().split()), nama


def test_a_fields_name_makes_a_label() -> None:
    assert words.label_of("nomor_kk") == "Nomor KK"
    assert words.label_of("nik") == "NIK"
    assert words.label_of("tempat_lahir") == "Tempat lahir"
