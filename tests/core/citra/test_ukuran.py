"""A short form of the measurement: a few photos of each kind, on a seed of its own."""

import pytest

from benchmarks.citra.__main__ import table
from benchmarks.citra.foto import BAIK, SPOILED
from benchmarks.citra.ukur import Dilihat, Tugas, see

SEED = 77
SHEETS = ("kartu", "surat")
# Sixteen photos are drawn pixel by pixel; a busy machine may take minutes.
pytestmark = pytest.mark.timeout(500)


@pytest.fixture(scope="module")
def seen() -> list[Dilihat]:
    kinds = (BAIK, *SPOILED)
    return [see(Tugas(SEED, sheet, kind)) for sheet in SHEETS for kind in kinds]


def test_of_a_few_photos_nearly_all_are_judged_rightly(seen: list[Dilihat]) -> None:
    wrong = [
        (each.tugas.lembaran, each.tugas.rusak)
        for each in seen
        if bool(each.cacat) == (each.tugas.rusak == BAIK)
    ]
    assert len(seen) == 2 * 8
    assert len(wrong) <= 1, wrong


def test_the_table_has_a_line_for_every_kind(seen: list[Dilihat]) -> None:
    lines = table(seen).splitlines()
    assert len(lines) == 2 + 1 + len(SPOILED)


def test_the_same_seed_takes_the_same_photo() -> None:
    task = Tugas(SEED, "kartu", "kecil")
    assert see(task).jejak == see(task).jejak
