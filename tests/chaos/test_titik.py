"""The named points, and the wrapping that makes a child die there."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from chaos.jebakan import NoSuchFunction, owner_of
from chaos.laporan import never_hit
from chaos.medan import Medan
from chaos.titik import TITIK, WEB, Saat, Titik, named

ROOT = Path(__file__).parents[2]
# FAULTS.md section 6. K17 is the re-issue, which does not exist yet; K19, K22, K24 and K25 have
# tests and counts of their own.
ROWS = "K01 K02 K03 K04 K05 K06 K07 K08 K09 K11 K12 K13 K15 K18 K21".split()
_VICTIM = """
import asyncio, sys
from pathlib import Path
from chaos.jebakan import wrap
from chaos.medan import Medan
from chaos.titik import Saat, Titik
from core.store import finish
titik = Titik("X", "K00", "", "core.store.finish:finish", Saat(sys.argv[2]), 0.05)
wrap(titik, Medan(Path(sys.argv[1])))
async def main():
    print("sebelum", flush=True)
    async def work():
        print("di dalam", flush=True)
        await asyncio.sleep(0.2)
        print("selesai", flush=True)
    await finish.finish(work())
    print("sesudah", flush=True)
asyncio.run(main())
"""


@pytest.mark.parametrize("titik", TITIK, ids=lambda titik: titik.kode)
def test_a_point_names_a_function_that_exists(titik: Titik) -> None:
    owner, name = owner_of(titik)
    assert asyncio.iscoroutinefunction(getattr(owner, name))


def test_codes_are_unique() -> None:
    assert len({titik.kode for titik in TITIK}) == len(TITIK)


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_catalogue_has_a_point(row: str) -> None:
    assert any(titik.baris == row for titik in TITIK)


def test_the_site_is_killed_at_a_point_too() -> None:
    assert any(titik.peran == WEB for titik in TITIK)


def test_a_point_that_names_nothing_is_refused() -> None:
    gone = Titik("X", "K00", "", "core.store.inbox:nothing", Saat.SEBELUM)
    with pytest.raises(NoSuchFunction, match=r"core\.store\.inbox:nothing"):
        owner_of(gone)


@pytest.mark.parametrize(
    ("saat", "said"),
    [
        (Saat.SEBELUM, ["sebelum"]),
        (Saat.SELAGI, ["sebelum", "di dalam"]),
        (Saat.SESUDAH, ["sebelum", "di dalam", "selesai"]),
    ],
)
def test_an_armed_point_kills_once_and_at_its_instant(
    tmp_path: Path, saat: Saat, said: list[str]
) -> None:
    medan = Medan(tmp_path)
    medan.arm("X")
    first, second = (
        subprocess.run(
            [sys.executable, "-c", _VICTIM, str(tmp_path), saat.value],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        for _ in range(2)
    )
    assert (first.returncode, first.stdout.split("\n")[:-1]) == (-signal.SIGKILL, said)
    assert (second.returncode, second.stdout.split()[-1]) == (0, "sesudah")
    assert medan.hits() == {"X": 1}


def test_points_that_never_fired_are_named(tmp_path: Path) -> None:
    medan = Medan(tmp_path)
    medan.arm("K05")
    assert medan.fires("K05")
    assert never_hit(medan.hits()) == [one.kode for one in TITIK if one is not named("K05")]
