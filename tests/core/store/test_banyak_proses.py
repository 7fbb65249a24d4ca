"""S02: several processes read and then write at once; nothing fails, nothing is lost."""

import asyncio
import sys
from pathlib import Path

from core.store import Database, outbox, riwayat
from core.store.models import Outbox
from core.store.riwayat import Utuh
from tests.core.store.bahan import keluar

ROOT = Path(__file__).parents[3]
PROCESSES, TIMES = 3, 300


async def counter(url: str, kunci: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.core.store.penghitung", url, kunci, str(TIMES)),
        cwd=ROOT,
        stderr=asyncio.subprocess.PIPE,
    )
    _, err = await process.communicate()
    return process.returncode, err.decode()


async def test_s02_three_processes_with_300_units_of_work_each_lose_nothing(
    basis_data: Database,
) -> None:
    await outbox.put(keluar("hitung"))
    ends = await asyncio.gather(*[counter(basis_data.url, "hitung") for _ in range(PROCESSES)])
    assert ends == [(0, "")] * PROCESSES
    assert (await Outbox.get(kunci="hitung")).percobaan == PROCESSES * TIMES
    found = await riwayat.verify()
    assert isinstance(found, Utuh)
    assert found.kepala.urut == PROCESSES * TIMES
