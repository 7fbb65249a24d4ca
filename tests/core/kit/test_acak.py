"""The random walk repeats, and notices a dialog that breaks a promise."""

from typing import Annotated

import pytest

from core.api import Alasan, Cetak, Formulir, Layanan, Periksa, Tanya, jenis
from core.kit import jalan_acak
from tests.core.dialog.forms import Ganti, Keluarga


def service(formulir: type[Formulir], petugas: type[Formulir] | None = None) -> Layanan:
    return Layanan(
        api=1,
        kode="uji",
        judul="Uji",
        ringkas="Uji.",
        versi=1,
        formulir=formulir,
        dasar_hukum=("-",),
        hasil=Cetak("uji.html", isi=lambda bahan: bahan.isian, nama="Uji", jenis="uji"),
        periksa=(Periksa("a", "A"),),
        alasan_kembali=(Alasan("a", "A"),),
        alasan_tolak=(Alasan("a", "A"),),
        menit=1,
        formulir_petugas=petugas,
    )


def test_the_same_seed_walks_the_same_way() -> None:
    assert jalan_acak(service(Ganti), 60, 7) == jalan_acak(service(Ganti), 60, 7)


def test_a_walk_does_all_kinds_of_things_and_reaches_the_end() -> None:
    jejak = jalan_acak(service(Ganti, Keluarga), 150, 3)
    assert jejak.langkah == 300
    assert jejak.terkirim > 1
    assert jejak.ditolak > 10
    assert jejak.tombol_lama > 3


class Inggris(Formulir):
    nama: Annotated[jenis.Nama, Tanya("Please input your name")]


class Buntu(Formulir):
    nama: Annotated[jenis.Nama, Tanya("Siapa?", contoh="123")]


def test_a_form_in_english_is_noticed() -> None:
    with pytest.raises(AssertionError, match="foreign word"):
        jalan_acak(service(Inggris), 20, 1)


def test_a_form_whose_own_example_is_refused_is_noticed() -> None:
    with pytest.raises(AssertionError, match="no way to the end"):
        jalan_acak(service(Buntu), 1, 1)
