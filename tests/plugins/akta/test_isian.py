"""The form of a birth, walked to its end by every branch: who is asked what, and what is not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from core.api import HasilCari
from core.dialog import compile_form, needs, searches, so_far
from core.kit import KONTEKS, Naskah, Walk
from plugins.akta import LAYANAN, AktaLahir
from plugins.akta.kode import Kewarganegaraan, OrangTua, Pelapor
from plugins.akta.surat import birth_statement, couple_statement
from tests.plugins.akta.contoh import HARI_INI, NOMOR_KK, bahan

# /start, the service, [Mulai]: before the first question.
PEMBUKA = 3
(LAYANAN_LAHIR,) = LAYANAN
BERDUA, TANPA_BUKTI, HANYA_IBU = (satu.label for satu in OrangTua)


def begun(hasil: HasilCari = HasilCari.ADA, *, pada: date = HARI_INI) -> Walk:
    """The dialog as it is compiled for this service."""
    terkirim = LAYANAN_LAHIR.terkirim
    rencana = compile_form(LAYANAN_LAHIR.formulir, kontak=True, dokumen=terkirim)
    return Walk(rencana, konteks=replace(KONTEKS, hari_ini=pada), naskah=Naskah(cari=hasil))


def mother(walk: Walk, pelapor: str = "Saya ibunya", orang_tua: str = BERDUA) -> Walk:
    return walk.tap(pelapor).tap(orang_tua).say(NOMOR_KK, "Siti Aminah", "21-04-1992")


def father(walk: Walk) -> Walk:
    return walk.expect("nama lengkap ayah").say("Budi Santoso", "17-08-1990")


def parents(walk: Walk) -> Walk:
    """A recorded couple with its proof of marriage."""
    return father(mother(walk)).expect("buku nikah").send()


def birth(walk: Walk, *, surat: bool = True, nama: str = "Raka Putra Santoso") -> Walk:
    """The child, from its letter to its length."""
    walk.expect("surat keterangan lahir")
    walk = walk.send() if surat else walk.tap("Tidak punya surat lahir")
    walk.say("3-5-2026", nama).tap("LAKI-LAKI").tap("Puskesmas").say("kudus", "04.30")
    walk.tap("Tunggal").say("ke-2").tap("Bidan")
    if not surat:
        walk.expect("nama penolong").say("Sri Wahyuni")
    return walk.say("3200 gram", "49")


def witnesses(walk: Walk, kedua: str = "3319994107310001") -> Walk:
    walk.expect("saksi").say("Joko Susilo", "3319990606860001", "3319992704190001").tap("WNI")
    return walk.say("Sarijah", kedua, "3319990303080001").tap("WNI")


def by_mail(walk: Walk) -> AktaLahir:
    walk.expect("e-mail").say("siti@warga.example", "123456").expect("Sudah benar?")
    isian = walk.tap("Kirim").done().selesai.isian
    assert isinstance(isian, AktaLahir)
    return isian


def test_a_recorded_couple_with_every_paper(put_on_record: Callable[[str], None]) -> None:
    walk = witnesses(birth(parents(begun())))
    isian = by_mail(walk)
    assert (isian.nama, isian.kelahiran_ke) == ("RAKA PUTRA SANTOSO", 2)
    assert (isian.berat, isian.panjang, isian.pukul) == ("3,2 kg", "49 cm", "04:30")
    assert (isian.tempat_kelahiran, isian.tanggal_lahir) == ("33.19", date(2026, 5, 3))
    assert isian.saksi[1].kewarganegaraan is Kewarganegaraan.WNI
    banyak = PEMBUKA + walk.kirim
    put_on_record(f"akta-lahir of a recorded couple by the form alone: {banyak} messages")
    assert banyak <= 38


def test_a_recorded_couple_is_not_asked_for_what_the_registry_knows() -> None:
    walk = witnesses(birth(parents(begun())))
    asked = {"nik_ibu", "tempat_lahir_ibu", "nik_ayah", "tempat_lahir_ayah", "kk"}
    assert not asked & set(walk.draft.jawaban)


def test_both_searches_are_made_in_the_mothers_card_and_carry_the_proof() -> None:
    walk = parents(begun())
    found = searches(walk.rencana, walk.draft)
    assert [found[path].nomor for path in ("ibu_tercatat", "ayah_tercatat")] == [NOMOR_KK] * 2
    assert found["ibu_tercatat"].nama == "SITI AMINAH"
    assert found["ayah_tercatat"].lahir == date(1990, 8, 17)


@pytest.mark.parametrize("hasil", [HasilCari.TIDAK, HasilCari.DIAM])
def test_without_the_registry_the_parents_are_typed_and_the_family_card_is_shown(
    hasil: HasilCari,
) -> None:
    walk = mother(begun(hasil)).expect("NIK ibu").say("3319996104920001", "Kudus")
    walk = father(walk).expect("NIK ayah").say("3319991708900001", "Jepara")
    isian = by_mail(witnesses(birth(walk.expect("Foto KK").send().send())))
    assert (isian.nik_ibu, isian.tempat_lahir_ayah) == ("3319996104920001", "Jepara")
    assert isian.kk is not None


def test_only_a_mother_needs_no_father_and_no_proof() -> None:
    walk = birth(mother(begun(), orang_tua=HANYA_IBU))
    isian = by_mail(witnesses(walk))
    assert (isian.nama_ayah, isian.bukti_nikah, isian.sptjm_nikah) == (None, None, None)


def test_only_a_mother_whom_nobody_knows_is_typed() -> None:
    walk = mother(begun(HasilCari.DIAM), orang_tua=HANYA_IBU)
    walk.say("3319996104920001", "Kudus").expect("Foto KK").send().expect("surat keterangan")


def test_without_a_letter_of_birth_the_statement_is_given_and_sent_back() -> None:
    walk = witnesses(birth(parents(begun()), surat=False))
    walk.expect("F-2.03", "SPTJM Kebenaran Data Kelahiran").send()
    isian = by_mail(walk)
    assert isian.surat_lahir is None
    assert isian.sptjm_lahir is not None


def test_without_a_proof_of_marriage_the_couples_statement_is_given() -> None:
    walk = witnesses(birth(father(mother(begun(), orang_tua=TANPA_BUKTI))))
    walk.expect("F-2.04", "SPTJM Pasangan Suami Istri").send()
    assert by_mail(walk).sptjm_nikah is not None


def test_a_couple_without_proof_whom_the_registry_does_not_show_sends_its_family_card() -> None:
    walk = mother(begun(HasilCari.TIDAK), orang_tua=TANPA_BUKTI).say("3319996104920001", "Kudus")
    father(walk).say("3319991708900001", "Jepara").expect("Foto KK")


def test_who_has_neither_paper_signs_both_statements() -> None:
    walk = witnesses(birth(father(mother(begun(), orang_tua=TANPA_BUKTI)), surat=False))
    isian = by_mail(walk.expect("F-2.03").send().expect("F-2.04").send())
    assert isian.sptjm_lahir is not None
    assert isian.sptjm_nikah is not None


def test_the_statements_are_made_of_what_was_answered_before_them() -> None:
    walk = witnesses(birth(father(mother(begun(), orang_tua=TANPA_BUKTI)), surat=False))
    sejauh = replace(bahan(), isian=so_far(walk.rencana, walk.draft, "sptjm_lahir"), penduduk={})
    lahir = birth_statement(sejauh)
    ditulis = [satu.isi for bagian in lahir.bagian for satu in bagian.baris]
    assert {"RAKA PUTRA SANTOSO", "KABUPATEN KUDUS, 3 MEI 2026", "SRI WAHYUNI"} <= set(ditulis)
    walk.send()
    sejauh = replace(sejauh, isian=so_far(walk.rencana, walk.draft, "sptjm_nikah"))
    nikah = couple_statement(sejauh)
    assert nikah.saksi[1][0].isi == "SARIJAH"
    assert nikah.bagian[1].baris[0].isi == "BUDI SANTOSO"


@pytest.mark.parametrize("pelapor", ["Saya keluarganya", "Saya diberi kuasa"])
def test_whoever_is_no_parent_says_who_they_are(pelapor: str) -> None:
    walk = begun().tap(pelapor).say("Kasminah", "3319997006710001", "3319991503110001")
    if "kuasa" in pelapor:
        walk.expect("F-1.07").send()
    walk.tap(HANYA_IBU).say(NOMOR_KK, "Siti Aminah", "21-04-1992")
    isian = by_mail(witnesses(birth(walk)))
    assert isian.nama_pelapor == "KASMINAH"
    assert (isian.surat_kuasa is not None) == (isian.pelapor is Pelapor.KUASA)


def test_a_father_who_is_not_to_be_named_is_asked_again_who_he_is() -> None:
    walk = witnesses(birth(mother(begun(), "Saya ayahnya", HANYA_IBU)))
    walk.say("siti@warga.example", "123456").expect("hanya ibu yang dicatat", "hubungan Anda")
    walk.tap("Saya keluarganya").say("Budi Santoso", "3319991708900001", NOMOR_KK)
    walk.expect("Sudah benar?").tap("Kirim").done()


def test_the_same_witness_twice_is_noticed_before_anything_is_sent() -> None:
    walk = witnesses(birth(parents(begun())), kedua="3319990606860001")
    walk.say("siti@warga.example", "123456").expect("orang yang berbeda", "NIK saksi")
    walk.say("3319994107310001").expect("Sudah benar?")


def test_a_mother_cannot_be_younger_than_her_child() -> None:
    mother(begun()).expect("ayah")
    begun().tap("Saya ibunya").tap(HANYA_IBU).say(NOMOR_KK, "Siti Aminah", "4-5-2020").expect(
        "terlalu dekat", "tanggal lahir ibu"
    )


def test_an_old_child_of_a_younger_mother_is_asked_about_again() -> None:
    walk = mother(begun(), orang_tua=HANYA_IBU).send().say("3-5-1991").tap("Tidak")
    walk.say("Raka Putra").tap("LAKI-LAKI").tap("Rumah").say("kudus", "4").tap("Tunggal")
    walk = witnesses(walk.say("1").tap("Dukun").say("3", "50"))
    walk.say("siti@warga.example", "123456").expect("lahir sebelum anaknya", "tanggal lahir ibu")


def test_a_child_not_yet_born_is_refused() -> None:
    birth_day = parents(begun()).send()
    birth_day.say("9-5-2026").expect("9 Mei 2026 belum terjadi").say("8-5-2026").expect("nama")


@pytest.mark.parametrize(("lahir", "ditanya"), [("9-5-2025", False), ("8-5-2025", True)])
def test_from_the_first_birthday_on_the_name_may_be_a_recorded_one(
    lahir: str, ditanya: bool
) -> None:
    walk = parents(begun()).send().say(lahir)
    assert ("sudah tertulis di KK" in walk.teks) == ditanya


def test_a_recorded_name_stays_as_it_is_and_a_new_one_follows_the_rules() -> None:
    walk = parents(begun()).send().say("8-5-2019").tap("Ya").expect("persis seperti di KK")
    assert walk.say("Nur'aini").draft.jawaban["nama_di_kk"] == "NUR'AINI"
    baru = parents(begun()).send().say("3-5-2026", "Nur'aini")
    assert "nama_anak" not in baru.expect("tanda baca").draft.jawaban


def test_a_name_of_one_word_is_remarked_on_and_taken() -> None:
    walk = parents(begun()).send().say("3-5-2026", "Raka").expect("dua kata", "jenis kelamin")
    assert walk.draft.jawaban["nama_anak"] == "RAKA"


def test_a_parents_nik_is_not_compared_with_the_childs_sex_or_birthday() -> None:
    walk = mother(begun(HasilCari.DIAM), orang_tua=HANYA_IBU).say("3319996104920001", "Kudus")
    walk = birth(walk.send())
    assert not any("👀" in satu.teks for satu in walk.semua)


def test_what_to_bring_names_every_paper_with_its_condition() -> None:
    bawaan = "\n".join(needs(begun().rencana))
    for paper in ("F-1.07", "KK orang tua", "buku nikah", "keterangan lahir", "F-2.03", "F-2.04"):
        assert paper in bawaan


def test_a_pasted_block_answers_many_questions_at_once() -> None:
    walk = parents(begun()).send()
    walk.say(
        "Tanggal lahir: 3-5-2026\nNama anak: Raka Putra\nJenis kelamin: laki-laki\nPukul: 4.30\n"
        "Tempat dilahirkan: Rumah\nTempat lahir: Kudus\nJenis kelahiran: tunggal\nAnak ke: 2\n"
        "Penolong: Bidan\nBerat: 3,2\nPanjang: 49"
    )
    walk.expect("saksi")


def test_the_foundling_is_shown_the_way_to_the_office() -> None:
    assert "orang tuanya tidak diketahui" in LAYANAN_LAHIR.ringkas
    walk = begun().tap("Saya keluarganya")
    walk.say("Kasminah", "3319997006710001", "3319991503110001").tap("Bantuan")
    walk.expect("tidak diketahui", "di kantor", "kepolisian")


def test_the_officer_fills_in_siaks_numbers_with_one_pasted_block() -> None:
    assert LAYANAN_LAHIR.formulir_petugas is not None
    walk = Walk.of(LAYANAN_LAHIR.formulir_petugas)
    walk.say(
        "Nomor akta: 3319-LU-08052026-0001\nTanggal pencatatan: 8-5-2026\n"
        "NIK anak: 3319990305260001\nKalimat: Anak seorang ibu"
    )
    walk.expect("Sudah benar?").tap("Kirim").done()


def test_the_officer_is_told_of_a_number_whose_date_is_another() -> None:
    assert LAYANAN_LAHIR.formulir_petugas is not None
    walk = Walk.of(LAYANAN_LAHIR.formulir_petugas)
    walk.say("3319-LU-07052026-0001", "8-5-2026").expect("berbeda dengan tanggal pencatatan")
    lama = Walk.of(LAYANAN_LAHIR.formulir_petugas)
    lama.say("123/1999").expect("Bentuk nomor akta")
