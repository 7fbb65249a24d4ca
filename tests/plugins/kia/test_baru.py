"""KIA baru: what is asked of whom, on which day; who is refused and sent where."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from core.api import HasilCari, Kartu, Unggahan
from core.dialog import Konteks, compile_form, needs, searches
from core.kit import KONTEKS, Naskah, Walk
from plugins.kia import LAYANAN
from plugins.kia.baru import BARU, follow_up
from plugins.kia.cermat import near
from plugins.kia.isian import KIABaru, KIAPetugas
from plugins.kia.kode import GolonganDarah, Hubungan
from tests.plugins.kia.contoh import BAE, HARI_INI, NOMOR_AKTA, NOMOR_KK, RAKA, tercatat

# /start, the service, [Mulai]: before the first question.
PEMBUKA = 3
LIMA_TAHUN = "8-5-2021"
BELUM_LIMA = "9-5-2021"


def on(hari_ini: date) -> Konteks:
    return replace(KONTEKS, hari_ini=hari_ini)


def child(lahir: str, hasil: HasilCari = HasilCari.ADA, *, pada: date = HARI_INI) -> Walk:
    """Somebody who has named a child; the dialog as it is compiled for this service."""
    rencana = compile_form(BARU.formulir, kontak=bool(BARU.terkirim))
    walk = Walk(rencana, konteks=on(pada), naskah=Naskah(cari=hasil))
    return walk.say(NOMOR_KK, "Raka Putra Santoso", lahir)


def papers(walk: Walk) -> Walk:
    """Certificate, blood, parents' cards."""
    walk.expect("nomor akta").say(NOMOR_AKTA).expect("golongan darah").tap("Tidak tahu")
    return walk.expect("KTP-el").send().expect("yang satu lagi").send()


def filed(walk: Walk) -> KIABaru:
    isian = walk.tap("Kirim").done().selesai.isian
    assert isinstance(isian, KIABaru)
    return isian


def test_a_small_child_needs_no_photo(put_on_record: Callable[[str], None]) -> None:
    walk = papers(child(BELUM_LIMA)).expect("Sudah benar?").expect_no("Pas foto")
    assert filed(walk).pas_foto is None
    banyak = PEMBUKA + walk.kirim
    put_on_record(f"kia-baru below 5 by the form alone: {banyak} messages")
    assert banyak <= 11


def test_from_the_fifth_birthday_on_a_photo_is_asked(put_on_record: Callable[[str], None]) -> None:
    walk = papers(child(LIMA_TAHUN)).expect("Pas foto", "latar merah", "latar biru").send()
    assert isinstance(filed(walk).pas_foto, Unggahan)
    banyak = PEMBUKA + walk.kirim
    put_on_record(f"kia-baru from 5 on by the form alone: {banyak} messages")
    assert banyak <= 12


def test_a_form_that_waits_over_the_fifth_birthday_asks_for_the_photo() -> None:
    walk = papers(child(BELUM_LIMA)).expect("Sudah benar?")
    walk.konteks = on(date(2026, 5, 9))
    walk.tap("Kirim").expect("Pas foto").send()
    assert filed(walk).pas_foto is not None


def test_the_day_before_the_17th_birthday_is_the_last() -> None:
    child("9-5-2009").expect("nomor akta")


@pytest.mark.parametrize("lahir", ["8-5-2009", "1-1-1990"])
def test_from_17_on_the_birth_date_is_refused_and_the_way_to_the_ktp_el_is_told(
    lahir: str,
) -> None:
    walk = child(lahir).expect("KIA hanya untuk anak di bawah 17 tahun", "KTP-el", "perekaman")
    walk.expect("Kapan tanggal lahir anak?")
    assert "tanggal_lahir" not in walk.draft.jawaban


def test_a_form_that_waits_over_the_17th_birthday_is_refused_at_the_birth_date() -> None:
    walk = papers(child("9-5-2009")).send().expect("Sudah benar?")
    walk.konteks = on(date(2026, 5, 9))
    walk.tap("Kirim").expect("KIA hanya untuk anak di bawah 17 tahun", "tanggal lahir anak")
    assert walk.draft.status == "tanya"


def test_a_child_born_today_can_have_a_card_and_one_of_tomorrow_not() -> None:
    child("8-5-2026").expect("nomor akta")
    child("9-5-2026").expect("belum terjadi")


def test_a_recorded_child_is_not_asked_for_what_the_registry_knows() -> None:
    walk = papers(child(BELUM_LIMA)).tap("Kirim").done()
    asked = {"nik", "kk", "agama", "alamat", "kepala_keluarga", "hubungan", "sudah_kawin"}
    assert not asked & set(walk.draft.jawaban)


