"""The list is read once for all these tests, and walked once."""

import pytest

from core.wilayah import Daftar, Wilayah


@pytest.fixture(scope="session")
def daftar() -> Daftar:
    return Daftar().load()


@pytest.fixture(scope="session")
def semua(daftar: Daftar) -> tuple[Wilayah, ...]:
    """Every area of today, reached from the provinces downwards."""
    level = daftar.children()
    found = [*level]
    for _ in range(3):
        level = tuple(anak for satu in level for anak in daftar.children(satu.kode))
        found += level
    return tuple(found)


@pytest.fixture(scope="session")
def daftar_desa(semua: tuple[Wilayah, ...]) -> tuple[Wilayah, ...]:
    return tuple(satu for satu in semua if len(satu.kode) == 13)
