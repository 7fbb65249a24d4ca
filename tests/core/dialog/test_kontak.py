"""The way out: a proven address, or a print that waits at the office."""

from core.dialog import Kontak, compile_form
from core.kit import Walk
from tests.core.dialog.forms import Satu


def walk() -> Walk:
    return Walk(compile_form(Satu, kontak=True, dokumen="Kartu Keluarga")).say("ANI")


def test_the_question_names_the_document() -> None:
    walk().expect("Ke alamat e-mail mana Kartu Keluarga dikirim?")


def test_without_an_address_the_print_is_collected() -> None:
    jalan = walk().tap("Tidak punya e-mail: ambil di kantor").expect("• Diambil di kantor")
    assert jalan.selesai.kontak == Kontak(None, "ambil")


def test_with_a_proven_address_it_is_mailed() -> None:
    jalan = walk().say("ani@desa.id", "123456").expect("• E-mail: ani@desa.id")
    assert jalan.selesai.kontak == Kontak("ani@desa.id", "email")


def test_an_officers_form_asks_for_no_way_out() -> None:
    assert Walk.of(Satu).say("ANI").selesai.kontak is None
