"""One process with little memory and little time, in which strangers' files are opened.

A worker that hangs is killed, a worker that dies is replaced, and none outlives its parent.
"""

import asyncio
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

DETIK = 20.0
MEMORI = 1024 * 1024 * 1024
_START_DETIK = 30.0


class WorkerGone(Exception):
    """The work was not finished: the worker died over it, or before it."""


class WorkerSlow(WorkerGone):
    """The work was not finished in time; the worker was killed."""


class WorkerUnavailable(Exception):
    """The worker could not be started: the machine's fault, never the file's. Try again."""


class LimitedWorker:
    """Runs one function at a time in a confined process, which it starts when first needed."""

    def __init__(self, *, detik: float = DETIK, memori: int = MEMORI) -> None:
        self._detik = detik
        self._memori = memori
        self._turn = asyncio.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._pid = 0

    @property
    def pid(self) -> int:
        """The worker's process id; 0 while there is none."""
        return self._pid

    async def run(self, work: Callable[[*Ts], T], *args: *Ts) -> T:
        """Run `work` there and return its result; raise WorkerGone if it could not finish."""
        async with self._turn:
            pool = self._pool or await self._start()
            try:
                return await self._within(self._detik, pool, work, *args)
            except TimeoutError as cause:
                self.close()
                raise WorkerSlow(f"no result within {self._detik} s") from cause
            except BrokenProcessPool as cause:
                self.close()
                raise WorkerGone("the worker died") from cause
            except asyncio.CancelledError:
                self.close()
                raise

    def close(self) -> None:
        """End the worker at once, whatever it is doing."""
        pool, self._pool = self._pool, None
        pid, self._pid = self._pid, 0
        if pid:
            _kill(pid)
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    async def _start(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(
            max_workers=1,
            mp_context=multiprocessing.get_context("forkserver"),
            initializer=_confine,
            initargs=(self._memori,),
        )
        self._pool = pool
        try:
            self._pid = await self._within(_START_DETIK, pool, os.getpid)
        except (TimeoutError, BrokenProcessPool) as cause:
            self.close()
            raise WorkerUnavailable("the worker that opens papers did not start") from cause
        except asyncio.CancelledError:
            self.close()
            raise
        return pool

    async def _within(
        self, detik: float, pool: ProcessPoolExecutor, work: Callable[[*Ts], T], *args: *Ts
    ) -> T:
        async with asyncio.timeout(detik):
            return await asyncio.get_running_loop().run_in_executor(pool, work, *args)


def _confine(memori: int) -> None:
    """Limit this process: its memory, no file written, no core dump of a citizen's paper."""
    resource.setrlimit(resource.RLIMIT_AS, (memori, memori))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Ctrl-C at the terminal is for the parent, which then ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
