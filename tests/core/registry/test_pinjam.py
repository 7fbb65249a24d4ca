"""A plugin may build on another; it falls with it, and with nothing else (issue 4)."""

from pathlib import Path

from core.dialog import Rencana, compile_form
from core.registry import Katalog, muat
from tests.core.registry.conftest import Tulis

MILIK = ('jenis="uji")', 'jenis="uji", milik="uang")')


def load(rak: Path) -> Katalog[Rencana]:
    return muat(rak, compile_form)


def borrowing(rak: Path, dari: str = "uang", apa: str = "Isian") -> tuple[str, str]:
    """Import from another plugin of the shelf."""
    return ("from pydantic", f"from {rak.name}.{dari} import {apa} as Pinjaman\nfrom pydantic")


def test_a_plugin_may_use_the_form_and_the_page_of_another(rak: Path, write: Tulis) -> None:
    pemilik = write("uang")
    peminjam = write("satu", borrowing(rak), ("formulir=Isian", "formulir=Pinjaman"), MILIK)
    (peminjam / "uji.html").unlink()
    katalog = load(rak)
    assert katalog.gagal == ()
    satu, uang = katalog.layanan["satu"], katalog.layanan["uang"]
    assert satu.layanan.formulir is uang.layanan.formulir
    assert satu.home("uang") == pemilik
    assert satu.home("") == satu.home("satu") == peminjam
    assert (list(satu.pinjaman), list(uang.pinjaman)) == (["uang"], [])


def test_services_stay_in_order_of_their_plugins_names(rak: Path, write: Tulis) -> None:
    write("uang")
    write("dua")
    write("satu", borrowing(rak))
    assert list(load(rak).layanan) == ["dua", "satu", "uang"]


def test_who_borrows_from_a_broken_plugin_is_refused_and_the_rest_runs(
    rak: Path, write: Tulis
) -> None:
    write("uang", ("menit=2", "menit=0"))
    write("satu", borrowing(rak))
    write("tiga", borrowing(rak, "satu"))
    write("zeta")
    katalog = load(rak)
    assert list(katalog.layanan) == ["zeta"]
    kalimat = {satu.nama: satu.kalimat for satu in katalog.gagal}
    tempat = "__init__.py: baris 5 meminjam dari plugin"
    assert kalimat["satu"] == f"satu/{tempat} uang, yang gagal dimuat."
    assert kalimat["tiga"] == f"tiga/{tempat} satu, yang gagal dimuat."
    assert "menit harus 1 sampai 60" in kalimat["uang"]


def test_a_plugin_that_is_not_there_is_named(rak: Path, write: Tulis) -> None:
    write("satu", borrowing(rak, "tiada"))
    write("zeta")
    katalog = load(rak)
    (gagal,) = katalog.gagal
    assert gagal.kalimat == (
        "satu/__init__.py: baris 5 meminjam dari plugin tiada, yang tidak ada."
    )
    assert list(katalog.layanan) == ["zeta"]


def test_plugins_that_borrow_from_each_other_are_refused(rak: Path, write: Tulis) -> None:
    write("dua", borrowing(rak, "satu"))
    write("satu", borrowing(rak, "dua"))
    write("zeta")
    katalog = load(rak)
    assert list(katalog.layanan) == ["zeta"]
    kalimat = {satu.nama: satu.kalimat for satu in katalog.gagal}
    assert kalimat["satu"].endswith("plugin dua, satu saling meminjam; pisahkan yang dipakai.")
    assert kalimat["dua"].endswith("meminjam dari plugin satu, yang gagal dimuat.")


def test_a_page_of_a_plugin_that_is_not_imported_is_refused(rak: Path, write: Tulis) -> None:
    write("uang")
    write("satu", MILIK)
    (gagal,) = load(rak).gagal
    assert gagal.kalimat == (
        "satu/__init__.py: layanan 'satu': templat uji.html milik plugin 'uang', tetapi plugin "
        "itu tidak diimpor."
    )


def test_a_page_that_the_other_plugin_has_not_is_refused(rak: Path, write: Tulis) -> None:
    write("uang")
    write("satu", borrowing(rak), MILIK, ('"uji.html"', '"lain.html"'))
    (gagal,) = load(rak).gagal
    assert gagal.kalimat == (
        "satu/__init__.py: layanan 'satu': templat lain.html tidak ada di folder plugin uang."
    )


def test_what_another_plugin_lacks_is_told_at_the_borrowers_line(rak: Path, write: Tulis) -> None:
    write("uang")
    write("satu", borrowing(rak, "uang", "Tiada"))
    (gagal,) = load(rak).gagal
    assert gagal.kalimat.startswith("satu/__init__.py: baris 5: ImportError: cannot import name")
    assert str(rak) not in gagal.kalimat


def test_the_other_plugin_may_be_imported_by_its_whole_name(rak: Path, write: Tulis) -> None:
    write("uang", kode='NAMA = "Nama"\n')
    asal = f"import {rak.name}.uang.kode\nfrom pydantic"
    judul = ('judul="Uji"', f"judul={rak.name}.uang.kode.NAMA")
    write("satu", ("from pydantic", asal), judul)
    katalog = load(rak)
    assert katalog.gagal == ()
    assert katalog.layanan["satu"].layanan.judul == "Nama"
