"""A short run of the crash harness on both databases; `./adminduk chaos` makes the long ones."""

from pathlib import Path

import pytest

from chaos.laporan import Laporan
from chaos.lari import Ukuran, run
from sandbox.postgres import postgres

_SEED = 20261122


def broken(laporan: Laporan) -> list[str]:
    """Return the promises that were not kept, each with its figures."""
    return [f"{one.nama}: {one.angka}" for one in laporan.butir if not one.baik]


def killed(laporan: Laporan) -> None:
    """A run that killed nobody proves nothing."""
    assert laporan.kills >= 12
    assert sum(laporan.kena.values()) >= 3, laporan.kena
    assert len(laporan.butir) >= 15


@pytest.mark.timeout(400)
async def test_nothing_is_lost_and_nothing_done_twice_on_sqlite(tmp_path: Path) -> None:
    laporan = await run(Ukuran(kills=12, kasus=10, seed=_SEED), tmp_path)
    laporan.say()
    assert broken(laporan) == []
    killed(laporan)


@pytest.mark.timeout(400)
async def test_nothing_is_lost_and_nothing_done_twice_by_two_replicas_on_postgresql(
    tmp_path: Path,
) -> None:
    with postgres() as server:
        ukuran = Ukuran(12, 10, _SEED, replika=2, basis_data=server.fresh())
        laporan = await run(ukuran, tmp_path)
    laporan.say()
    assert broken(laporan) == []
    killed(laporan)


@pytest.mark.long
@pytest.mark.timeout(1800)
async def test_every_named_point_is_survived(tmp_path: Path) -> None:
    laporan = await run(Ukuran(kills=130, kasus=150, seed=_SEED), tmp_path)
    laporan.say()
    assert broken(laporan) == []
    killed(laporan)
