"""Areas of the nation: found by typing, offered by page, taken when certain, shown in full."""

from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.api import F, Formulir, FormulirRusak, Sifat, Tanya, Ulang, jenis
from core.dialog import Konteks, Tekan, area_codes, compile_form, summary, words
from core.dialog.options import sought
from core.dialog.rencana import Soal
from core.kit import DESA, KONTEKS, UCAPAN, WILAYAH, Walk, jalan_acak
from core.kit.janji import check
from core.wilayah.lipat import fold
from tests.core.kit.test_acak import service

BAE = "33.19.07.2010"


class Lahir(Formulir):
    """Two questions."""

    tempat_lahir: Annotated[jenis.KabupatenNasional, Tanya("Di kabupaten atau kota mana lahir?")]
    desa_asal: Annotated[jenis.DesaNasional, Tanya("Dari desa mana?")]


class Alamat(Formulir):
    """An address anywhere in the country."""

    jalan: jenis.Jalan
    rt_rw: jenis.RtRw
    desa: jenis.DesaNasional


class Orang(Formulir):
    """A row that begins with an area."""

    lahir_di: jenis.KabupatenNasional
    nama: jenis.Nama


class Rombongan(Formulir):
    """Areas inside a group, beside it, skippable, and under a condition."""

    asal: jenis.DesaNasional
    lama: Annotated[jenis.DesaNasional | None, Tanya("Desa lama?", lewati="Tidak ada")] = None
    kota: Annotated[jenis.KabupatenNasional | None, Tanya("Kota?", bila=F.lama.terisi)] = None
    orang: Annotated[list[Orang], Ulang("Siapa saja?", minimal=1, maksimal=2, judul="{nama}")]


def soal(formulir: type[Formulir], nomor: int) -> Soal:
    satu = compile_form(formulir, kontak=False).isi[nomor]
    assert isinstance(satu, Soal)
    return satu


def test_a_form_is_walked_to_its_end() -> None:
    jalan = Walk.of(Lahir).say("kudus").expect("✓ Tempat lahir: Kab. Kudus, Jawa Tengah")
    jalan.say("bae, kudus").expect("✓ Desa asal: Desa Bae, Kec. Bae, Kab. Kudus, Jawa Tengah")
    jalan.tap("Kirim").done()
    assert jalan.selesai.isian == Lahir(tempat_lahir="33.19", desa_asal=BAE)


def test_before_anything_is_typed_the_offices_own_are_offered() -> None:
    jalan = Walk.of(Lahir).expect(words.KETIK_WILAYAH["kabupaten_nasional"])
    assert jalan.label[0] == "1. Kab. Kudus, Jawa Tengah"
    jalan.tap("1. Kab. Kudus").expect(words.KETIK_WILAYAH["desa_nasional"])
    desa = [tombol for tombol in jalan.tombol if tombol.aksi.startswith("v:")]
    assert len(desa) == 8
    assert all("Kudus" in tombol.label for tombol in desa)
    jalan.tap("1. Bakalankrapyak").expect("✓ Desa asal: Desa Bakalankrapyak, Kec. Kaliwungu")


def test_several_are_offered_with_what_tells_them_apart() -> None:
    jalan = Walk.of(Lahir).say("semarang").expect("Ada 2 yang cocok", "2. Kota Semarang, Jawa")
    assert jalan.label[:2] == ("1. Kab. Semarang, Jawa Tengah", "2. Kota Semarang, Jawa Tengah")
    jalan.say("2").expect("✓ Tempat lahir: Kota Semarang, Jawa Tengah")


def test_many_are_offered_page_by_page_and_a_number_is_that_of_the_page() -> None:
    jalan = Walk.of(Lahir).say("kudus", "sidorejo").expect(words.ADA_BANYAK)
    jalan.tap(words.MAJU)
    kedua = next(tombol.label for tombol in jalan.tombol if tombol.label.startswith("2. "))
    jalan.say("2")
    pilihan = WILAYAH.search("desa_nasional", "sidorejo")[9]
    assert jalan.draft.jawaban["desa_asal"] == pilihan.kode
    assert kedua == f"2. {pilihan.singkat}"


def test_a_button_says_less_than_the_text_and_fits_telegram() -> None:
    jalan = Walk.of(Lahir).say("kudus", "sidorejo")
    pilihan = [tombol for tombol in jalan.tombol if tombol.aksi.startswith("v:")]
    assert len({tombol.label for tombol in pilihan}) == 8
    assert all(len(tombol.aksi) <= len("v:3319072010") for tombol in pilihan)
    jalan.expect("Kec. Ambal, Kab. Kebumen, Jawa Tengah")


