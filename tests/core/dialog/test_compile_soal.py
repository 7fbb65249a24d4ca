"""A question joins the plugin's words with the type's."""

from datetime import date
from typing import Annotated

from core.api import F, Formulir, Tanya, jenis
from core.dialog import compile_form
from core.dialog.rencana import Rupa, Soal


class Isian(Formulir):
    nik: Annotated[jenis.NIK, Tanya("Berapa NIK kepala keluarga?")]
    setuju: Annotated[bool, Tanya("Setuju?")]
    lahir: jenis.TanggalLahir
    foto_ktp: Annotated[jenis.Foto | None, Tanya("Foto?", bila=F.setuju == True)] = None  # noqa: E712
    catatan: Annotated[str | None, Tanya("Catatan?")] = None


def soal(nama: str) -> Soal:
    butir = next(b for b in compile_form(Isian, kontak=False).isi if b.nama == nama)
    assert isinstance(butir, Soal)
    return butir


def test_the_plugins_words_win_and_the_types_fill_the_gaps() -> None:
    tanya = soal("nik").tanya
    assert tanya.teks == "Berapa NIK kepala keluarga?"
    assert tanya.contoh == "3319991708900001"
    assert tanya.pribadi


def test_a_label_is_made_of_the_fields_name() -> None:
    assert soal("nik").label == "NIK"
    assert soal("foto_ktp").label == "Foto KTP"


def test_the_kind_of_question_follows_the_type() -> None:
    assert soal("nik").rupa is Rupa.TEKS
    assert soal("setuju").rupa is Rupa.PILIHAN
    assert soal("foto_ktp").rupa is Rupa.UNGGAH
    assert soal("lahir").tipe is date


def test_a_condition_alone_does_not_make_a_question_optional() -> None:
    assert not soal("foto_ktp").opsional
    assert soal("catatan").opsional
