"""Papers held against the answers: a gentle question, a note, never a block."""

from typing import Annotated

import pytest

from core.api import Formulir, FormulirRusak, Tanya, Ulang, jenis
from core.api.bacaan import Bacaan
from core.dialog import PeriksaBerkas, catatan, words_baca
from core.dialog.compile import compile_form
from core.kit import Naskah, Walk

NIK = "3319991708900001"
LAIN = "3319991708900002"
KARTU = Bacaan(nik=NIK, nama="BUDI SANTOSO")


class Warga(Formulir):
    nik: jenis.NIK
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el", label="KTP-el", baca=("nik", "nama"))]
    nama: jenis.Nama
    surat: Annotated[jenis.Foto, Tanya("Foto surat")]


class Kepala(Formulir):
    nik: jenis.NIK
    nama: jenis.Nama


class Keluarga(Formulir):
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el", label="KTP-el", baca=("anggota.nik",))]
    anggota: Annotated[list[Kepala], Ulang("Siapa saja?", minimal=1, maksimal=3, judul="{nama}")]


def walk(form: type[Formulir] = Warga, bacaan: Bacaan | None = KARTU) -> Walk:
    return Walk.of(form, naskah=Naskah(bacaan=bacaan))


def notes(jalan: Walk) -> tuple[str, ...]:
    return catatan(jalan.rencana, jalan.draft)


def test_the_room_is_told_what_to_read_and_only_where_something_is_to_be_read() -> None:
    jalan = walk().say(NIK).send().say("BUDI SANTOSO").send()
    looks = [efek for efek in jalan.efek if isinstance(efek, PeriksaBerkas)]
    assert [efek.baca for efek in looks] == [("nik", "nama"), ()]


def test_a_paper_that_says_the_same_is_passed_over_in_silence() -> None:
    jalan = walk().say(NIK).send().expect_no("👀").say("BUDI SANTOSO").expect_no("👀")
    assert notes(jalan) == ()


def test_another_number_is_asked_about_once_and_goes_on() -> None:
    jalan = walk().say(LAIN).send()
    jalan.expect(f"👀 KTP-el. {words_baca.NIK_BEDA} Bila sudah benar, lanjutkan saja.", "nama")
    jalan.say("BUDI SANTOSO").expect_no("👀")
    assert notes(jalan) == (f"KTP-el: {words_baca.NIK_BEDA}",)


def test_what_is_typed_after_the_paper_is_held_against_it_too() -> None:
    walk().say(NIK).send().say("SITI AMINAH").expect(words_baca.NAMA_BEDA)


def test_a_remark_costs_no_message() -> None:
    with_remark, without = walk().say(LAIN).send(), walk().say(NIK).send()
    assert with_remark.kirim == without.kirim
    assert with_remark.draft.jawaban.keys() == without.draft.jawaban.keys()


def test_a_remark_names_no_number() -> None:
    jalan = walk().say(LAIN).send()
    assert NIK not in jalan.teks
    assert LAIN not in jalan.teks


def test_where_nothing_was_read_nothing_is_said() -> None:
    for bacaan in (None, Bacaan()):
        jalan = walk(bacaan=bacaan).say(LAIN).send().say("SITI AMINAH").expect_no("👀")
        assert notes(jalan) == ()


def test_a_group_is_compared_once_it_is_closed_and_any_of_its_rows_will_do() -> None:
    jalan = walk(Keluarga).send().say(LAIN, "SITI AMINAH").expect_no("👀")
    jalan.say(NIK, "BUDI SANTOSO").expect_no("👀").tap("Selesai").expect_no("👀")


def test_a_closed_group_without_whom_the_paper_names_is_asked_about() -> None:
    walk(Keluarga).send().say(LAIN, "SITI AMINAH").tap("Selesai").expect(words_baca.NIK_BEDA)


@pytest.mark.parametrize(
    "baca", [("tiada",), ("keperluan",), ("foto",), ("tiada.nik",), ("keperluan.nik",)]
)
def test_a_paper_cannot_show_what_is_not_asked_or_not_readable(baca: tuple[str, ...]) -> None:
    class Salah(Formulir):
        keperluan: Annotated[jenis.Baris, Tanya("Untuk apa?")]
        foto: Annotated[jenis.Foto, Tanya("Foto", baca=baca)]

    with pytest.raises(FormulirRusak, match="baca milik “foto”"):
        compile_form(Salah, kontak=False)


def test_only_a_paper_can_be_read() -> None:
    class Salah(Formulir):
        nik: jenis.NIK
        nama: Annotated[jenis.Nama, Tanya("Nama?", baca=("nik",))]

    with pytest.raises(FormulirRusak, match="hanya untuk pertanyaan yang meminta foto"):
        compile_form(Salah, kontak=False)
