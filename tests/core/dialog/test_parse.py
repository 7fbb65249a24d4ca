"""One answer is understood, or one sentence says what to do; never English."""

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from core.api import Formulir, Tanya, jenis
from core.dialog import TitipanBerkas, compile_form, words
from core.dialog.parse import Ditolak, Terbaca, read, read_file, still_fits
from core.dialog.rencana import Soal
from core.kit import KONTEKS
from core.kit.janji import BOCOR
from tests.core.dialog.forms import Sebab


class Isian(Formulir):
    nik: jenis.NIK
    lahir: jenis.TanggalLahir
    umur: Annotated[int, Field(ge=17), Tanya("Umur?", contoh="20")]
    sebutan: Annotated[int, Field(ge=17), Tanya("Umur?", galat="Umurnya paling sedikit 17.")]
    alasan: Annotated[Sebab, Tanya("Mengapa?")]
    setuju: Annotated[bool, Tanya("Setuju?")]
    foto: jenis.Foto
    bebas: Annotated[str, Tanya("Apa?")]


SOAL = {b.nama: b for b in compile_form(Isian, kontak=False).isi if isinstance(b, Soal)}


@pytest.mark.parametrize(
    ("nama", "teks", "nilai"),
    [
        ("nik", "3319 9917 0890 0001", "3319991708900001"),
        ("lahir", "17 Agustus 1990", "1990-08-17"),
        ("umur", "20", 20),
        ("alasan", "kk HILANG", "hilang"),
        ("alasan", "2", "rusak"),
        ("setuju", "ya", True),
        ("setuju", "tidak", False),
        ("bebas", " a  b ", "a b"),
    ],
)
def test_a_good_answer_is_stored_as_json(nama: str, teks: str, nilai: object) -> None:
    assert read(SOAL[nama], teks, KONTEKS) == Terbaca(nilai)


@pytest.mark.parametrize(
    ("nama", "teks", "kalimat"),
    [
        ("nik", "33", "NIK terdiri dari 16 angka; yang Anda kirim 2 angka."),
        ("umur", "abc", "Jawaban belum sesuai dengan pertanyaan. Contoh: 20."),
        ("sebutan", "5", "Umurnya paling sedikit 17."),
        ("alasan", "3", words.TIDAK_ADA_DI_DAFTAR),
        ("foto", "ini fotonya", words.MINTA_BERKAS),
    ],
)
def test_a_wrong_answer_is_told_what_to_do(nama: str, teks: str, kalimat: str) -> None:
    assert read(SOAL[nama], teks, KONTEKS) == Ditolak(kalimat)


def test_a_birth_date_is_not_in_the_future_of_the_day_that_was_given() -> None:
    hasil = read(SOAL["lahir"], "9 Mei 2026", KONTEKS)
    assert isinstance(hasil, Ditolak)
    assert "9 Mei 2026 belum terjadi" in hasil.kalimat
    assert read(SOAL["lahir"], "8 Mei 2026", KONTEKS) == Terbaca("2026-05-08")


def berkas(mime: str = "image/jpeg", ukuran: int = 1000) -> TitipanBerkas:
    return TitipanBerkas("f", "u", mime, ukuran)


def test_a_file_is_looked_at_from_outside() -> None:
    assert read_file(SOAL["foto"], berkas()) is None
    assert read_file(SOAL["foto"], berkas("application/pdf")) is None
    assert read_file(SOAL["foto"], berkas("video/mp4")) == words.BUKAN_JENISNYA
    assert read_file(SOAL["nik"], berkas()) == words.MINTA_TEKS
    assert read_file(SOAL["alasan"], berkas()) == words.MINTA_TOMBOL
    besar = read_file(SOAL["foto"], berkas(ukuran=25_000_000))
    assert besar is not None
    assert "25 MB" in besar


def test_a_stored_answer_is_measured_against_a_changed_form() -> None:
    assert still_fits(SOAL["alasan"], "hilang")
    assert not still_fits(SOAL["alasan"], "hangus")
    assert not still_fits(SOAL["nik"], None)
    assert not still_fits(SOAL["umur"], 3)


@pytest.mark.parametrize("nama", SOAL)
@given(teks=st.text())
def test_any_text_gives_a_value_or_an_indonesian_sentence(nama: str, teks: str) -> None:
    hasil = read(SOAL[nama], teks, KONTEKS)
    assert isinstance(hasil, Terbaca) or not BOCOR.search(hasil.kalimat.replace(f"“{teks}”", ""))
