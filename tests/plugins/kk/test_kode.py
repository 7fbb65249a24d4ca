"""The code lists: complete, in the official order, and never printed as a code."""

import pytest

from core.api import Agama, Pilihan
from plugins.kk.kode import (
    SHDK,
    GolonganDarah,
    Pendidikan2026,
    PendidikanSIAK,
    StatusPerkawinan,
)
from plugins.kk.pekerjaan import Pekerjaan


@pytest.mark.parametrize(
    ("pilihan", "awal", "akhir"),
    [
        (Agama, 1, 7),
        (PendidikanSIAK, 1, 10),
        (Pendidikan2026, 1, 12),
        (Pekerjaan, 1, 108),
        (GolonganDarah, 1, 13),
        (StatusPerkawinan, 1, 6),
        (SHDK, 2, 10),
    ],
)
def test_every_official_code_is_there_once_and_in_order(
    pilihan: type[Pilihan], awal: int, akhir: int
) -> None:
    assert [satu.value for satu in pilihan] == [str(n) for n in range(awal, akhir + 1)]
    assert len({satu.label for satu in pilihan}) == len(pilihan)


def test_the_head_of_a_family_is_nobodys_choice() -> None:
    assert "Kepala Keluarga" not in {satu.label for satu in SHDK}
