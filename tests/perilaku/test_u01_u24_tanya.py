"""U5 to U12, U16, U20 to U24: how every service asks, and how it takes a wrong answer."""

import re

import pytest

from core.bahasa import kata
from core.dialog import Kirim, Tekan, TitipanBerkas, Tulis, words
from core.dialog.parse import Terbaca, read
from core.dialog.rencana import Kelompok, Rupa, Soal
from core.dialog.walk import current
from core.kit import KONTEKS, Naskah, Walk
from core.kit.janji import BOCOR
from tests.core.dialog.forms import Ganti, Keluarga
from tests.perilaku.jalan import BENIH, SERVICES, Saat, all_questions, at, conversation

HITUNG = re.compile(r"<b>\[(\d+)/(\d+)(?: · [^\]]*? \d+, (\d+)/(\d+))?\]</b>")
PUNGGUNG = re.compile(r"\b(?:kesalahan fatal|kode galat|gagal memproses|bad request)\b", re.I)


def moments(kode: str) -> list[Saat]:
    semua = [saat for benih in BENIH for saat in conversation(kode, benih)]
    assert len(semua) >= 6, "an empty walk proves nothing"
    return semua


def counted(saat: Saat) -> tuple[int, ...] | None:
    cocok = HITUNG.findall(saat.teks)
    return tuple(int(satu) for satu in cocok[-1] if satu) if cocok else None


@pytest.mark.parametrize("kode", SERVICES)
def test_u05_exactly_one_question_per_message(kode: str) -> None:
    for saat in moments(kode):
        assert [satu.tanya for satu in saat.balasan].count(True) == 1
        assert saat.balasan[-1].tanya
        assert len(HITUNG.findall(saat.teks)) <= 1, saat.teks


@pytest.mark.parametrize("kode", SERVICES)
def test_u06_the_total_never_grows_on_the_way(kode: str) -> None:
    for benih in BENIH:
        hitungan = [satu for saat in conversation(kode, benih) if (satu := counted(saat))]
        assert hitungan
        # A rule across answers may ask an early question again, and open another way.
        mundur = [n for n in range(1, len(hitungan)) if hitungan[n][0] < hitungan[n - 1][0]]
        hitungan = hitungan[: mundur[0]] if mundur else hitungan
        dari = [satu[1] for satu in hitungan]
        assert dari == sorted(dari, reverse=True), dari
        assert all(satu[0] <= satu[1] for satu in hitungan)


def test_u06_members_are_numbered_within_their_question_and_change_no_total() -> None:
    jalan = Walk.of(Keluarga)
    jalan.say("3319991708900001", "ANI SANTOSO", "guru").expect("[1/1]")
    for nomor in (2, 3):
        jalan.tap("Tambah").expect(f"[1/1 · Anggota {nomor}, 1/3]")
        jalan.say(f"331999170890000{nomor}").expect(f"[1/1 · Anggota {nomor}, 2/3]")
        jalan.say("SITI AMINAH", "guru").expect("[1/1]")


@pytest.mark.parametrize("kode", SERVICES)
def test_u07_every_free_text_question_has_an_example_that_is_itself_an_answer(kode: str) -> None:
    for soal in all_questions(kode):
        if soal.rupa is Rupa.TEKS:
            assert soal.tanya.contoh, f"{kode}: {soal.nama}"
            assert isinstance(read(soal, soal.tanya.contoh, KONTEKS), Terbaca), soal.nama


@pytest.mark.parametrize("kode", SERVICES)
def test_u07_every_upload_has_a_picture_first_unasked_then_with_its_help(kode: str) -> None:
    sudah = False
    for saat in conversation(kode, 1):
        unggah = words.CARA_KIRIM in saat.teks
        ada = any(satu.contoh for satu in saat.balasan)
        assert ada == (unggah and not sudah), saat.teks
        sudah = sudah or unggah
        if unggah:
            bantu = at(kode, saat).play(Tekan(saat.draft.rev, "help"))
            assert [satu.contoh for satu in bantu.balasan if satu.contoh] == ["polos"]


