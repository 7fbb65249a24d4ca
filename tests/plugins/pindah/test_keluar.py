"""Pindah keluar: what is asked of whom, who may go and stay, and who is turned elsewhere."""

from collections.abc import Callable
from datetime import date

import pytest

from core.api import HasilCari
from core.dialog import searches
from core.kit import Naskah, Walk
from plugins.kk import SHDK
from plugins.pindah.cermat import follow_up, remarks
from plugins.pindah.isian import PindahKeluar
from plugins.pindah.kode import (
    KKAnggota,
    KKKepala,
    Siapa,
    StatusKK,
)
from tests.plugins.pindah.contoh import HARI_INI, NOMOR_KK
from tests.plugins.pindah.percakapan import KODE_TUJUAN, PEMBUKA, TUJUAN, begun, filed, headed


def test_a_whole_family_that_the_registry_knows_names_nobody(
    put_on_record: Callable[[str], None],
) -> None:
    walk = headed("Semua").expect("KK apa").tap("nomor yang sama")
    isian = filed(walk)
    assert isian.semua == ()
    assert (isian.tujuan_akhir, isian.rt_rw_tujuan) == (KODE_TUJUAN, "004/002")
    assert isian.status_tinggal is None
    assert isian.status_pindah is StatusKK.TETAP
    asked = {"desa", "nik", "kepala", "alamat", "anggota", "kk", "sebagai", "tujuan_lain"}
    assert not asked & set(walk.draft.jawaban)
    banyak = PEMBUKA + walk.kirim
    put_on_record(f"pindah-keluar, a known family, by the form alone: {banyak} messages")
    assert banyak <= 16


def test_one_search_is_made_and_it_carries_the_proof() -> None:
    walk = begun("Semua")
    (pencarian,) = searches(walk.rencana, walk.draft).values()
    assert (pencarian.jenis, pencarian.nomor) == ("keluarga", NOMOR_KK)
    assert (pencarian.nama, pencarian.lahir) == ("BUDI SANTOSO", date(1990, 8, 17))


# ---- a move that needs no letter


@pytest.mark.parametrize("dekat", ["Bae, Bae, Kudus", "33.19.01.2001"])
def test_a_move_within_the_kabupaten_is_turned_away_right_after_its_destination(
    dekat: str,
) -> None:
    walk = begun("Semua").say(dekat)
    walk.expect("tanpa SKPWNI", "cukup KK", "Perpres 96/2018", "kantor kecamatan", "batal")
    walk.say("batal").tap("Ya, hapus")
    assert walk.draft.status == "batal"


def test_whoever_had_named_a_wrong_destination_names_the_right_one() -> None:
    walk = begun("Semua").say("33.19.01.2001").expect("tanpa SKPWNI").say(TUJUAN)
    walk.expect("Apa alamat tujuannya").say("Jl. Ngesrep 12", "4/2").tap("Tidak tahu")
    isian = filed(walk.tap("Keluarga").tap("KK baru"))
    assert isian.tujuan_akhir == KODE_TUJUAN
    assert remarks(isian, HARI_INI) == ()


def test_whoever_insists_is_left_to_the_officer() -> None:
    walk = begun("Semua").say("33.19.01.2001", "33.19.01.2001").expect("Apa alamat tujuannya")
    walk.say("Jl. Ngesrep 12", "4/2").tap("Tidak tahu").tap("Keluarga").tap("KK baru")
    assert "tanpa SKPWNI" in remarks(filed(walk), HARI_INI)[0]


def test_where_the_registry_is_silent_the_village_of_origin_decides() -> None:
    lain = begun("Semua", HasilCari.DIAM).expect("alamat keluarga di KK itu").say("Bae")
    lain.say(TUJUAN).expect("Apa alamat tujuannya")
    dekat = begun("Semua", HasilCari.DIAM).say("Bae", "33.19.01.2001").expect("tanpa SKPWNI")
    assert dekat.draft.jawaban["desa"] == "33.19.06.2004"


