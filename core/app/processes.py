"""Runs one process until it is told to stop, or supervises both as children."""

import asyncio
import contextlib
import errno
import logging
import os
import signal
import sys
import time
from collections.abc import Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from core.settings import Secrets

log = logging.getLogger(__name__)

# The child said in one sentence that it cannot start with these settings: no use in repeating.
EX_CONFIG = 78
_LONGEST_PAUSE = 30.0
_HEALTHY_SECONDS = 60.0
_GRACE_SECONDS = 45.0
_PARENT_LOOK_SECONDS = 1.0
KERJA = "kerja"
WEB = "web"
PROGRAMS = {KERJA: ("core", KERJA), WEB: ("core.app.web",)}


class Ended(RuntimeError):
    """A part of the process has ended although it must not; the text is the class of its end."""


class Process(Protocol):
    """What can be started and stopped."""

    async def start(self) -> None:
        """Open everything and begin."""

    async def watch(self) -> None:
        """Wait as long as all is well; raise what must not go on."""

    async def stop(self) -> None:
        """End and close everything."""


@contextlib.contextmanager
def one_sentence(*faults: type[Exception]) -> Iterator[None]:
    """Let a known fault end the program with its sentence and EX_CONFIG."""
    try:
        yield
    except faults as fault:
        sys.stderr.write(f"{fault}\n")
        sys.exit(EX_CONFIG)


def serve(work: Coroutine[Any, Any, None]) -> None:
    """Run a process to its end; a port that is taken or forbidden is for the operator to mend."""
    try:
        asyncio.run(work)
    except Ended as cause:
        log.error("proses berhenti sendiri (%s)", cause)
        sys.exit(1)
    except OSError as cause:
        if cause.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        sys.stderr.write(f"Tidak dapat dimulai: {cause.strerror}.\n")
        sys.exit(EX_CONFIG)


async def run_until_told(process: Process, *, child: bool) -> None:
    """Start, wait for SIGTERM or SIGINT (as a child, also for the death of the parent), stop.

    Ended is raised if the process cannot go on: it must be started anew.
    """
    done = _told()
    parent = asyncio.create_task(_watch_parent(os.getppid(), done)) if child else None
    try:
        await process.start()
        watch, told = asyncio.create_task(process.watch()), asyncio.create_task(done.wait())
        await asyncio.wait({watch, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if not watch.done():
            watch.cancel()
            return
        cause = watch.exception()
    finally:
        if parent is not None:
            parent.cancel()
        await process.stop()
    raise Ended(type(cause).__name__) from cause


async def supervise(config: Path) -> int:
    """Keep both processes running until told to stop; return the code of one that gave up."""
    supervisor, done = Supervisor(config), _told()
    await supervisor.start()
    ended, told = asyncio.create_task(supervisor.wait()), asyncio.create_task(done.wait())
    try:
        await asyncio.wait({ended, told}, return_when=asyncio.FIRST_COMPLETED)
        return ended.result() if ended.done() else 0
    finally:
        ended.cancel()
        told.cancel()
        await supervisor.stop()


def _told() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    done = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    return done


async def _watch_parent(parent: int, done: asyncio.Event) -> None:
    """A supervisor that was killed leaves no process behind."""
    while os.getppid() == parent:  # noqa: ASYNC110  the kernel tells nobody
        await asyncio.sleep(_PARENT_LOOK_SECONDS)
    done.set()


def environment(role: str) -> dict[str, str]:
    """Return what a child may know of our environment: `web` gets no secret of `kerja`."""
    if role == KERJA:
        return dict(os.environ)
    prefix = Secrets.model_config.get("env_prefix", "")
    secret = {f"{prefix}{name}".upper() for name in Secrets.model_fields}
    return {name: value for name, value in os.environ.items() if name.upper() not in secret}


class Supervisor:
    """Keeps `kerja` and `web` running; restarts what died, stops both when told."""

    def __init__(
        self, config: Path, roles: Sequence[str] = tuple(PROGRAMS), *, log: Path | None = None
    ) -> None:
        self._config = config
        self._roles = roles
        self._log = log
        self._children: dict[str, asyncio.subprocess.Process] = {}
        self._births: dict[str, int] = {}
        self._tasks: list[asyncio.Task[int]] = []
        self._stopping = False

    async def start(self) -> None:
        """Start the children."""
        self._tasks = [asyncio.create_task(self._keep(role)) for role in self._roles]

    async def wait(self) -> int:
        """Wait until a child ends for good, and return its exit code."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        return max(task.result() for task in done)

    async def stop(self) -> None:
        """Tell the children to stop; after half a minute they are killed."""
        self._stopping = True
        for child in self._children.values():
            with contextlib.suppress(ProcessLookupError):
                child.terminate()
        ended = [asyncio.create_task(child.wait()) for child in self._children.values()]
        if ended:
            _, left = await asyncio.wait(ended, timeout=_GRACE_SECONDS)
            if left:
                for child in self._children.values():
                    with contextlib.suppress(ProcessLookupError):
                        child.kill()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def pid(self, role: str) -> int:
        """Return the process id of a child."""
        return self._children[role].pid

    async def _spawn(self, role: str) -> asyncio.subprocess.Process:
        """Start a child; its log goes to the file, or where ours goes."""
        command = (sys.executable, "-m", *PROGRAMS[role], "--anak", "--config", str(self._config))
        # A group of its own: Ctrl-C is for us alone, and we end the children in order.
        self._births[role] = self._births.get(role, -1) + 1
        names = environment(role) | {"ADMINDUK_MULAI_KE": str(self._births[role])}
        options: dict[str, Any] = {"env": names, "process_group": 0}
        if self._log is None:
            return await asyncio.create_subprocess_exec(*command, **options)
        with self._log.open("ab") as file:
            return await asyncio.create_subprocess_exec(*command, **options, stderr=file)

    async def _keep(self, role: str) -> int:
        pause = 1.0
        while True:
            child = await self._spawn(role)
            self._children[role] = child
            born = time.monotonic()
            code = await child.wait()
            if time.monotonic() - born > _HEALTHY_SECONDS:
                pause = 1.0
            if self._stopping or code in (0, EX_CONFIG):
                return code
            log.error("%s berhenti (kode %s); dimulai lagi dalam %s detik", role, code, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
