"""A faulty plugin is refused with one sentence; the rest runs (U44)."""

from pathlib import Path

import pytest

from core.dialog import Rencana, compile_form
from core.registry import Katalog, muat
from tests.core.registry.conftest import Tulis


def load(rak: Path) -> Katalog[Rencana]:
    return muat(rak, compile_form)


def test_good_plugins_are_ready_to_be_asked(rak: Path, write: Tulis) -> None:
    folder = write("satu")
    katalog = load(rak)
    siap = katalog.layanan["satu"]
    assert siap.folder == folder
    assert siap.rencana.kontak
    assert siap.rencana_petugas is None
    assert katalog.gagal == ()


@pytest.mark.parametrize(
    ("dari", "menjadi", "sebab"),
    [
        ("nama: jenis.Nama\n", "nama: list\n", "Isian.nama: tidak punya Tanya"),
        ("LAYANAN = (", "LAYANAN = [", "baris"),
        ("LAYANAN = (", "DAFTAR = (", "LAYANAN harus berupa tuple"),
        ("api=1", "api=2", "api=2 tidak dikenal"),
        ("menit=2", "menit=0", "menit harus 1 sampai 60"),
        ('("Perpres 96/2018",)', "()", "dasar_hukum tidak boleh kosong"),
        ('"uji.html"', '"tiada.html"', "templat tiada.html tidak ada"),
        ('jenis="uji")', 'jenis="UJI")', "hasil: jenis 'UJI' harus"),
        ('jenis="uji")', 'jenis="uji", setelah=("kk",))', "hasil 'uji' menunggu 'kk'"),
        ("hasil=Cetak", "hasil=() and Cetak", "hasil tidak boleh kosong"),
        ('jenis="uji")', 'jenis="uji", bila=F.tiada.terisi)', "bila memakai “tiada”, yang tidak"),
        ('kode="dua"', 'kode="DUA"', "kode harus 2 sampai 24 huruf kecil"),
        ('(Periksa("berhak", "Berhak"),)', "()", "periksa tidak boleh kosong"),
        ('Alasan("buram", "Buram.")', 'Alasan("bu ram", "B")', "alasan_kembali: kode 'bu ram'"),
        ("class Halaman", "1 / 0\n\n\nclass Halaman", "ZeroDivisionError"),
        ("from pydantic", "import core.store\nfrom pydantic", "memakai core.store"),
        ("from pydantic", "from core import dialog\nfrom pydantic", "memakai core.dialog"),
        ("from pydantic", "import telegram\nfrom pydantic", "memakai telegram"),
        ("from pydantic", "from . import x\nfrom pydantic", "impor relatif"),
        ("from pydantic", "import importlib\nfrom pydantic", "memakai importlib"),
        ("from pydantic", "__import__('core.store')\nfrom pydantic", "memakai __import__"),
        ("from pydantic", "ini bukan python\nfrom pydantic", "tidak dapat dibaca"),
    ],
)
def test_a_faulty_plugin_is_named_and_the_rest_runs(
    rak: Path, write: Tulis, dari: str, menjadi: str, sebab: str
) -> None:
    write("satu")
    write("dua", (dari, menjadi))
    write("tiga")
    katalog = load(rak)
    assert list(katalog.layanan) == ["satu", "tiga"]
    (gagal,) = katalog.gagal
    assert gagal.nama == "dua"
    assert gagal.kalimat.startswith("dua/__init__.py: ")
    assert sebab in gagal.kalimat
    assert "\n" not in gagal.kalimat
    assert str(rak) not in gagal.kalimat


def test_a_code_that_is_taken_is_refused(rak: Path, write: Tulis) -> None:
    write("satu")
    write("uang", ('kode="uang"', 'kode="satu"'))
    (gagal,) = load(rak).gagal
    assert "kode ini sudah dipakai" in gagal.kalimat


def test_a_plugin_may_be_several_modules(rak: Path, write: Tulis) -> None:
    asal = f"from {rak.name}.satu.isian import NAMA\nfrom pydantic"
    write("satu", ("from pydantic", asal), ('judul="Uji"', "judul=NAMA"), isian='NAMA = "Nama"\n')
    katalog = load(rak)
    assert katalog.gagal == ()
    assert katalog.layanan["satu"].layanan.judul == "Nama"


def test_a_fault_in_another_module_names_that_module(rak: Path, write: Tulis) -> None:
    asal = f"from {rak.name}.satu.isian import NAMA\nfrom pydantic"
    write("satu", ("from pydantic", asal), isian="NAMA = tiada\n")
    (gagal,) = load(rak).gagal
    assert gagal.kalimat == "satu/isian.py: baris 1: NameError: name 'tiada' is not defined"


def test_a_plugin_that_failed_while_it_ran_can_be_mended(rak: Path, write: Tulis) -> None:
    folder = write("satu", ("class Halaman", "1 / 0\n\n\nclass Halaman"))
    assert load(rak).gagal
    berkas = folder / "__init__.py"
    berkas.write_text(berkas.read_text().replace("1 / 0", "2 + 20"))
    assert load(rak).gagal == ()


def test_an_empty_shelf_has_no_services(rak: Path) -> None:
    assert load(rak) == Katalog({}, ())
