"""Who goes on with the work of a dead executor; with real processes and a real PostgreSQL."""

import asyncio
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest

from core.jobs.takeover import Takeover
from core.store import new_id

ROOT = Path(__file__).parents[3]


class World:
    """Executors, the workflows that each runs, and who is alive."""

    def __init__(self) -> None:
        self.running: list[tuple[str, str]] = []
        self.alive: set[str] = set()
        self.resumed: list[str] = []

    def desk(self, executor: str) -> Takeover:
        return Takeover(executor, self, pending=self.pending, resume=self.resume)

    async def take(self, name: str) -> bool:
        return name.partition("|")[2] not in self.alive

    async def give_back(self, name: str) -> None:
        return None

    async def pending(self) -> Sequence[tuple[str, str]]:
        return self.running

    async def resume(self, workflows: Sequence[str]) -> None:
        self.resumed += workflows


async def test_the_work_of_a_dead_executor_goes_on() -> None:
    world = World()
    world.running = [("mati", "a"), ("mati", "b")]
    await world.desk("kerja-1").look()
    assert world.resumed == ["a", "b"]


async def test_the_work_of_the_living_and_our_own_is_left_alone() -> None:
    world = World()
    world.alive = {"kerja-2"}
    world.running = [("kerja-2", "a"), ("kerja-1", "b")]
    await world.desk("kerja-1").look()
    assert world.resumed == []


async def test_two_executors_never_run_under_one_name() -> None:
    world = World()
    world.alive = {"kerja-1"}
    with pytest.raises(RuntimeError, match="kerja-1"):
        await world.desk("kerja-1").announce()


async def worker(folder: Path, subject: UUID, how: str, url: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.core.jobs.pekerja", str(folder), str(subject), how, url),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )


async def test_a_replica_goes_on_with_what_kill_9_interrupted_in_another(
    tmp_path: Path, pg_url: str
) -> None:
    subject = new_id()
    killed = await worker(tmp_path, subject, "macet", pg_url)
    assert killed.stdout is not None
    async with asyncio.timeout(60):
        assert await killed.stdout.readline() == b"macet\n"
    survivor = await worker(tmp_path, subject, "lancar", pg_url)
    killed.send_signal(signal.SIGKILL)
    await killed.wait()
    async with asyncio.timeout(60):
        assert await survivor.wait() == 0
    steps = [line.split()[0] for line in (tmp_path / "langkah").read_text().splitlines()]
    assert steps == ["pertama", "kedua", "kedua", "ketiga"]
