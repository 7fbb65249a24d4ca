"""What is on screen: one question, its example, its picture, its buttons."""

from typing import Annotated

from core.api import Formulir, Tanya, Ulang, jenis
from core.dialog import prompt
from core.kit import KONTEKS, Walk
from core.kit.janji import TEKS_MAKSIMAL
from tests.core.dialog.forms import Ganti


class Bergambar(Formulir):
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el", gambar="ktp.png")]


class Panjang(Formulir):
    isi: Annotated[jenis.Baris, Tanya("Apa?")]


class SangatPanjang(Formulir):
    daftar: Annotated[list[Panjang], Ulang("Apa saja?", maksimal=50)]


def test_a_question_has_its_place_its_words_and_an_example() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang")
    jalan.expect("<b>[2/4]</b> Berapa nomor", "Contoh: <code>3319990108160001</code>")


def test_a_picture_goes_with_its_question() -> None:
    jalan = Walk.of(Bergambar)
    assert jalan.balasan[0].gambar == "ktp.png"


def test_choices_are_numbered_in_the_text() -> None:
    Walk.of(Ganti).expect("1. KK hilang", "2. KK rusak")


def test_a_summary_too_long_for_one_message_takes_several_with_one_keyboard() -> None:
    jalan = Walk.of(SangatPanjang)
    for nomor in range(50):
        jalan.say(f"{nomor} " + "&" * 190)
    jalan.tap("Selesai")
    assert len(jalan.balasan) > 1
    assert [satu.tanya for satu in jalan.balasan].count(True) == 1
    assert all(len(satu.teks) <= TEKS_MAKSIMAL for satu in jalan.balasan)
    assert prompt(jalan.rencana, jalan.draft, KONTEKS)[-1].tombol == jalan.balasan[-1].tombol
