"""Remarks for the officer: each led by the answer it is about, none blocking."""

from typing import Annotated

from core.api import Formulir, Tanya, jenis
from core.dialog import catatan
from core.kit import Walk


class Orang(Formulir):
    nik: jenis.NIK
    tanggal_lahir: jenis.TanggalLahir
    jenis_kelamin: jenis.JenisKelamin


class DuaOrang(Formulir):
    nik: jenis.NIK
    lahir_ayah: Annotated[jenis.TanggalLahir, Tanya("Lahir ayah?")]
    lahir_ibu: Annotated[jenis.TanggalLahir, Tanya("Lahir ibu?")]


def test_a_nik_is_compared_with_what_was_declared() -> None:
    jalan = Walk.of(Orang).say("3319991708900001", "18-8-1990", "perempuan").expect("Periksa")
    assert catatan(jalan.rencana, jalan.draft) == (
        "NIK: Tanggal lahir di dalam NIK berbeda dari tanggal lahir yang diisi.",
        "NIK: Jenis kelamin menurut NIK berbeda dari yang diisi.",
    )


def test_with_two_birth_dates_nobody_knows_whose_nik_it_is() -> None:
    jalan = Walk.of(DuaOrang).say("3319991708900001", "1-1-1960", "1-1-1962")
    assert catatan(jalan.rencana, jalan.draft) == ()
