"""Uploads: up to three pages of a paper, three tries, and what comes of a file of any kind."""

from typing import Annotated
from uuid import UUID

import pytest

from core.api import Formulir, Tanya, Ulang, Unggahan, jenis
from core.dialog import Diperiksa, Draft, PeriksaBerkas, step, uploads, words, words_foto
from core.dialog.unggah import TERAKHIR
from core.kit import KONTEKS, Naskah, Walk
from tests.core.dialog.forms import Ganti, Satu

BUKTI = Unggahan(berkas=UUID(int=9), mime="image/jpeg")


class Berfoto(Formulir):
    surat: Annotated[jenis.Foto, Tanya("Foto surat")]
    lain: Annotated[jenis.Foto, Tanya("Foto lain")]
    wajah: Annotated[jenis.PasFoto, Tanya("Pas foto")]
    nama: jenis.Nama


def at_photo(naskah: Naskah | None = None) -> Walk:
    return Walk.of(Ganti, naskah=naskah).tap("KK hilang").say("3319990108160001")


def test_a_photo_is_looked_at_before_it_is_an_answer() -> None:
    jalan = at_photo().send()
    assert isinstance(jalan.efek[-1], PeriksaBerkas)
    assert jalan.efek[-1].path == "surat"
    jalan.expect("✓ Surat: foto terlampir", "Nomor HP?")


def test_a_pdf_is_a_paper_too() -> None:
    at_photo().send("application/pdf").expect("✓ Surat: PDF terlampir")


@pytest.mark.parametrize("mime", ["image/heic", "image/webp", "application/octet-stream", ""])
def test_a_photo_sent_as_a_file_is_a_photo_whatever_the_phone_calls_it(mime: str) -> None:
    at_photo().send(mime).expect("✓ Surat: foto terlampir")


def test_a_file_that_proves_to_be_of_another_kind_is_refused() -> None:
    jalan = Walk.of(Berfoto).send().send()
    pdf = Unggahan(berkas=UUID(int=9), mime="application/pdf")
    jalan.play(Diperiksa("wajah", pdf)).expect(words.BUKAN_JENISNYA, "Pas foto")


def test_a_refused_photo_says_why_and_asks_again() -> None:
    jalan = at_photo(Naskah(foto_ditolak="Foto buram. Foto ulang di tempat terang."))
    jalan.send().expect("⚠️ Foto buram.", "Foto surat")
    assert "surat" not in jalan.draft.jawaban


def test_the_wrong_kind_of_answer_is_told_which_is_wanted() -> None:
    at_photo().say("ini suratnya").expect(words.MINTA_BERKAS)
    Walk.of(Satu).send().expect(words.MINTA_TEKS)
    Walk.of(Ganti).send().expect(words.MINTA_TOMBOL)
    Walk.of(Satu).say("ANI").send().expect(words.PILIH_TOMBOL)


def test_a_file_too_large_or_of_another_kind_is_not_even_fetched() -> None:
    jalan = at_photo().send(ukuran=30_000_000).expect("30 MB terlalu besar")
    jalan.send("video/mp4").expect("Kirim foto")
    assert jalan.efek == []


def test_a_photo_nobody_could_read_is_asked_for_again_with_its_example_picture() -> None:
    jalan = at_photo(Naskah(foto_cacat="kabur")).send()
    contoh, tanya = jalan.balasan
    assert (contoh.contoh, contoh.tanya) == ("kabur", False)
    assert "Foto surat" in tanya.teks
    assert "surat" not in jalan.draft.jawaban


def test_the_third_unreadable_photo_is_accepted_with_its_flag() -> None:
    jalan = at_photo(Naskah(foto_cacat="kabur"))
    for _ in range(TERAKHIR - 1):
        jalan.send().expect("Foto surat")
    jalan.send().expect(words_foto.BERTANDA, "Nomor HP?")
    assert jalan.draft.jawaban["surat"]["cacat"] == "kabur"
    assert jalan.draft.coba == {}


