"""A letter is given once for the same answers, and holds what was answered before it."""

from datetime import date
from typing import Annotated

import pytest
from pydantic import BaseModel

from core.api import Bahan, Cari, F, Formulir, HasilCari, Pilihan, Surat, Tanya, Ulang, jenis
from core.dialog import Balasan, Draft, carry, catatan, letter, needs, so_far, words
from core.kit import Naskah, Walk


class Isi(BaseModel):
    """The context of a page."""


def isi(bahan: Bahan) -> Isi:
    return Isi()


class Alasan(Pilihan):
    TIADA = "tiada", "Tidak ada surat lahir"
    ADA = "ada", "Ada surat lahir"


class Saksi(Formulir):
    """One row."""

    nik: Annotated[jenis.NIK, Tanya("Berapa NIK saksi?")]
    nama: Annotated[jenis.Nama, Tanya("Siapa nama saksi?")]


class Lahir(Formulir):
    """Every kind of answer before a letter, and one after it."""

    nama: jenis.Nama
    lahir: jenis.TanggalLahir
    nomor_kk: jenis.NomorKK
    tercatat: Annotated[
        HasilCari | None, Cari("keluarga", nomor="nomor_kk", nama="nama", lahir="lahir")
    ] = None
    alasan: Annotated[Alasan, Tanya("Apakah ada surat lahir?")]
    penolong: Annotated[str | None, Tanya("Siapa penolongnya?", lewati="Tidak ada")] = None
    ktp: Annotated[jenis.Foto, Tanya("Foto KTP-el")]
    surat_lahir: Annotated[
        jenis.Foto | None, Tanya("Foto surat lahir", bila=F.alasan == Alasan.ADA)
    ] = None
    saksi: Annotated[list[Saksi], Ulang("Siapa saksinya?", minimal=1, maksimal=2)]
    sptjm: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto SPTJM yang sudah ditandatangani",
            bila=F.alasan == Alasan.TIADA,
            surat=Surat("sptjm.html", isi=isi, nama="SPTJM Kebenaran Data Kelahiran"),
        ),
    ] = None
    telepon: Annotated[jenis.Telepon | None, Tanya("Nomor HP?", lewati="Tanpa HP")] = None


def begun() -> Walk:
    """Answer all that comes before the letter but the last: whether the list is complete."""
    jalan = Walk.of(Lahir, naskah=Naskah(cari=HasilCari.ADA))
    jalan.say("ani lestari", "17-8-1990", "3319990108160001")
    jalan.tap("Tidak ada surat lahir").say("lewati").send()
    return jalan.say("3319991708900001", "BUDI SANTOSO")


def asked() -> Walk:
    """Go on to the question with the letter."""
    return begun().tap("Selesai")


def given(jalan: Walk) -> str:
    """Name the letter that goes with the last answer."""
    return "".join(satu.surat for satu in jalan.balasan)


def test_the_letter_goes_with_the_question_when_it_is_first_asked() -> None:
    jalan = begun()
    assert given(jalan) == ""
    jalan.tap("Selesai").expect("SPTJM Kebenaran Data Kelahiran", "meterai", "kantor desa")
    assert jalan.balasan[-1].surat == "sptjm"
    assert words.KIRIM_SURAT in jalan.label


@pytest.mark.parametrize("teks", ["apa?", "bantuan", "/entah", ""])
def test_the_same_question_asked_again_gives_no_letter(teks: str) -> None:
    assert given(asked().say(teks)) == ""


def test_a_refused_photo_gives_no_letter() -> None:
    jalan = asked()
    jalan.naskah = Naskah(cari=HasilCari.ADA, foto_ditolak="Foto buram.")
    assert given(jalan.send()) == ""


def test_the_button_gives_it_again_as_often_as_it_is_pressed() -> None:
    jalan = asked()
    sebelum = jalan.draft
    for _ in range(3):
        assert given(jalan.tap(words.KIRIM_SURAT)) == "sptjm"
    assert jalan.draft == sebelum
    assert given(jalan.say("kirim surat lagi")) == "sptjm"


