"""A family that the registry does not show is typed; and what the officer sees and types."""

from datetime import date

import pytest

from core.api import HasilCari
from core.dialog import needs
from core.kit import Walk
from plugins.pindah.cermat import follow_up, remarks
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.kode import (
    AlasanPindah,
    KKKepala,
    Sebagai,
    Siapa,
    Tinggal,
)
from plugins.pindah.petugas import PindahPetugas
from tests.plugins.pindah.contoh import HARI_INI, NOMOR, tercatat
from tests.plugins.pindah.percakapan import TUJUAN, addressed, begun, filed

# ---- a family that the registry does not show


def typed(hasil: HasilCari, sebagai: str, siapa: str = "Semua") -> Walk:
    walk = begun(siapa, hasil).say("Bae")
    walk = addressed(walk).expect("Siapa Anda").tap(sebagai)
    if "kuasa" in sebagai:
        walk.expect("F-1.07").send()
    walk.expect("Foto KK").send().expect("NIK Anda").say("3319991708900001")
    if "kepala" not in sebagai:
        walk.expect("nama kepala keluarga").say("Sutrisno")
    return walk.say("Jl. Kenari 5 RT 02 RW 05")


@pytest.mark.parametrize("hasil", [HasilCari.TIDAK, HasilCari.DIAM])
def test_the_head_types_the_others_and_not_himself(hasil: HasilCari) -> None:
    walk = typed(hasil, "kepala keluarganya").expect("selain kepala keluarga")
    walk.say("Siti Aminah", "21-4-1992", "3319996104920001", "istri").tap("Lanjut")
    isian = filed(walk.tap("nomor yang sama"))
    assert isian.sebagai is Sebagai.KEPALA
    assert (isian.alamat, isian.rt_rw, isian.desa) == ("Jl. Kenari 5", "002/005", "33.19.06.2004")
    assert isian.nik_kepala is None
    assert isian.kuasa_asuh is None


@pytest.mark.parametrize("sebagai", ["anggota keluarganya", "diberi kuasa"])
def test_others_name_the_head_with_the_number_if_he_moves(sebagai: str) -> None:
    walk = typed(HasilCari.DIAM, sebagai).expect("NIK kepala").say("3319990911680001")
    walk.expect_no("👀")  # the number is not compared with another's birth date
    isian = filed(walk.tap("Lanjut").tap("KK baru"))
    assert (isian.kepala, isian.nik_kepala) == ("SUTRISNO", "3319990911680001")
    tinggal = typed(HasilCari.DIAM, sebagai, "Anggota saja").expect("selain kepala keluarga")
    assert "nik_kepala" not in tinggal.draft.jawaban


def test_a_number_that_is_the_heads_is_refused_for_anybody_else() -> None:
    walk = typed(HasilCari.DIAM, "kepala keluarganya")
    walk.say("Siti Aminah", "21-4-1992", "3319991708900001", "istri").tap("Lanjut")
    walk.tap("KK baru").send().tap("ambil di kantor").expect("milik orang lain", "NIK-nya?")


def test_another_reason_is_told_in_words() -> None:
    walk = begun("Semua").say(TUJUAN, "Jl. Ngesrep 12", "4/2", "50275").tap("Lainnya")
    isian = filed(walk.say("Pulang kampung").tap("KK baru"))
    assert (isian.alasan, isian.alasan_lain) == (AlasanPindah.LAINNYA, "Pulang kampung")
    assert isian.kode_pos_tujuan == "50275"


def test_what_to_bring_names_the_letters_with_their_conditions() -> None:
    bawaan = "\n".join(needs(Walk.of(PindahKeluar).rencana))
    assert "Foto KTP-el Anda" in bawaan
    assert "F-1.03A" in bawaan
    assert "bila ada anak tanpa orang tua atau ada anak yang pindah sendiri" in bawaan


def test_the_officer_is_told_what_is_unusual() -> None:
    muda = tercatat(tanggal_lahir=date(2009, 5, 9))
    assert "Pemohon belum 17 tahun." in remarks(muda, HARI_INI)
    isian = tercatat(Siapa.KEPALA, tinggal=Tinggal.WALI, kk_kepala=KKKepala.NUMPANG)
    assert len(remarks(isian, HARI_INI)) == 2
    for lagi in ("33.19.01.2001", "33.19.01.2002"):
        (satu,) = remarks(tercatat(tujuan="33.19.01.2001", tujuan_lain=lagi), HARI_INI)
        assert "Periksa alamat asalnya" in satu


def test_what_the_office_does_next_follows_from_who_stays() -> None:
    for siapa in Siapa:
        pertama, kedua = follow_up(tercatat(siapa))
        assert "KK" in pertama
        assert "tidak ditarik di sini" in kedua


# ---- the officer


def test_the_officer_types_the_number_and_skips_the_rest() -> None:
    walk = Walk.of(PindahPetugas).say(NOMOR.lower()).tap("Hari ini").tap("Tidak dicantumkan")
    assert walk.tap("Kirim").done().selesai.isian == PindahPetugas(nomor_skpwni=NOMOR)


def test_a_number_of_another_form_is_taken_and_remarked_on() -> None:
    Walk.of(PindahPetugas).say("475/12/2026").expect("Bentuk nomor ini", "diterbitkan")


@pytest.mark.parametrize("nomor", ["skpwni", "SKPWNI/3319/08052026/0001" * 2])
def test_what_cannot_be_a_number_is_refused(nomor: str) -> None:
    Walk.of(PindahPetugas).say(nomor).expect("omor").expect_no("diterbitkan?")


def test_a_letter_does_not_end_before_it_begins() -> None:
    walk = Walk.of(PindahPetugas).say(NOMOR, "8-5-2026", "7-5-2026")
    walk.expect("sebelum tanggal terbit", "Sampai tanggal berapa")
