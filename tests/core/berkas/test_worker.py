"""The worker in which strangers' files are opened: little memory, little time, and no orphan."""

import asyncio
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.berkas.worker import LimitedWorker, WorkerGone, WorkerSlow

SECONDS = 30


@pytest.fixture
async def worker() -> AsyncIterator[LimitedWorker]:
    made = LimitedWorker(detik=SECONDS)
    yield made
    made.close()


def gone(pid: int) -> bool:
    """Wait until a process has ended."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], SECONDS)[0])
    finally:
        os.close(handle)


async def test_work_is_done_in_another_process_that_stays(worker: LimitedWorker) -> None:
    first = await worker.run(os.getpid)
    assert first == worker.pid
    assert first != os.getpid()
    assert await worker.run(os.getpid) == first


async def test_work_that_raises_raises_here(worker: LimitedWorker) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        await worker.run(int, "x")


async def test_many_at_once_wait_for_their_turn(worker: LimitedWorker) -> None:
    results = await asyncio.gather(*(worker.run(pow, 2, each) for each in range(10)))
    assert results == [2**each for each in range(10)]


async def test_a_worker_that_hangs_is_killed_and_replaced() -> None:
    worker = LimitedWorker(detik=0.2)
    hung = await worker.run(os.getpid)
    with pytest.raises(WorkerSlow):
        await worker.run(time.sleep, SECONDS)
    assert gone(hung)
    assert await worker.run(os.getpid) not in (hung, os.getpid())
    worker.close()


async def test_a_worker_that_dies_is_replaced(worker: LimitedWorker) -> None:
    with pytest.raises(WorkerGone):
        await worker.run(os._exit, 1)
    assert await worker.run(abs, -1) == 1


async def test_a_worker_that_is_killed_while_idle_is_replaced(worker: LimitedWorker) -> None:
    pid = await worker.run(os.getpid)
    os.kill(pid, signal.SIGKILL)
    assert gone(pid)
    with pytest.raises(WorkerGone):
        await worker.run(abs, -1)
    assert await worker.run(abs, -1) == 1


async def test_whoever_stops_waiting_leaves_no_work_behind(worker: LimitedWorker) -> None:
    pid = await worker.run(os.getpid)
    waiting = asyncio.create_task(worker.run(time.sleep, SECONDS))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert gone(pid)


async def test_memory_has_a_limit(worker: LimitedWorker) -> None:
    with pytest.raises(MemoryError):
        await worker.run(bytearray, 2 * 1024**3)


async def test_no_file_can_be_written_and_no_core_dumped(
    worker: LimitedWorker, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="File too large"):
        await worker.run(Path.write_bytes, tmp_path / "x", b"x")
    assert await worker.run(resource.getrlimit, resource.RLIMIT_CORE) == (0, 0)


async def test_closing_twice_is_closing_once(worker: LimitedWorker) -> None:
    pid = await worker.run(os.getpid)
    worker.close()
    worker.close()
    assert gone(pid)
    assert worker.pid == 0


PARENT = """
import asyncio, os
from core.berkas.worker import LimitedWorker

async def main():
    worker = LimitedWorker()
    print(await worker.run(os.getpid), flush=True)
    await asyncio.Event().wait()

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_a_worker_does_not_outlive_its_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        # Its resource tracker notices that it was killed, and says so.
        stderr=subprocess.DEVNULL,
        env=env,
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    assert gone(child)