def test_a_card_that_came_along_from_the_destination_is_no_reason_to_refuse_when_typed() -> None:
    walk = Walk.of(PindahKeluar, naskah=Naskah(cari=HasilCari.TIDAK)).tap("Semua")
    walk.say("3374990108160001", "Budi Santoso", "17-8-1990", "Bae", TUJUAN)
    walk.expect("Apa alamat tujuannya")


# ---- who goes and who stays


def test_the_head_goes_alone_and_the_wife_becomes_head() -> None:
    walk = headed("Kepala keluarga").expect("selain kepala keluarga").tap("Lanjut")
    walk.expect("tanpa ayah dan ibunya").tap("Lanjut").expect("Bagaimana KK")
    walk.tap("Salah satu").say("Siti Aminah").expect("lahir").say("21-4-1992")
    isian = filed(walk.expect("KK apa").tap("KK baru"))
    assert isian.siapa is Siapa.KEPALA
    assert isian.kk_kepala is KKKepala.BARU
    assert isian.status_tinggal is StatusKK.BARU
    assert isian.kepala_baru_di_kk is HasilCari.ADA
    assert "kepala keluarga yang baru" in follow_up(isian)[0]


def test_the_head_goes_with_a_child_who_is_named_by_name_and_birth_date_only() -> None:
    walk = headed("Kepala keluarga").say("Rizky Pratama Santoso", "3-2-2017")
    walk.expect("Anggota yang pindah: 1").tap("Lanjut").tap("Lanjut").tap("Salah satu")
    isian = filed(walk.say("Siti Aminah", "21-4-1992").tap("nomor yang sama"))
    (satu,) = isian.semua
    assert (satu.nama, satu.nik, satu.shdk) == ("RIZKY PRATAMA SANTOSO", None, None)
    assert "1 anak di bawah 17 tahun" in remarks(isian, HARI_INI)[0]


def test_only_children_stay_so_a_guardian_becomes_their_head() -> None:
    walk = headed("Kepala keluarga").tap("Lanjut").tap("Lanjut").tap("wali menjadi")
    walk.say("Sutrisno").expect("NIK wali").say("3319990911680001").say("9-11-1968")
    walk.expect("F-1.03A", "sudah diisi dari jawaban").send().tap("KK baru")
    isian = filed(walk)
    assert (isian.wali, isian.status_tinggal) == ("SUTRISNO", StatusKK.BARU)
    assert "wali sebagai kepala keluarga" in follow_up(isian)[0]
    assert any("tetap tinggal" in satu for satu in remarks(isian, HARI_INI))


def test_those_who_stay_join_another_card_whose_head_agrees() -> None:
    walk = headed("Kepala keluarga").tap("Lanjut").tap("Lanjut").tap("ke KK orang lain")
    walk.say("3319991503110001", "Sutrisno").expect("F-1.03B").send().tap("Menumpang")
    isian = filed(walk)
    assert isian.status_tinggal is StatusKK.NUMPANG
    assert isian.status_pindah is StatusKK.NUMPANG
    assert "KK yang ditumpangi" in follow_up(isian)[0]


def test_the_card_that_is_left_cannot_be_the_one_that_takes_them_in() -> None:
    walk = headed("Kepala keluarga").tap("Lanjut").tap("Lanjut").tap("ke KK orang lain")
    walk.say(NOMOR_KK, "Budi Santoso").send().tap("Menumpang").send().tap("ambil di kantor")
    walk.expect("nomor KK yang sama", "Berapa nomor KK yang ditumpangi?")


@pytest.mark.parametrize("lahir", ["3-2-2017", "9-5-2009"])
def test_a_child_cannot_become_head_and_the_two_ways_out_are_told(lahir: str) -> None:
    walk = headed("Kepala keluarga").tap("Lanjut").tap("Lanjut").tap("Salah satu")
    walk.say("Rizky Pratama Santoso", lahir).expect("paling sedikit 17 tahun", "wali", "KK orang")
    assert "lahir_kepala_baru" not in walk.draft.jawaban


