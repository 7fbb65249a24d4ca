"""A plugin whose letter has no page, or that gives one to an officer, is refused."""

from pathlib import Path

import pytest

from core.dialog import compile_form
from core.registry import muat
from core.registry.surat import letters
from tests.core.registry.conftest import Tulis

TANYA = "from core.api import Surat\nfrom typing import Annotated\n"
FOTO = """    nama: jenis.Nama
    surat: Annotated[
        jenis.Foto | None,
        Tanya("Foto", surat=Surat("pernyataan.html", isi=str, nama="Surat Pernyataan")),
    ] = None
"""
MEDAN = ("    nama: jenis.Nama\n", FOTO)
IMPOR = ("from typing import Annotated\n", TANYA)


def test_a_letter_whose_page_is_there_is_ready(rak: Path, write: Tulis) -> None:
    (write("satu", IMPOR, MEDAN) / "pernyataan.html").write_text("<p>halo</p>")
    katalog = muat(rak, compile_form)
    assert katalog.gagal == ()
    assert [one.nama for one in letters(katalog.layanan["satu"].layanan.formulir)] == [
        "Surat Pernyataan"
    ]


@pytest.mark.parametrize(
    ("ganti", "sebab"),
    [
        ((), "surat 'Surat Pernyataan': templat pernyataan.html tidak ada di folder plugin"),
        (
            (('nama="Surat Pernyataan"', 'nama="Surat Pernyataan", milik="kk"'),),
            "surat 'Surat Pernyataan': templat pernyataan.html milik plugin 'kk'",
        ),
        (
            (("formulir=Isian,", "formulir=Lain, formulir_petugas=Isian,"),
             ("class Halaman", "class Lain(Formulir):\n    nama: jenis.Nama\n\n\nclass Halaman")),
            "formulir_petugas tidak dapat memberi surat",
        ),
    ],
)  # fmt: skip
def test_a_letter_that_cannot_be_given_is_one_sentence(
    rak: Path, write: Tulis, ganti: tuple[tuple[str, str], ...], sebab: str
) -> None:
    write("satu", IMPOR, MEDAN, *ganti)
    write("dua")
    katalog = muat(rak, compile_form)
    assert list(katalog.layanan) == ["dua"]
    (gagal,) = katalog.gagal
    assert gagal.kalimat.startswith("satu/__init__.py: layanan 'satu': ")
    assert sebab in gagal.kalimat
    assert "\n" not in gagal.kalimat