def test_after_an_earlier_answer_was_changed_it_is_given_anew() -> None:
    jalan = asked().tap("Kembali").tap("Selesai")
    assert given(jalan) == "", "nothing was changed"
    jalan.tap("Kembali").tap("Ubah atau hapus").tap("1.").tap("Nama")
    assert given(jalan.say("BUDI HARTONO")) == "sptjm"


def test_another_photo_of_a_paper_before_it_is_no_change() -> None:
    jalan = asked().send().say("lewati").tap("Ubah").tap("›").tap("KTP").send()
    assert catatan(jalan.rencana, jalan.draft) == ()


def test_it_holds_what_was_answered_before_it_under_its_own_type() -> None:
    jalan = asked().send().say("081234567890")
    isian = so_far(jalan.rencana, jalan.draft, "sptjm")
    assert isinstance(isian, Lahir)
    assert isian.nama == "ANI LESTARI"
    assert isian.lahir == date(1990, 8, 17)
    assert isian.alasan is Alasan.TIADA
    assert isian.tercatat is HasilCari.ADA
    assert isian.saksi == [Saksi(nik="3319991708900001", nama="BUDI SANTOSO")]


def test_it_holds_nothing_of_what_comes_later_is_hidden_or_skipped() -> None:
    jalan = asked().send().say("081234567890")
    isian = so_far(jalan.rencana, jalan.draft, "sptjm")
    assert isinstance(isian, Lahir)
    assert isian.sptjm is None
    assert isian.telepon is None
    assert isian.surat_lahir is None
    assert isian.penolong is None


def test_a_row_that_was_not_begun_is_no_row() -> None:
    jalan = asked()
    kosong = Draft("uji", 1, {"nama": "ANI", "alasan": "tiada"})
    isian = so_far(jalan.rencana, kosong, "sptjm")
    assert isinstance(isian, Lahir)
    assert isian.saksi == []
    assert isian.lahir is None


def test_a_signed_letter_that_no_longer_fits_is_remarked_to_citizen_and_officer() -> None:
    jalan = asked().send().say("lewati")
    assert catatan(jalan.rencana, jalan.draft) == ()
    jalan.tap("Ubah").tap("Nama").say("ANI WIDYASTUTI")
    jalan.expect("setelah surat ini dibuat")
    (satu,) = catatan(jalan.rencana, jalan.draft)
    assert satu.startswith("SPTJM: ")


def test_going_back_to_a_letter_that_no_longer_fits_gives_the_new_one() -> None:
    jalan = asked().send().say("lewati")
    jalan.tap("Ubah").tap("Nama").say("ANI WIDYASTUTI")
    assert given(jalan.tap("Ubah").tap("›").tap("SPTJM")) == "sptjm"
    jalan.send()
    assert catatan(jalan.rencana, jalan.draft) == ()


def test_a_menu_over_the_question_gives_no_letter() -> None:
    jalan = begun()
    jalan.tap("Selesai").say("batal")
    assert given(jalan) == ""


def test_what_to_bring_says_that_the_letter_is_made_here() -> None:
    (satu,) = [satu for satu in needs(asked().rencana) if "SPTJM" in satu]
    assert "suratnya kami buatkan" in satu


def test_a_draft_of_before_letters_is_read_and_a_newer_form_keeps_the_mark() -> None:
    jalan = asked().send()
    assert Draft.load('{"layanan": "uji", "versi": 1}').surat == {}
    assert carry(jalan.rencana, jalan.draft, 2, {}).draft.surat == jalan.draft.surat


def test_only_a_question_with_a_letter_has_one() -> None:
    rencana = asked().rencana
    assert letter(rencana, "sptjm").templat == "sptjm.html"
    for path in ("nama", "tiada"):
        with pytest.raises(LookupError):
            letter(rencana, path)


def test_other_messages_carry_no_letter() -> None:
    assert Balasan("halo").surat == ""