def test_each_question_has_three_tries_of_its_own() -> None:
    jalan = Walk.of(Berfoto, naskah=Naskah(foto_cacat="silau"))
    jalan.send().send().send().expect("Foto lain").send().expect("Foto lain")
    assert "lain" not in jalan.draft.jawaban


def test_what_can_never_be_kept_is_refused_however_often_it_comes() -> None:
    jalan = at_photo(Naskah(foto_ditolak="PDF ini terkunci."))
    for _ in range(TERAKHIR + 1):
        jalan.send().expect("PDF ini terkunci.", "Foto surat")


def test_all_photos_of_an_album_are_one_try() -> None:
    jalan = at_photo(Naskah(foto_cacat="gelap"))
    for _ in range(TERAKHIR + 1):
        jalan.send(album="a").expect("Foto surat")
    assert jalan.draft.coba == {"surat": 1}


def test_a_fault_of_ours_is_no_try_and_leaves_the_draft_as_it_was() -> None:
    jalan = at_photo()
    lama = jalan.draft
    jalan.play(Diperiksa("surat", None, "Kirim sekali lagi.", netral=True))
    jalan.expect("Kirim sekali lagi.", "Foto surat")
    assert (jalan.draft.jawaban, jalan.draft.coba, jalan.draft.gagal) == (lama.jawaban, {}, 0)


def test_an_album_becomes_the_pages_of_one_paper_under_one_line() -> None:
    jalan = at_photo().send(album="a").expect("halaman 1 diterima", "Nomor HP?")
    assert [satu.status for satu in jalan.balasan] == ["baru", ""]
    for daftar in ("1, 2", "1, 2, 3"):
        jalan.send(album="a").expect(f"halaman {daftar} diterima")
        assert [satu.status for satu in jalan.balasan] == ["lanjut"]
    surat = Unggahan.model_validate(jalan.draft.jawaban["surat"])
    assert [int(satu.berkas) for satu in surat.halaman] == [1, 2, 3]
    jalan.say("081234567890").expect("foto terlampir, 3 halaman")


def test_who_sends_several_papers_as_one_album_learns_that_they_are_one() -> None:
    at_photo().send(album="a").expect_no("satu dokumen itu")
    at_photo().send(album="a").send(album="a").expect(words_foto.ALBUM_SATU_DOKUMEN)


def test_a_fourth_page_gets_one_notice() -> None:
    jalan = at_photo()
    for _ in range(3):
        jalan.send(album="a")
    jalan.send(album="a").expect("Paling banyak 3 halaman")
    jalan.send(album="a")
    assert jalan.balasan == ()
    assert len(jalan.efek) == 3


def test_u17_of_an_album_to_a_one_photo_question_the_first_is_used_with_one_notice() -> None:
    jalan = Walk.of(Berfoto).send().send().send(album="a").expect("✓ Wajah: foto terlampir")
    jalan.send(album="a").expect(words.SATU_FOTO)
    jalan.send(album="a")
    assert jalan.balasan == ()
    assert len(jalan.efek) == 3


def test_an_album_goes_on_while_the_citizen_answers_the_next_question() -> None:
    jalan = Walk.of(Berfoto).send(album="a").send()
    jalan.send(album="a").expect("halaman 1, 2 diterima")
    assert len(jalan.draft.jawaban["surat"]["lanjutan"]) == 1
    assert "lanjutan" not in jalan.draft.jawaban["lain"]


def test_a_page_nobody_could_read_is_asked_for_again_and_can_be_left_out() -> None:
    jalan = at_photo().send(album="a")
    jalan.naskah = Naskah(foto_cacat="kabur")
    jalan.send(album="a").expect("Halaman 2 dari Surat", "Kirim halaman 2")
    jalan.tap("Tetap pakai").expect("Nomor HP?")
    jalan.naskah = Naskah()
    assert "lanjutan" not in jalan.draft.jawaban["surat"]


