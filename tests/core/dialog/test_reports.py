"""What the room reports: look-ups, codes. Late and strange reports change nothing."""

import pytest

from core.api import HasilCari
from core.dialog import (
    CariPenduduk,
    Dicari,
    Kejadian,
    KirimKode,
    KodeCocok,
    KodeDikirim,
    KodeDitolak,
    KodeSalah,
    PeriksaKode,
    Tulis,
    step,
)
from core.kit import KONTEKS, Naskah, Walk
from tests.core.dialog.forms import Dikenal, Ganti, Satu


def test_what_the_registry_knows_is_not_asked() -> None:
    jalan = Walk.of(Dikenal).say("3319990108160001", "ANI", "17-8-1990").expect("Periksa")
    assert isinstance(jalan.efek[-1], CariPenduduk)
    assert jalan.selesai.isian.model_dump()["tercatat"] is HasilCari.ADA


@pytest.mark.parametrize("hasil", [HasilCari.TIDAK, HasilCari.DIAM])
def test_what_the_registry_does_not_know_is_asked(hasil: HasilCari) -> None:
    jalan = Walk.of(Dikenal, naskah=Naskah(cari=hasil))
    jalan.say("3319990108160001", "ANI", "17-8-1990").expect("Apa hubungan Anda?")


def test_a_changed_answer_is_looked_up_again() -> None:
    jalan = Walk.of(Dikenal).say("3319990108160001", "ANI", "17-8-1990")
    jalan.tap("Ubah").tap("Nama").say("SITI").expect("Periksa")
    nama = [efek.nama for efek in jalan.efek if isinstance(efek, CariPenduduk)]
    assert nama == ["ANI", "SITI"]


def test_while_the_registry_is_asked_any_message_asks_it_again() -> None:
    jalan = Walk.of(Dikenal).say("3319990108160001", "ANI")
    langkah = step(jalan.rencana, jalan.draft, Tulis("17-8-1990"), KONTEKS)
    ulang = step(jalan.rencana, langkah.draft, Tulis("halo?"), KONTEKS)
    assert ulang.efek == langkah.efek
    assert ulang.draft.jawaban == langkah.draft.jawaban


def at_code() -> Walk:
    return Walk.of(Satu, kontak=True).say("ANI", "ani@desa.id")


def test_the_address_is_proven_by_a_code() -> None:
    jalan = at_code().expect("Kode dikirim ke ani@desa.id.", "Berapa kode 6 angka")
    assert jalan.efek == [KirimKode("kontak.kode", "ani@desa.id")]
    jalan.say("123 456").expect("Periksa")
    assert jalan.efek[-1] == PeriksaKode("kontak.kode", "ani@desa.id", "123456")
    assert "123456" not in jalan.draft.dump()


def test_a_wrong_code_is_told_and_asked_again() -> None:
    at_code().say("999999").expect("Kode belum cocok", "Berapa kode").say("123456").expect(
        "Periksa"
    )


@pytest.mark.parametrize(("teks", "bagian"), [("12345", "5 angka"), ("kode saya", "hanya berisi")])
def test_what_is_no_code_is_not_even_compared(teks: str, bagian: str) -> None:
    jalan = at_code().say(teks).expect(bagian)
    assert len(jalan.efek) == 1


def test_a_code_can_be_sent_again_and_the_address_changed() -> None:
    jalan = at_code().tap("Kirim ulang kode").expect("Kode dikirim")
    jalan.tap("Ganti alamat").say("siti@desa.id", "123456").expect("Periksa", "siti@desa.id")
    assert [efek.alamat for efek in jalan.efek if isinstance(efek, KirimKode)] == [
        "ani@desa.id", "ani@desa.id", "siti@desa.id",
    ]  # fmt: skip


def test_when_no_other_code_can_be_sent_the_first_still_counts() -> None:
    jalan = at_code()
    jalan.play(KodeDitolak("kontak.kode", "Tunggu satu menit.")).expect("Tunggu", "Berapa kode")
    jalan.say("123456").expect("Periksa")


def test_before_a_code_is_on_its_way_none_is_compared() -> None:
    jalan = Walk.of(Satu, kontak=True).say("ANI")
    langkah = step(jalan.rencana, jalan.draft, Tulis("ani@desa.id"), KONTEKS)
    ulang = step(jalan.rencana, langkah.draft, Tulis("123456"), KONTEKS)
    assert ulang.efek == (KirimKode("kontak.kode", "ani@desa.id"),)


def test_an_address_that_takes_no_mail_is_asked_again() -> None:
    jalan = Walk.of(Satu, kontak=True).say("ANI")
    menunggu = step(jalan.rencana, jalan.draft, Tulis("ani@desa.id"), KONTEKS).draft
    tolak = KodeDitolak("kontak.kode", "Alamat itu tidak dapat menerima surat.")
    langkah = step(jalan.rencana, menunggu, tolak, KONTEKS)
    assert "⚠️ Alamat itu tidak dapat" in langkah.balasan[-1].teks
    assert "Ke alamat e-mail mana" in langkah.balasan[-1].teks
    assert "email" not in langkah.draft.jawaban["kontak"]


def test_a_proven_address_that_is_changed_must_be_proven_again() -> None:
    jalan = at_code().say("123456").tap("Ubah").tap("E-mail").say("siti@desa.id")
    jalan.expect("Berapa kode 6 angka")


@pytest.mark.parametrize(
    "laporan",
    [
        Dicari("nomor_kk", HasilCari.ADA),
        KodeDikirim("kontak.kode", "Dikirim."),
        KodeCocok("kontak.kode"),
        KodeSalah("kontak.kode", "Salah."),
        KodeDitolak("alasan", "Tidak."),
    ],
)
def test_a_report_that_nobody_waits_for_changes_nothing(laporan: Kejadian) -> None:
    jalan = Walk.of(Ganti).tap("KK hilang")
    hasil = step(jalan.rencana, jalan.draft, laporan, KONTEKS)
    assert hasil.draft.jawaban == jalan.draft.jawaban
    assert hasil.balasan[-1].tanya