def test_part_of_a_name_is_offered_even_if_it_is_the_only_one() -> None:
    jalan = Walk.of(Lahir).say("kudu").expect(words.MUNGKIN_MAKSUD)
    assert "tempat_lahir" not in jalan.draft.jawaban
    jalan.tap("Kab. Kudus").expect("✓ Tempat lahir: Kab. Kudus")


def test_what_is_not_found_is_refused_and_the_offer_stays() -> None:
    jalan = Walk.of(Lahir).say("xyzxyz").expect(words.TIDAK_ADA_DI_DAFTAR)
    assert jalan.label[0] == "1. Kab. Kudus, Jawa Tengah"


def test_a_mistyped_village_of_the_office_is_offered() -> None:
    jalan = Walk.of(Lahir).say("kudus", "bakalankrapiak").expect(words.MUNGKIN_MAKSUD)
    assert jalan.label[0] == "1. Bakalankrapyak, Kaliwungu, Kab. Kudus"


@pytest.mark.parametrize("teks", ["3319072010", "33.19.07.2010", "33 19 07 2010"])
def test_a_code_is_an_answer(teks: str) -> None:
    assert Walk.of(Lahir).say("kudus", teks).draft.jawaban["desa_asal"] == BAE


def test_a_retired_code_is_an_answer_and_means_todays() -> None:
    jalan = Walk.of(Lahir).say("9101").expect("✓ Tempat lahir: Kab. Merauke, Papua Selatan")
    assert jalan.draft.jawaban["tempat_lahir"] == "93.01"


def test_the_words_of_a_choice_are_an_answer() -> None:
    jalan = Walk.of(Lahir).say("kudus", "2. Bae, Bae, Kab. Kudus")
    assert jalan.draft.jawaban["desa_asal"] == BAE


def test_a_whole_address_may_stand_on_one_line() -> None:
    jalan = Walk.of(Alamat).say("Jl. Kenari 5 RT 02 RW 03 Desa Bae Kec. Bae Kab. Kudus")
    assert jalan.draft.status == "ringkas"
    assert jalan.draft.jawaban["desa"] == BAE
    assert jalan.draft.jawaban["jalan"] == "Jl. Kenari 5"


def test_a_number_in_an_address_is_not_a_choice() -> None:
    jalan = Walk.of(Alamat).say("Jl. Kenari 5 RT 02 RW 03 Desa 2")
    assert "desa" not in jalan.draft.jawaban


def test_a_pasted_line_fills_it_when_it_is_unambiguous() -> None:
    jalan = Walk.of(Lahir).say("Tempat lahir: Kudus\nDesa: bakalan krapyak")
    jalan.expect("✓ Terisi: Tempat lahir, Desa asal", "Periksa jawaban")


def test_a_pasted_line_that_may_mean_several_is_asked() -> None:
    jalan = Walk.of(Lahir).say("Tempat lahir: Kudus\nDesa: Sidorejo")
    jalan.expect("✓ Terisi: Tempat lahir", "Desa asal: Ada banyak yang cocok", "Dari desa mana?")
    assert "desa_asal" not in jalan.draft.jawaban


def test_the_lines_below_a_pasted_village_say_where_it_lies() -> None:
    jalan = Walk.of(Alamat).say(
        "Alamat: Jl. Kenari 5\nKel/Desa: Sidorejo\nKecamatan: Sedan\nKabupaten: Rembang\nKode: 1"
    )
    jalan.expect("tidak ditanyakan: Kode.").expect_no("baris tidak dikenali")
    assert jalan.draft.jawaban["desa#"] == "Desa Sidorejo, Kec. Sedan, Kab. Rembang, Jawa Tengah"


def test_a_row_may_begin_with_an_area_and_its_number_is_not_a_hidden_choice() -> None:
    jalan = Walk.of(Rombongan).say("bae, kudus").tap("Tidak ada").say("kudus", "ANI SANTOSO")
    jalan.say("1").expect(words.TIDAK_ADA_DI_DAFTAR)
    jalan.say("demak").expect("✓ Lahir di: Kab. Demak").say("BUDI SANTOSO")
    jalan.tap("Selesai").tap("Kirim").done()


def test_the_summary_shows_the_path_and_never_the_code() -> None:
    jalan = Walk.of(Lahir).say("kudus", "bae, kudus")
    for mask in (True, False):
        teks = summary(jalan.rencana, jalan.draft, mask=mask)
        assert "Desa asal: Desa Bae, Kec. Bae, Kab. Kudus, Jawa Tengah" in teks
        assert "33.19" not in teks


