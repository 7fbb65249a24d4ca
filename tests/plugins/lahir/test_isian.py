"""The birth package as it is talked through: asked once, and never for what cannot come."""

import pytest

from core.api import HasilCari
from core.dialog import compile_form, meets, needs
from core.kit import Naskah, Walk
from plugins.lahir import LAYANAN
from plugins.lahir.isian import PaketLahir, PaketPetugas

(PAKET,) = LAYANAN
NOMOR_KK = "3319990108160001"


def begun(hasil: HasilCari = HasilCari.ADA) -> Walk:
    """A mother begins, up to her husband's birth date."""
    jalan = Walk(compile_form(PaketLahir, kontak=False), naskah=Naskah(cari=hasil))
    jalan.tap("Saya ibunya").tap("Ayah dan ibu, ada bukti nikah").say(NOMOR_KK)
    jalan.say("Siti Aminah", "21-04-1992")
    if hasil is not HasilCari.ADA:
        jalan.expect("Berapa NIK ibu?").say("3319996104920001", "Kudus")
    jalan.say("Budi Santoso", "17-08-1990")
    if hasil is not HasilCari.ADA:
        jalan.say("3319991708900001", "Jepara").expect("Foto KK orang tua").send()
    return jalan.expect("Foto buku nikah").send()


def born(jalan: Walk, lahir: str = "03-05-2026") -> Walk:
    """The letter of birth and everything about the child."""
    jalan.send().say(lahir, "Raka Putra Santoso").tap("LAKI-LAKI").tap("RS atau")
    jalan.say("Kudus").say("04:30").tap("Tunggal").say("2").tap("Bidan")
    return jalan.say("3,2", "49")


def witnessed(jalan: Walk) -> Walk:
    for nama, nik, kk in (
        ("Joko Susilo", "3319990606860001", "3319992704190001"),
        ("Sarijah", "3319994107310001", "3319990303080001"),
    ):
        jalan.say(nama, nik, kk).tap("WNI")
    return jalan


def made(jalan: Walk) -> list[str]:
    """What comes out of these answers."""
    return [
        satu.jenis
        for satu in PAKET.keluaran
        if satu.bila is None or meets(jalan.rencana, jalan.draft, satu.bila)
    ]


def test_three_documents_are_asked_for_in_one_go() -> None:
    jalan = born(begun()).expect("golongan darah").tap("AB").expect("agama")
    jalan.tap("Sama dengan ibunya").expect("KTP-el ibu").send().expect("KTP-el ayah").send()
    witnessed(jalan.expect("saksi")).expect("Periksa").tap("Kirim").done()
    assert made(jalan) == ["akta", "kk", "kia"]
    teks = [satu.teks for satu in jalan.semua if satu.tanya]
    for kata in ("nama lengkap anak", "nama lengkap ibu", "tanggal lahir anak", "golongan darah"):
        assert sum(kata in satu for satu in teks) == 1, f"{kata} was asked more than once"
    assert jalan.kirim <= 40


@pytest.mark.parametrize("hasil", [HasilCari.TIDAK, HasilCari.DIAM])
def test_without_the_family_on_record_the_deed_comes_first_and_that_is_said(
    hasil: HasilCari,
) -> None:
    jalan = begun(hasil).expect("hanya akta", "KK dan KIA kami bantu di kantor")
    jalan.tap("Baik, akta dahulu")
    witnessed(born(jalan).expect("saksi")).expect("Periksa", "menyusul").tap("Kirim").done()
    assert made(jalan) == ["akta"]


def test_a_child_who_is_on_the_card_already_needs_no_other_card_of_the_family() -> None:
    jalan = begun().send().say("01-05-2025").expect("sudah tertulis di KK").tap("Ya")
    jalan.say("Raka Putra Santoso").tap("LAKI-LAKI").tap("RS atau").say("Kudus")
    jalan.say("04:30").tap("Tunggal").say("2").tap("Bidan").say("3,2", "49")
    jalan.tap("Tidak tahu").tap("Islam").send().tap("Tidak ada KTP-el ayah")
    witnessed(jalan).tap("Kirim").done()
    assert made(jalan) == ["akta", "kia"]


def test_an_answer_that_became_hidden_decides_nothing() -> None:
    jalan = begun().send().say("01-05-2025").tap("Ya").say("Raka Putra Santoso")
    jalan.tap("Kembali").tap("Kembali").tap("Kembali").say("03-05-2026")
    assert "kk" in made(jalan)


@pytest.mark.parametrize(
    ("lahir", "kalimat"),
    [("08-05-2021", "Paket ini untuk anak di bawah 5 tahun"), ("09-05-2026", "belum terjadi")],
)
def test_a_child_of_five_or_one_not_yet_born_is_sent_elsewhere(lahir: str, kalimat: str) -> None:
    jalan = begun().send().say(lahir).expect(kalimat)
    jalan.say("09-05-2021").expect("sudah tertulis di KK")


def test_what_to_bring_is_listed_with_its_conditions() -> None:
    perlu = " ".join(needs(compile_form(PaketLahir, kontak=True)))
    for barang in ("surat keterangan lahir", "buku nikah", "KTP-el ibu", "KTP-el ayah"):
        assert barang in perlu


def test_the_officer_types_what_siak_gave_and_may_skip_the_relation() -> None:
    jalan = Walk(compile_form(PaketPetugas, kontak=False))
    jalan.say("3319-LU-08052026-0001", "08-05-2026", "3319990305260001")
    jalan.tap("Ayah dan ibu, perkawinan tercatat").expect("hubungan anak")
    jalan.tap("Menurut hubungan ibunya").tap("Kirim").done()


def test_whereto_is_asked_for_what_is_mailed_and_promises_only_what_is_sure() -> None:
    assert PAKET.terkirim == "Kutipan Akta Kelahiran dan Kartu Keluarga (bila ikut dibuat)"
