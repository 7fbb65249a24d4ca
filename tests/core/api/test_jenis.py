"""Every ready type brings all that a question needs."""

from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import TypeAdapter

from core.api import Sifat, Tanya, jenis

SEMUA = {nama: tipe for nama, tipe in vars(jenis).items() if get_origin(tipe) is Annotated}

# What is stored of these is a code; the dialog finds it from the example.
KODE = {
    "Desa": "33.19.01.2001", "DesaNasional": "33.19.07.2010", "KabupatenNasional": "33.19",
}  # fmt: skip


def marks(tipe: Any, marka: type) -> list[Any]:
    return [satu for satu in get_args(tipe)[1:] if isinstance(satu, marka)]


def test_the_walk_found_the_ready_types() -> None:
    assert set(SEMUA) >= {
        "NIK", "NomorKK", "Nama", "TanggalLahir", "Tanggal", "Jalan", "RtRw", "Desa", "Email",
        "Telepon", "Baris", "Foto", "Berkas",
    }  # fmt: skip


TANPA_CONTOH = {"Foto", "PasFoto", "Berkas", "JenisKelamin", "Baris"}


@pytest.mark.parametrize("nama", SEMUA)
def test_a_ready_type_has_a_question_and_a_kind(nama: str) -> None:
    (tanya,) = marks(SEMUA[nama], Tanya)
    (sifat,) = marks(SEMUA[nama], Sifat)
    assert tanya.teks
    assert sifat.kode


@pytest.mark.parametrize("nama", sorted(set(SEMUA) - TANPA_CONTOH))
def test_the_example_of_a_ready_type_is_a_good_answer_and_stays_one(nama: str) -> None:
    (tanya,) = marks(SEMUA[nama], Tanya)
    adapter: TypeAdapter[Any] = TypeAdapter(SEMUA[nama])
    contoh = KODE.get(nama, tanya.contoh)
    sekali = adapter.validate_python(contoh)
    disimpan = adapter.dump_python(sekali, mode="json")
    assert adapter.validate_python(disimpan) == sekali


@pytest.mark.parametrize("nama", ["NIK", "NomorKK", "Telepon"])
def test_numbers_of_a_person_are_private(nama: str) -> None:
    (tanya,) = marks(SEMUA[nama], Tanya)
    assert tanya.pribadi


def test_examples_are_of_nobody() -> None:
    """Kecamatan 99 does not exist (DOMAIN.md 8.1)."""
    for nama in ("NIK", "NomorKK"):
        (tanya,) = marks(SEMUA[nama], Tanya)
        assert tanya.contoh[4:6] == "99"