def test_a_page_that_is_sent_again_takes_its_place() -> None:
    jalan = at_photo().send(album="a")
    jalan.naskah = Naskah(foto_cacat="kabur")
    jalan.send(album="a")
    jalan.naskah = Naskah()
    jalan.send().expect("halaman 1, 2 diterima", "Nomor HP?")
    assert len(jalan.draft.jawaban["surat"]["lanjutan"]) == 1


def test_a_single_photo_gets_another_page_through_the_menu_of_changes() -> None:
    jalan = at_photo().send().say("081234567890").tap("Ubah").tap("Surat")
    jalan.tap(words_foto.TAMBAH_HALAMAN).expect("Kirim halaman 2")
    jalan.send().expect("halaman 1, 2 diterima", "Periksa", "foto terlampir, 2 halaman")


def test_a_photo_in_the_menu_of_changes_replaces_all_pages() -> None:
    jalan = at_photo().send(album="a").send(album="a").say("081234567890")
    jalan.tap("Ubah").tap("Surat").send().expect("Periksa")
    assert uploads(jalan.draft) == {UUID(int=3)}


def test_a_portrait_takes_no_second_page() -> None:
    jalan = Walk.of(Berfoto).send().send().send().say("ANI").tap("Ubah").tap("Wajah")
    assert words_foto.TAMBAH_HALAMAN not in jalan.label


def test_a_photo_is_compared_with_all_others_but_the_one_it_replaces() -> None:
    jalan = Walk.of(Berfoto).send().send()
    periksa = jalan.efek[-1]
    assert isinstance(periksa, PeriksaBerkas)
    assert periksa.terdahulu == ("1",)
    jalan.send().say("ANI").tap("Ubah").tap("Surat").send()
    periksa = jalan.efek[-1]
    assert isinstance(periksa, PeriksaBerkas)
    assert periksa.terdahulu == ("2", "3")


def test_a_portrait_is_looked_at_as_no_paper() -> None:
    jalan = Walk.of(Berfoto).send().send().send()
    assert [satu.kertas for satu in jalan.efek if isinstance(satu, PeriksaBerkas)] == [
        True, True, False,
    ]  # fmt: skip


def test_a_draft_from_before_pages_and_tries_still_opens() -> None:
    jalan = at_photo().send()
    dulu = {"surat": {"berkas": str(UUID(int=1)), "mime": "image/png"}}
    lama = Draft("uji", 1, jalan.draft.jawaban | dulu)
    hasil = step(jalan.rencana, Draft.load(lama.dump()), Diperiksa("surat", BUKTI), KONTEKS)
    assert uploads(hasil.draft) == {UUID(int=1)}


class Lampiran(Formulir):
    foto: jenis.Foto
    nama: jenis.Nama


class Berlampiran(Formulir):
    lampiran: Annotated[list[Lampiran], Ulang("Lampiran apa saja?")]


def test_a_photo_at_a_list_begins_a_row_that_opens_with_one() -> None:
    jalan = Walk.of(Berlampiran).send().expect("Siapa nama lengkap Anda?")
    jalan.say("ANI").send().expect("Lampiran 2, 2/2")


def test_an_album_at_a_list_is_the_pages_of_one_row() -> None:
    jalan = Walk.of(Berlampiran).send(album="a").send(album="a").say("ANI")
    (baris,) = jalan.draft.jawaban["lampiran"]["baris"]
    assert len(baris["foto"]["lanjutan"]) == 1


@pytest.mark.parametrize(
    "laporan",
    [
        Diperiksa("alasan", BUKTI),
        Diperiksa("tidak_ada", BUKTI),
        Diperiksa("surat", None, "Buram."),
        Diperiksa("surat", BUKTI, lanjut="album"),
    ],
)
def test_a_report_that_nobody_waits_for_changes_nothing(laporan: Diperiksa) -> None:
    jalan = Walk.of(Ganti).tap("KK hilang")
    hasil = step(jalan.rencana, jalan.draft, laporan, KONTEKS)
    assert hasil.draft.jawaban == jalan.draft.jawaban
    assert hasil.balasan[-1].tanya
