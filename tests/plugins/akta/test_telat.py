"""On time or late: to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.akta import LAYANAN, late, near
from plugins.akta.cermat import follow_up
from plugins.akta.kode import OrangTua
from plugins.akta.telat import remark
from tests.plugins.akta.contoh import HARI_INI, LAHIR, diisi


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(0, 400))
def test_the_sixtieth_day_is_the_last_on_time(lahir: date, hari: int) -> None:
    assert late(lahir, lahir + timedelta(days=hari)) == (hari > 60)


def test_nothing_is_said_on_the_sixtieth_day_and_on_the_next_the_decision_is_named() -> None:
    assert remark(LAHIR, LAHIR + timedelta(days=60)) == ()
    (kalimat,) = remark(LAHIR, LAHIR + timedelta(days=61))
    assert "hari ke-61" in kalimat
    assert "keputusan Kepala Dinas (bukan pengadilan)" in kalimat


def test_a_late_birth_is_filed_like_any_other_and_the_officer_is_told() -> None:
    assert near(diisi(tanggal_lahir=date(2026, 3, 9)), HARI_INI) == ()
    (kalimat,) = near(diisi(tanggal_lahir=date(2026, 3, 8)), HARI_INI)
    assert "LT" in kalimat


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"lahir_ibu": date(2010, 5, 4)}, "15 tahun"),
        ({"lahir_ibu": date(1975, 5, 3)}, "51 tahun"),
        ({"orang_tua": OrangTua.SPTJM}, "suami istri"),
        ({"jenis_kelahiran": "2"}, "kembar"),
        ({"nama_anak": None, "nama_di_kk": "NUR'AINI", "sudah_di_kk": True}, "sudah tercatat"),
    ],
)
def test_what_is_unusual_is_remarked_on(ganti: dict[str, object], kata: str) -> None:
    (kalimat,) = near(diisi(**ganti), HARI_INI)
    assert kata in kalimat


def test_no_word_of_money_is_said_to_anybody() -> None:
    (layanan,) = LAYANAN
    semua = [layanan.ringkas, *(satu.teks for satu in layanan.periksa)]
    semua += [satu.teks for satu in (*layanan.alasan_kembali, *layanan.alasan_tolak)]
    for kata in ("Rp", "denda", "biaya", "bayar"):
        assert not any(kata in kalimat for kalimat in semua)


def test_a_newborn_has_a_card_to_be_entered_in_and_a_recorded_child_has_not() -> None:
    assert "KK" in follow_up(diisi())[0]
    assert follow_up(diisi(nama_anak=None, nama_di_kk="RAKA", sudah_di_kk=True)) == ()
