"""The search gives three answers and tells a stranger nothing."""

from datetime import date
from pathlib import Path

import pytest

from core.api import HasilCari
from core.penduduk import PendudukCsv, PendudukDiam, find_family, find_person

BUDI_KK, BUDI_NIK = "3319990108160001", "3319991708900001"
BUDI, LAHIR = "Budi Santoso", date(1990, 8, 17)


@pytest.fixture(scope="module")
def penduduk() -> PendudukCsv:
    return PendudukCsv(Path("offices/contoh_penduduk.csv"))


async def test_any_member_proves_the_family(penduduk: PendudukCsv) -> None:
    assert await find_family(penduduk, BUDI_KK, nama=BUDI, lahir=LAHIR) is HasilCari.ADA
    wife = await find_family(penduduk, BUDI_KK, nama="Siti Aminah", lahir=date(1992, 4, 21))
    assert wife is HasilCari.ADA


async def test_a_name_of_one_and_a_birth_date_of_another_prove_nothing(
    penduduk: PendudukCsv,
) -> None:
    found = await find_family(penduduk, BUDI_KK, nama=BUDI, lahir=date(1992, 4, 21))
    assert found is HasilCari.TIDAK


async def test_a_wrong_number_answers_like_a_wrong_proof(penduduk: PendudukCsv) -> None:
    unknown = await find_family(penduduk, "3319990000000000", nama=BUDI, lahir=LAHIR)
    unproven = await find_family(penduduk, BUDI_KK, nama="Orang Lain", lahir=LAHIR)
    assert unknown is unproven is HasilCari.TIDAK


async def test_a_person_is_found_with_proof_only(penduduk: PendudukCsv) -> None:
    assert await find_person(penduduk, BUDI_NIK, nama=BUDI, lahir=LAHIR) is HasilCari.ADA
    other = await find_person(penduduk, BUDI_NIK, nama="Andi", lahir=LAHIR)
    unknown = await find_person(penduduk, BUDI_KK, nama=BUDI, lahir=LAHIR)
    assert other is unknown is HasilCari.TIDAK


async def test_an_office_without_a_registry_says_that_it_does_not_know() -> None:
    diam = PendudukDiam()
    assert await find_family(diam, BUDI_KK, nama=BUDI, lahir=LAHIR) is HasilCari.DIAM
    assert await find_person(diam, BUDI_NIK, nama=BUDI, lahir=LAHIR) is HasilCari.DIAM
