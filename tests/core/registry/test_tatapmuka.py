"""A service that is given in person is looked over like any other."""

from pathlib import Path

import pytest

from core.dialog import Rencana, compile_form
from core.registry import Katalog, muat
from tests.core.registry.conftest import Tulis

CETAK = 'hasil=Cetak("uji.html", isi=halaman, nama="Uji", jenis="uji"),'
TEMU = 'hasil=TatapMuka(nama="Uji", jenis="uji", bawa=("KK",), menit=15),'
IMPOR = ("import Alasan,", "import TatapMuka, Alasan,")
KOSONG = (
    ('periksa=(Periksa("berhak", "Berhak"),),', ""),
    ('alasan_kembali=(Alasan("buram", "Buram."),),', ""),
    ('alasan_tolak=(Alasan("tidak", "Tidak."),),', ""),
)


def load(rak: Path) -> Katalog[Rencana]:
    return muat(rak, compile_form)


def test_it_asks_for_a_time_and_not_for_an_address(rak: Path, write: Tulis) -> None:
    write("satu", IMPOR, (CETAK, TEMU), *KOSONG)
    katalog = load(rak)
    assert katalog.gagal == ()
    siap = katalog.layanan["satu"]
    assert siap.rencana.janji
    assert [one.nama for one in siap.rencana.kontak] == ["hari", "jam"]


@pytest.mark.parametrize(
    ("dari", "menjadi", "sebab"),
    [
        ('bawa=("KK",)', "bawa=()", "TatapMuka: bawa tidak boleh kosong"),
        ('bawa=("KK",)', 'bawa=("KK", "")', "TatapMuka: bawa nomor 2 harus 1 sampai 120 huruf"),
        ('nama="Uji"', 'nama=""', "TatapMuka: nama harus 1 sampai 48 huruf"),
        ('jenis="uji"', 'jenis="UJI"', "TatapMuka: jenis 'UJI' harus"),
        ("menit=15", "menit=0", "TatapMuka: menit harus 1 sampai 240"),
    ],
)
def test_a_faulty_meeting_is_refused_with_one_sentence(
    rak: Path, write: Tulis, dari: str, menjadi: str, sebab: str
) -> None:
    write("satu", IMPOR, (CETAK, TEMU.replace(dari, menjadi)), *KOSONG)
    (gagal,) = load(rak).gagal
    assert sebab in gagal.kalimat


@pytest.mark.parametrize("nama", ["periksa", "alasan_kembali", "alasan_tolak"])
def test_what_belongs_to_papers_has_no_place_in_it(rak: Path, write: Tulis, nama: str) -> None:
    rest = [pair for pair in KOSONG if not pair[0].startswith(nama)]
    write("satu", IMPOR, (CETAK, TEMU), *rest)
    (gagal,) = load(rak).gagal
    assert f"{nama} tidak dipakai oleh TatapMuka" in gagal.kalimat


def test_an_officers_form_has_no_place_in_it(rak: Path, write: Tulis) -> None:
    write("satu", IMPOR, (CETAK, TEMU + "formulir_petugas=Isian,"), *KOSONG)
    (gagal,) = load(rak).gagal
    assert "formulir_petugas tidak dipakai oleh TatapMuka" in gagal.kalimat


def test_a_meeting_stands_alone(rak: Path, write: Tulis) -> None:
    both = f"hasil=({CETAK.removeprefix('hasil=')}{TEMU.removeprefix('hasil=')}),"
    write("satu", IMPOR, (CETAK, both))
    (gagal,) = load(rak).gagal
    assert "TatapMuka harus berdiri sendiri" in gagal.kalimat