def test_the_new_head_may_be_17_today() -> None:
    walk = headed("Kepala keluarga").tap("Lanjut").tap("Lanjut").tap("Salah satu")
    walk.say("Rizky Pratama Santoso", "8-5-2009").expect("KK apa")


def test_a_new_head_who_goes_too_is_refused() -> None:
    walk = headed("Kepala keluarga").say("Siti Aminah", "21-4-1992").tap("Lanjut").tap("Lanjut")
    walk.tap("Salah satu").say("Siti Aminah", "21-4-1992").tap("KK baru").send()
    walk.tap("ambil di kantor").expect("ikut pindah", "menjadi kepala keluarga bagi yang tinggal")


def test_a_new_head_who_is_not_of_the_family_is_refused() -> None:
    walk = headed("Kepala keluarga").tap("Lanjut").tap("Lanjut").tap("Salah satu")
    walk.naskah = Naskah(cari=HasilCari.TIDAK)
    walk.say("Orang Lain", "21-4-1992").tap("KK baru").send().tap("ambil di kantor")
    walk.expect("Di KK itu tidak ada nama", "menjadi kepala keluarga bagi yang tinggal")


def test_a_grown_member_leaves_and_the_number_of_the_card_stays() -> None:
    walk = headed("Anggota saja").say("Siti Aminah", "21-4-1992").tap("Lanjut").tap("Lanjut")
    isian = filed(walk.expect("KK apa").expect_no("nomor yang sama").tap("KK baru"))
    assert isian.kk_anggota is KKAnggota.BARU
    assert isian.status_tinggal is StatusKK.TETAP
    assert isian.kuasa_asuh is None
    assert "nomornya tetap" in follow_up(isian)[0]


def test_a_child_who_moves_alone_needs_the_parents_letter() -> None:
    walk = headed("Anggota saja").tap("Lanjut").expect("Hanya anak", "lengkapnya")
    walk.say("Rizky Pratama Santoso", "3-2-2017").tap("Lanjut")
    walk.expect("F-1.03A", "sudah diisi dari jawaban").send().tap("Menumpang")
    isian = filed(walk)
    assert [satu.nama for satu in isian.anak_sendiri] == ["RIZKY PRATAMA SANTOSO"]
    assert isian.kuasa_asuh is not None


def test_a_child_without_parents_may_go_along_with_others() -> None:
    walk = headed("Anggota saja").say("Siti Aminah", "21-4-1992").tap("Lanjut")
    walk.say("Rizky Pratama Santoso", "3-2-2017").tap("Lanjut").expect("F-1.03A").send()
    assert len(filed(walk.tap("KK baru")).semua) == 2


def test_somebody_who_is_17_moves_without_a_letter() -> None:
    walk = headed("Anggota saja").tap("Lanjut").say("Rizky Pratama Santoso", "8-5-2009")
    walk.expect("hanya untuk anak di bawah 17 tahun", "daftar sebelumnya")


def test_somebody_whom_the_family_does_not_hold_is_refused_at_once() -> None:
    walk = headed("Anggota saja")
    walk.naskah = Naskah(cari=HasilCari.TIDAK)
    walk.say("Orang Lain", "21-4-1992").expect("Di KK itu tidak ada nama", "Siapa nama lengkap")
    walk.tap("Hapus").tap("Ya, hapus").expect("Anggota yang pindah: belum ada")


def test_a_registry_that_falls_silent_lets_the_member_be_typed() -> None:
    walk = headed("Anggota saja")
    walk.naskah = Naskah(cari=HasilCari.DIAM)
    walk.say("Siti Aminah", "21-4-1992").expect("NIK-nya").say("3319996104920001")
    walk.expect("hubungannya").tap("Istri").tap("Lanjut").tap("Lanjut")
    (satu,) = filed(walk.tap("KK baru")).semua
    assert (satu.nik, satu.shdk) == ("3319996104920001", SHDK.ISTRI)
