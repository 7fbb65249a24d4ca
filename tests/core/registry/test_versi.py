"""Versions of a service: what it keeps of earlier ones, and by what functions it follows them."""

from pathlib import Path

import pytest

from core.dialog import Rencana, compile_form
from core.registry import Katalog, muat
from tests.core.registry.conftest import Tulis

LAMA = """
from dataclasses import replace

LAMA = LAYANAN
LAYANAN = (replace(LAMA[0], versi=3, {isi}),)
"""


def load(rak: Path) -> Katalog[Rencana]:
    return muat(rak, compile_form)


def risen(write: Tulis, isi: str) -> None:
    folder = write("satu")
    berkas = folder / "__init__.py"
    berkas.write_text(berkas.read_text() + LAMA.replace("{isi}", isi))


def test_an_earlier_version_that_is_kept_serves_what_was_filed_in_it(
    rak: Path, write: Tulis
) -> None:
    risen(write, "terdahulu=LAMA")
    katalog = load(rak)
    assert katalog.gagal == ()
    assert katalog.of("satu", 1, terkirim=True).layanan.versi == 1


@pytest.mark.parametrize(("versi", "terkirim"), [(1, False), (2, True), (3, True), (3, False)])
def test_all_else_is_served_by_the_present_version(
    rak: Path, write: Tulis, versi: int, terkirim: bool
) -> None:
    risen(write, "terdahulu=LAMA")
    assert load(rak).of("satu", versi, terkirim=terkirim).layanan.versi == 3


def test_what_is_newer_than_the_plugin_is_served_by_nobody(rak: Path, write: Tulis) -> None:
    risen(write, "terdahulu=LAMA")
    with pytest.raises(LookupError, match="v4 lebih baru dari plugin"):
        load(rak).of("satu", 4, terkirim=True)


def test_a_service_that_is_not_there_is_served_by_nobody(rak: Path) -> None:
    with pytest.raises(LookupError, match="tidak dimuat"):
        load(rak).of("satu", 1, terkirim=True)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ("terdahulu=LAYANAN + LAYANAN", "versi yang sama dua kali"),
        ("terdahulu=(replace(LAMA[0], versi=3),)", "harus versi lama layanan ini"),
        ("terdahulu=(replace(LAMA[0], kode='lain'),)", "harus versi lama layanan ini"),
        ("terdahulu=(replace(LAMA[0], versi=2, terdahulu=LAMA),)", "tidak boleh memuat terdahulu"),
        ("terdahulu=(replace(LAMA[0], menit=0),)", "v1: menit harus"),
        ("migrasi={1: dict}", "migrasi ke versi 1 tidak mungkin"),
        ("migrasi={4: dict}", "migrasi ke versi 4 tidak mungkin"),
        ("migrasi={2: 'fungsi'}", "migrasi ke versi 2 harus berupa fungsi"),
        ("migrasi={2: lambda isi: isi['nama']}", "gagal pada isian yang masih kosong: KeyError"),
        ("migrasi={2: lambda isi: isi.clear()}", "harus mengembalikan dict"),
    ],
)
def test_a_version_that_cannot_be_is_refused_with_one_sentence(
    rak: Path, write: Tulis, isi: str, sebab: str
) -> None:
    risen(write, isi)
    (gagal,) = load(rak).gagal
    assert sebab in gagal.kalimat
    assert "\n" not in gagal.kalimat