def test_every_code_in_the_answers_is_named_also_in_rows_but_not_a_hidden_one() -> None:
    jalan = Walk.of(Rombongan).say("bae, kudus", "bakalankrapyak", "demak")
    jalan.say("kudus", "ANI SANTOSO").tap("Selesai")
    assert area_codes(jalan.rencana, jalan.draft) == (BAE, "33.19.01.2001", "33.21", "33.19")
    tanpa = Walk.of(Rombongan).say("bae, kudus").tap("Tidak ada").say("kudus", "ANI SANTOSO")
    assert area_codes(tanpa.rencana, tanpa.draft) == (BAE, "33.19")


def test_without_the_nations_list_the_offices_villages_are_chosen_from() -> None:
    konteks = Konteks(KONTEKS.hari_ini, DESA)
    jalan = Walk.of(Alamat, konteks=konteks).say("Jl. Kenari 5", "002/003", "prambatan")
    assert jalan.draft.jawaban["desa"] == "33.19.01.2002"
    Walk.of(Lahir, konteks=konteks).say("kudus").expect(words.DAFTAR_KOSONG)


def test_an_old_and_a_forged_button_choose_nothing() -> None:
    jalan = Walk.of(Lahir)
    for rev, aksi in ((jalan.draft.rev - 1, "v:3319"), (jalan.draft.rev, "v:1171")):
        jalan.play(Tekan(rev, aksi))
        assert "tempat_lahir" not in jalan.draft.jawaban


def test_what_is_sought_is_one_clean_line() -> None:
    assert sought(" 3. Bae,\n Kudus\u202e ") == "Bae, Kudus"
    assert sought("33.19.07.2010") == "33.19.07.2010"


@settings(max_examples=80, deadline=None)
@given(teks=st.one_of(st.text(), st.sampled_from(UCAPAN), st.text("abdeiknorsu 1.,", max_size=14)))
@pytest.mark.parametrize("awal", [(), ("kudus",)])
def test_whatever_is_typed_breaks_nothing_and_takes_only_what_it_names(
    awal: tuple[str, ...], teks: str
) -> None:
    jalan = Walk.of(Lahir).say(*awal)
    nama = "desa_asal" if awal else "tempat_lahir"
    terlihat = len([tombol for tombol in jalan.tombol if tombol.aksi.startswith("v:")])
    jalan.say(teks)
    check(jalan)
    kode = jalan.draft.jawaban.get(nama)
    angka = "".join(filter(str.isdigit, teks))
    if kode is None or angka in {str(nomor + 1) for nomor in range(terlihat)}:
        return
    tempat = WILAYAH.tempat(kode)
    assert tempat is not None
    huruf = {satu for satu in fold(teks).decode() if satu.isalpha()}
    assert huruf <= set(f"{tempat.alamat} desa kelurahan kabupaten provinsi".casefold())


def test_such_a_form_can_be_walked_at_random() -> None:
    assert jalan_acak(service(Rombongan, Lahir), 80, 1).terkirim >= 2


class Banding(Formulir):
    """A condition that compares a code of a list that the form does not hold."""

    asal: jenis.DesaNasional
    lagi: Annotated[jenis.Baris | None, Tanya("Apa?", bila=F.asal == BAE)] = None


class Angka(Formulir):
    """A code that is not text."""

    asal: Annotated[int, Sifat("x", opsi="desa_nasional"), Tanya("Dari mana?")]


class BarisBanding(Formulir):
    """The same inside a group."""

    orang: Annotated[list[Banding], Ulang("Siapa?", judul="{asal}")]


@pytest.mark.parametrize(
    ("formulir", "cacat"),
    [
        (Banding, r"Banding\.lagi: bila hanya dapat memakai F\.asal\.terisi"),
        (BarisBanding, r"Banding\.lagi: bila hanya dapat memakai F\.asal\.terisi"),
        (Angka, r"Angka\.asal: .* harus str"),
    ],
)
def test_what_cannot_be_asked_is_refused(formulir: type[Formulir], cacat: str) -> None:
    with pytest.raises(FormulirRusak, match=cacat):
        compile_form(formulir, kontak=False)


def test_the_label_is_made_of_the_fields_name() -> None:
    assert soal(Lahir, 0).label == "Tempat lahir"
    assert soal(Lahir, 1).opsi_nasional == "desa_nasional"