@pytest.mark.parametrize("kode", SERVICES)
def test_u08_every_choice_works_by_tap_by_label_and_by_number(kode: str) -> None:
    for saat in conversation(kode, 2):
        pilihan = [t for t in at(kode, saat).tombol if t.aksi.startswith("v:")]
        for nomor, tombol in enumerate(pilihan, 1):
            tap = at(kode, saat).play(Tekan(saat.draft.rev, tombol.aksi)).draft.jawaban
            if words.PILIH_JAM not in saat.teks:  # there a number is the hour
                assert at(kode, saat).say(str(nomor)).draft.jawaban == tap
            label = re.sub(r"^\d+\. | \(\d+ tempat\)$", "", tombol.label)
            diketik = at(kode, saat).say(label.upper())
            # A button that shortens what two areas are called asks back, and changes nothing.
            assert diketik.draft.jawaban == tap or diketik.draft.saring, label


@pytest.mark.parametrize("kode", SERVICES)
def test_u09_what_is_optional_can_be_skipped_by_button_and_word_and_says_so(kode: str) -> None:
    for saat in conversation(kode, 1):
        jalan = at(kode, saat)
        if "skip" not in [satu.aksi for satu in jalan.tombol]:
            continue
        tempat = current(jalan.rencana, saat.draft)
        assert tempat is not None
        tombol = at(kode, saat).play(Tekan(saat.draft.rev, "skip"))
        assert at(kode, saat).say("Lewati").draft.jawaban == tombol.draft.jawaban
        assert isinstance(tempat.butir, Soal)
        way_out = kata(words.TERCATAT, label=kata(words.CARA_TERIMA), nilai="")
        assert f"✓ {tempat.butir.label}: " in tombol.teks or way_out.strip() in tombol.teks


def test_u09_the_summary_says_what_was_skipped() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send().say("lewati")
    jalan.expect("Periksa jawaban", "Telepon: Tanpa HP")


@pytest.mark.parametrize("kode", SERVICES)
def test_u11_back_shows_the_question_before_with_its_answer_and_loses_nothing(kode: str) -> None:
    for saat in conversation(kode, 3):
        jalan = at(kode, saat)
        if "back" not in [satu.aksi for satu in jalan.tombol]:
            continue
        sebelum = saat.draft.jawaban
        jalan.play(Tekan(saat.draft.rev, "back"))
        tempat = current(jalan.rencana, jalan.draft)
        assert tempat is not None
        aksi = [satu.aksi for satu in jalan.tombol]
        if "keep" in aksi:
            assert "Jawaban sekarang: " in jalan.teks
            assert jalan.draft.jawaban == sebelum
            jalan.play(Tekan(jalan.draft.rev, "keep"))
            assert current(jalan.rencana, jalan.draft) == current(jalan.rencana, saat.draft)
        else:
            # A list, an address whose code is under way, or a row that was begun and not answered.
            assert isinstance(tempat.butir, Kelompok) or tempat.kelompok or tempat.awalan


def test_u11_back_from_an_untouched_new_member_removes_the_row() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI SANTOSO", "guru").tap("Tambah")
    jalan.tap("Kembali").expect("Anggota: 1", "ANI SANTOSO")
    assert len(jalan.draft.jawaban["anggota"]["baris"]) == 1


@pytest.mark.parametrize("kode", SERVICES)
def test_u12_bantuan_says_why_and_how_and_asks_again(kode: str) -> None:
    for saat in conversation(kode, 1):
        jalan = at(kode, saat).say("bantuan")
        tempat = current(jalan.rencana, saat.draft)
        assert jalan.draft.jawaban == saat.draft.jawaban
        assert jalan.balasan[-1].tombol == saat.balasan[-1].tombol
        soal = tempat.butir if tempat else None
        tanya = getattr(soal, "tanya", None)
        told = ((tanya and tanya.bantuan) or words.BANTUAN_UMUM)[:40] in jalan.teks
        assert told or any(satu.contoh for satu in jalan.balasan), "words, or the picture for them"
        if tanya and tanya.contoh:
            assert "Contoh: " in jalan.teks


@pytest.mark.parametrize(
    "teks",
    ["3319 9917 0890 0001", "3319.9917.0890.0001", "3319-9917-0890-0001", " 3319991708900001 "],
)
def test_u14_a_nik_is_taken_however_it_is_spaced_and_echoed_masked(teks: str) -> None:
    jalan = Walk.of(Keluarga).say(teks).expect("✓ NIK: 3319••••••••0001")
    assert jalan.draft.jawaban["anggota"]["baris"][0]["nik"] == "3319991708900001"


