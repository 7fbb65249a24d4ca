"""`plugin check`: a form that changed without its version is found."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.api import Formulir, Layanan
from core.app.versi_plugin import BERKAS, check, write_down
from core.dialog import Rencana, compile_form
from core.registry import Katalog, LayananSiap
from tests.core.dialog.berubah import V1, V2, V3, to_v2
from tests.core.kit.test_acak import service


def shelf(folder: Path, formulir: type[Formulir], versi: int = 1, **ubah: Any) -> Katalog[Rencana]:
    layanan: Layanan = replace(service(formulir), versi=versi, **ubah)
    rencana: Rencana = compile_form(formulir, kontak=True)
    return Katalog({"uji": LayananSiap(layanan, rencana, None, folder, nama="uji")}, ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plugin's folder in which its first version is written down."""
    write_down(shelf(tmp_path, V1))
    return tmp_path


def test_what_was_never_written_down_is_a_fault(tmp_path: Path) -> None:
    (temuan,) = check(shelf(tmp_path, V1))
    assert temuan.salah
    assert "belum dicatat" in temuan.kalimat


def test_what_is_as_it_was_written_down_is_well(folder: Path) -> None:
    assert check(shelf(folder, V1)) == ()


def test_a_form_that_changed_without_a_version_is_a_fault_and_is_not_written_down(
    folder: Path,
) -> None:
    lama = (folder / BERKAS).read_text()
    (temuan,) = check(shelf(folder, V2))
    assert temuan.salah
    for kata in ("berubah tanpa versi baru", "alasan", "-nama,", "+nama_pemohon", "+anggota.hub"):
        assert kata in temuan.kalimat
    assert write_down(shelf(folder, V2)) == ()
    assert (folder / BERKAS).read_text() == lama


def test_a_version_that_rose_is_written_down(folder: Path) -> None:
    kini = shelf(folder, V2, 2, migrasi={2: to_v2})
    (temuan,) = check(kini)
    assert "versi baru belum dicatat" in temuan.kalimat
    assert write_down(kini) == (folder / BERKAS,)
    assert check(kini) == ()


def test_answers_that_go_without_a_function_are_named(folder: Path) -> None:
    buang, _ = check(shelf(folder, V2, 2))
    assert not buang.salah
    assert buang.kalimat.endswith("jawaban lama dibuang, tanpa migrasi: nama.")


def test_a_version_that_rose_for_nothing_is_remarked(folder: Path) -> None:
    sia_sia, catat = check(shelf(folder, V1, 2))
    assert (sia_sia.salah, catat.salah) == (False, True)
    assert "versi naik, padahal formulirnya sama" in sia_sia.kalimat


def test_a_version_that_fell_is_a_fault(folder: Path) -> None:
    write_down(shelf(folder, V2, 2))
    (temuan,) = check(shelf(folder, V2, 1))
    assert temuan.salah
    assert "versi turun dari v2" in temuan.kalimat


def test_other_words_only_are_remarked_and_may_be_written_down(folder: Path) -> None:
    write_down(shelf(folder, V2, 2))
    isi = compile_form(V2, kontak=True)
    lain = compile_form(V3, kontak=True)
    lahir = next(soal for soal in lain.isi if soal.nama == "lahir")
    isi = replace(isi, isi=tuple(lahir if soal.nama == "lahir" else soal for soal in isi.isi))
    kini = shelf(folder, V2, 2)
    kini = Katalog({"uji": replace(kini.layanan["uji"], rencana=isi)}, ())
    (temuan,) = check(kini)
    assert not temuan.salah
    assert "hanya kata-kata yang berubah (lahir)" in temuan.kalimat
    assert write_down(kini)
    assert check(kini) == ()
