"""A page reads the answers under their own type."""

from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from core.api import Bahan, Formulir, KepalaSurat, jenis

KANTOR = KepalaSurat("DINAS", "KUDUS", "JAWA TENGAH", "NAMA", "1", "Kudus")


class Pemohon(Formulir):
    nama: jenis.Nama


class Petugas(Formulir):
    nomor_kk: jenis.NomorKK


class Lain(Formulir):
    nama: jenis.Nama


def bahan(petugas: Petugas | None) -> Bahan:
    return Bahan(Pemohon(nama="Ani"), petugas, {}, KANTOR, date(2026, 5, 8))


def test_answers_are_read_by_the_form_they_were_given_to() -> None:
    isi = bahan(Petugas(nomor_kk="3319990108160001"))
    assert isi.read(Pemohon).nama == "ANI"
    assert isi.read(Petugas).nomor_kk == "3319990108160001"


def test_while_the_officer_typed_nothing_a_sentence_says_so() -> None:
    with pytest.raises(PydanticCustomError, match="belum diisi"):
        bahan(None).read(Petugas)


def test_a_form_of_another_service_cannot_be_read() -> None:
    with pytest.raises(TypeError, match="Lain"):
        bahan(Petugas(nomor_kk="3319990108160001")).read(Lain)
