"""Turns a page into a PDF, and a page of a PDF into a picture, in warm worker processes.

It knows no template, no citizen and no address: HTML goes in, bytes come out. The work runs
outside this process, because it is pure CPU and because what it is handed may never end.
"""

import asyncio
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")

WORKER = "delivery.render_worker"
DEADLINE_SECONDS = 30.0
START_SECONDS = 60.0
# A family card of twenty takes 30 thousand characters.
PAGE_LIMIT = 2_000_000


class RenderFailed(Exception):
    """A page could not be made. The sentence names no person and quotes nothing of the page."""


class FontMissing(RenderFailed):
    """The font of our documents is not installed; the sentence tells the operator what to do."""


class Renderer:
    """Warm workers, each doing one thing at a time; one that overruns its deadline is killed."""

    def __init__(self, *, workers: int = 1, deadline: float = DEADLINE_SECONDS) -> None:
        self._workers = tuple(_Worker(deadline) for _ in range(workers))
        self._idle: asyncio.Queue[_Worker] | None = None

    @property
    def pids(self) -> tuple[int, ...]:
        """The workers' process ids, for whoever watches over them."""
        return tuple(worker.pid for worker in self._workers)

    @property
    def idle(self) -> int:
        """How many workers have nothing to do."""
        return 0 if self._idle is None else self._idle.qsize()

    async def start(self) -> None:
        """Start every worker and let it make one page: no citizen waits for the first."""
        await asyncio.gather(*(worker.start() for worker in self._workers))
        self._idle = asyncio.Queue()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def stop(self) -> None:
        """Let each worker finish what it is doing, then end it."""
        idle, self._idle = self._idle, None
        if idle is None:
            return
        for _ in self._workers:
            worker = await idle.get()
            await worker.stop()

    async def render(self, html: str) -> bytes:
        """Make the PDF of one page. The same HTML gives the same bytes, in every process."""
        if len(html) > PAGE_LIMIT:
            raise RenderFailed("the page is too long to be a document of ours")
        return await self._run(bytes, "to_pdf", html)

    async def picture(self, pdf: bytes, page: int = 0, width: int = 1600) -> bytes:
        """Make a PNG of one page, for the officer's preview."""
        return await self._run(bytes, "to_png", pdf, page, width)

    async def texts(self, pdf: bytes) -> tuple[str, ...]:
        """Return the text of every page, as a reader would copy it."""
        return tuple(await self._run(list, "to_texts", pdf))

    async def check(
        self, pdf: bytes, *, pages: range | None = None, allowed_uri_prefix: str | None = None
    ) -> None:
        """Look at a PDF with ``delivery.lint``, in the worker: raises its UnsafePDF."""
        await self._run(type(None), "check", pdf, pages, allowed_uri_prefix)

    async def _run(self, result: type[T], task: str, *arguments: object) -> T:
        idle = self._idle
        if idle is None:
            raise RenderFailed("the renderer is not running")
        worker = await idle.get()
        try:
            answer = await worker.run(task, *arguments)
        finally:
            idle.put_nowait(worker)
        if not isinstance(answer, result):
            raise RenderFailed(f"the worker answered {task} with something else")
        return answer


class _Worker:
    """One process, and what is needed to be rid of it."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._pool: ProcessPoolExecutor | None = None
        self.pid = 0

    async def start(self) -> ProcessPoolExecutor:
        """Begin the process and wait until it has made its first page."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([WORKER])
        # No max_tasks_per_child: it hangs for ever on 3.11, and 400 pages showed no growth.
        pool = ProcessPoolExecutor(1, context, initializer=_in_worker, initargs=("begin",))
        try:
            async with asyncio.timeout(START_SECONDS):
                pid = await asyncio.wrap_future(pool.submit(_in_worker, "warm_up"))
        except (BrokenProcessPool, TimeoutError) as cause:
            pool.shutdown(wait=False)
            raise RenderFailed("the render worker does not start") from cause
        except RenderFailed:
            pool.shutdown(wait=False)
            raise
        self.pid, self._pool = int(str(pid)), pool
        return pool

    async def stop(self) -> None:
        """End the process politely."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown)

    async def run(self, task: str, *arguments: object) -> object:
        """Run one task; when the process died under it, once more in a new one."""
        try:
            return await self._attempt(task, *arguments)
        except BrokenProcessPool:
            self._kill()
        try:
            return await self._attempt(task, *arguments)
        except BrokenProcessPool as cause:
            self._kill()
            raise RenderFailed("the render worker died twice on this page") from cause

    async def _attempt(self, task: str, *arguments: object) -> object:
        pool = self._pool or await self.start()
        try:
            async with asyncio.timeout(self._deadline):
                return await asyncio.wrap_future(pool.submit(_in_worker, task, *arguments))
        except TimeoutError as cause:
            self._kill()
            raise RenderFailed(f"the page took longer than {self._deadline:g} seconds") from cause
        except asyncio.CancelledError:
            # Nobody waits for this page any more, and the process would go on with it.
            self._kill()
            raise

    def _kill(self) -> None:
        """End the process whatever it is doing. The next task starts another."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        pool.shutdown(wait=False)


def _in_worker(task: str, *arguments: object) -> object:
    """Call the worker by name: the process that imports this module never loads WeasyPrint."""
    return getattr(import_module(WORKER), task)(*arguments)