@pytest.mark.parametrize("hasil", [HasilCari.TIDAK, HasilCari.DIAM])
def test_without_the_registry_the_child_is_typed_and_the_family_card_shown(
    hasil: HasilCari,
) -> None:
    walk = child(LIMA_TAHUN, hasil).expect("hubungan Anda").tap("Saya ibunya")
    walk.expect("Foto KK").send().say("3319990805210003").tap("LAKI-LAKI").say("Kudus")
    walk.tap("Islam").say("Budi Santoso", "Jl. Kenari 5 RT 02 RW 05 Desa Bae")
    isian = filed(papers(walk).send())
    assert isian.hubungan is Hubungan.IBU
    assert isian.kk is not None
    assert (isian.alamat, isian.rt_rw, isian.desa) == ("Jl. Kenari 5", "002/005", BAE.kode)
    assert isian.sudah_kawin is None


def test_whoever_was_sent_by_the_parents_shows_a_letter() -> None:
    walk = child(LIMA_TAHUN, HasilCari.DIAM).tap("Saya diberi kuasa").expect("F-1.07").send()
    assert "surat_kuasa" in walk.draft.jawaban


def test_a_married_child_has_an_adults_card() -> None:
    walk = child("8-5-2014", HasilCari.DIAM).tap("Saya ayahnya").send().say("3319990805140003")
    walk.tap("LAKI-LAKI").say("Kudus").tap("Islam").say("Budi Santoso", "Jl. Kenari 5")
    walk.say("02/05", "Bae").expect("sudah pernah kawin").tap("Ya")
    papers(walk).send().expect("belum pernah kawin", "KTP-el", "Apakah anak ini")
    filed(walk.tap("Tidak"))


def test_a_younger_child_is_not_asked_whether_it_is_married() -> None:
    walk = child("9-5-2014", HasilCari.DIAM).tap("Saya ayahnya").send().say("3319990905140003")
    walk.tap("LAKI-LAKI").say("Kudus").tap("Islam").say("Budi Santoso", "Jl. Kenari 5")
    walk.say("02/05", "Bae").expect("nomor akta")


def test_whoever_has_no_number_at_hand_sends_the_certificate() -> None:
    walk = child(BELUM_LIMA).tap("Kirim foto aktanya saja").expect("kutipan akta").send()
    walk.say("O+").send().tap("Hanya satu orang tua atau wali")
    isian = filed(walk)
    assert isian.nomor_akta is None
    assert isian.akta is not None
    assert isian.ktp_lain is None
    assert isian.golongan_darah is GolonganDarah.O_PLUS


@pytest.mark.parametrize("nomor", ["AL.774.0012345", "123/1999"])
def test_an_older_number_is_taken_and_remarked_on(nomor: str) -> None:
    walk = child(BELUM_LIMA).say(nomor).expect("Bentuk nomor akta", "golongan darah")
    assert walk.draft.jawaban["nomor_akta"] == nomor


@pytest.mark.parametrize("nomor", ["akta", "3319-LU-01012021-0001" * 2])
def test_what_cannot_be_a_number_is_refused(nomor: str) -> None:
    child(BELUM_LIMA).say(nomor).expect("omor akta").expect_no("golongan darah")


def test_a_card_is_never_mailed_so_no_address_is_asked() -> None:
    for layanan in LAYANAN:
        assert isinstance(layanan.hasil, Kartu)
        assert layanan.terkirim == ""
    assert "E-mail" not in papers(child(BELUM_LIMA)).teks


def test_one_search_is_made_and_it_carries_the_proof() -> None:
    walk = child(BELUM_LIMA)
    (pencarian,) = searches(walk.rencana, walk.draft).values()
    assert (pencarian.jenis, pencarian.nomor) == ("keluarga", NOMOR_KK)
    assert (pencarian.nama, pencarian.lahir) == ("RAKA PUTRA SANTOSO", date(2021, 5, 9))


def test_what_to_bring_says_for_whom_the_photo_is() -> None:
    bawaan = needs(Walk.of(KIABaru).rencana)
    (foto,) = (satu for satu in bawaan if satu.startswith("Pas foto"))
    assert foto.endswith("(bila berusia 5 tahun atau lebih menurut tanggal lahir anak)")
    assert any(satu.startswith("Foto KK anak (bila datanya tidak kami temukan") for satu in bawaan)


def test_the_officer_is_told_of_a_birthday_that_is_near_or_over() -> None:
    bayi = replace(RAKA, tanggal_lahir=date(2021, 6, 7))
    isian = tercatat(bayi, berfoto=False)
    assert near(isian, date(2026, 4, 8)) == ()
    assert "59 hari lagi" in near(isian, date(2026, 4, 9))[0]
    assert "Kembalikan permohonan" in near(isian, date(2026, 6, 7))[0]


def test_the_older_card_without_a_photo_is_taken_in() -> None:
    assert "tarik" in follow_up(tercatat())[0]
    assert follow_up(tercatat(berfoto=False)) == ()


def test_the_officer_types_the_number_from_a_photo_or_skips() -> None:
    walk = Walk.of(KIAPetugas).say(NOMOR_AKTA.lower()).tap("Kirim").done()
    assert walk.selesai.isian == KIAPetugas(nomor_akta=NOMOR_AKTA)
    walk = Walk.of(KIAPetugas).tap("Menurut isian pemohon").tap("Kirim").done()
    assert walk.selesai.isian == KIAPetugas()