@pytest.mark.parametrize("teks", ["budi santoso", "Budi Santoso", "BUDI  SANTOSO"])
def test_u14_a_name_is_taken_in_any_case_and_echoed_in_capitals(teks: str) -> None:
    Walk.of(Keluarga).say("3319991708900001", teks).expect("✓ Nama: BUDI SANTOSO")


@pytest.mark.parametrize("kode", SERVICES)
def test_u16_text_for_a_file_and_a_file_for_text_are_told_apart(kode: str) -> None:
    foto = Kirim(TitipanBerkas("foto1", "foto1", "image/jpeg", 1000))
    for saat in conversation(kode, 2):
        tempat = current(at(kode, saat).rencana, saat.draft)
        soal = tempat.butir if tempat else None
        match getattr(soal, "rupa", None):
            case Rupa.UNGGAH:
                at(kode, saat).play(Tulis("sudah saya kirim")).expect(words.MINTA_BERKAS)
            case Rupa.PILIHAN:
                at(kode, saat).play(foto).expect(words.MINTA_TOMBOL)
            case Rupa.TEKS:
                at(kode, saat).play(foto).expect(words.MINTA_TEKS)


def test_u20_a_refusal_says_what_to_do_with_the_count() -> None:
    jalan = Walk.of(Keluarga).say("331999170890000")
    jalan.expect("NIK terdiri dari 16 angka", "15 angka")


@pytest.mark.parametrize("kode", SERVICES)
def test_u21_no_english_and_no_blame_in_anything_that_is_said(kode: str) -> None:
    for saat in moments(kode):
        for salah in ("?", "31-2-2000", "x" * 400, "12345"):
            teks = re.sub(r"<[^>]*>", "", at(kode, saat).say(salah).teks)
            teks = teks.replace("x" * 120, "")
            assert not BOCOR.search(teks), teks
            assert not PUNGGUNG.search(teks), teks


@pytest.mark.parametrize("kode", SERVICES)
def test_u22_a_wrong_answer_loses_no_other(kode: str) -> None:
    for saat in conversation(kode, 1):
        jalan = at(kode, saat).say("\u2603")
        lama = {k: v for k, v in saat.draft.jawaban.items() if not isinstance(v, dict)}
        assert lama.items() <= jalan.draft.jawaban.items()


def test_u23_after_three_failures_help_and_the_office_are_offered() -> None:
    jalan = Walk.of(Keluarga).say("1", "2")
    jalan.expect_no("hubungi petugas").say("3")
    jalan.expect("tertulis paling atas di KTP-el", "hubungi petugas Disdukcapil Contoh")


def test_u23_after_three_failures_at_an_upload_the_picture_comes_again() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001", "apa", "bagaimana")
    assert not any(satu.contoh for satu in jalan.balasan)
    jalan.say("tidak bisa").expect("hubungi petugas")
    assert [satu.contoh for satu in jalan.balasan if satu.contoh] == ["polos"]


def test_u24_a_broken_rule_across_answers_leads_to_the_answer() -> None:
    jalan = Walk.of(Keluarga).say("3319991708900001", "ANI SANTOSO", "guru").tap("Tambah")
    jalan.say("3319991708900001", "SITI AMINAH", "guru").tap("Selesai")
    jalan.expect("NIK ini sudah ada", "Berapa NIK anggota?", "Jawaban sekarang")
    jalan.say("3319991708900002").expect("Periksa jawaban")


def test_u18_a_photo_as_file_and_a_file_as_photo_both_work_and_large_ones_are_explained() -> None:
    for mime in ("image/jpeg", "image/png", "application/pdf"):
        Walk.of(Ganti).tap("KK hilang").say("3319990108160001").send(mime).expect("Nomor HP?")
    jalan = Walk.of(Ganti, naskah=Naskah()).tap("KK hilang").say("3319990108160001")
    jalan.send(ukuran=21 * 1024 * 1024).expect("terlalu besar", "20 MB")


def test_u17_an_album_to_a_question_is_taken_page_by_page_in_one_line() -> None:
    jalan = Walk.of(Ganti).tap("KK hilang").say("3319990108160001")
    jalan.send(album="a").expect("halaman 1 diterima", "Nomor HP?")
    jalan.send(album="a").expect("halaman 1, 2 diterima")
    assert jalan.draft.jawaban["surat"]["lanjutan"]
