"""Starts and kills the children: through the zygote, now and then as a program of their own."""

import asyncio
import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from chaos.proses import below, in_groups

_COLD_EVERY = 20  # one start in so many is not forked but a program of its own
_FORK_SECONDS = 60.0  # the first answer comes when everything is loaded
_END_SECONDS = 20.0
_ORPHAN_SECONDS = 10.0
_LOOK_SECONDS = 0.2
_ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Anak:
    """One child, from its start to its end."""

    peran: str
    dingin: bool = False
    """Started as a program of its own, not forked."""
    pid: int = 0
    lahir: float = 0.0
    hidup: asyncio.Event = field(default_factory=asyncio.Event)
    mati: asyncio.Event = field(default_factory=asyncio.Event)
    kode: int | None = None
    diminta: bool = False
    """It was told to stop, and not killed."""

    def begin(self, pid: int) -> None:
        """Note that it lives."""
        self.pid, self.lahir = pid, time.monotonic()
        self.hidup.set()

    def kill(self, number: signal.Signals = signal.SIGKILL) -> bool:
        """Send a signal; False if the child has gone."""
        if self.kode is not None:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)
            return True
        return False

    def listens(self) -> bool:
        """Tell whether it catches SIGTERM by now, as its kernel knows (proc(5), SigCgt)."""
        try:
            lines = Path(f"/proc/{self.pid}/status").read_text("ascii", "replace").splitlines()
        except OSError:
            return False
        caught = next((line for line in lines if line.startswith("SigCgt:")), "SigCgt: 0")
        return bool(int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1)

    def end(self, kode: int) -> None:
        """Note how it ended."""
        self.kode = kode
        self.mati.set()


class Induk:
    """The parent of all children of a run."""

    def __init__(
        self, zigot: asyncio.subprocess.Process, *, config: Path, medan: Path, log: Path
    ) -> None:
        self._zigot = zigot
        self._config, self._medan, self._log = config, medan, log
        self._numbers = count(1)
        self._forked: dict[int, Anak] = {}
        self._waits: set[asyncio.Task[None]] = set()
        self._groups: set[int] = set()

    async def start(self, peran: str) -> Anak:
        """Start a child."""
        no = next(self._numbers)
        return await (self._start_cold(peran) if no % _COLD_EVERY == 0 else self._fork(peran, no))

    async def _fork(self, peran: str, no: int) -> Anak:
        anak = self._forked[no] = Anak(peran)
        order = {
            "no": no,
            "peran": peran,
            "config": str(self._config),
            "medan": str(self._medan),
            "log": str(self._log),
        }
        assert self._zigot.stdin is not None
        self._zigot.stdin.write((json.dumps(order) + "\n").encode())
        async with asyncio.timeout(_FORK_SECONDS):
            await anak.hidup.wait()
        return anak

    async def _start_cold(self, peran: str) -> Anak:
        options = ("--config", str(self._config), "--medan", str(self._medan))
        with self._log.open("ab") as log:
            child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "chaos.anak", *options, peran,
                stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log, env=_environment(),
                process_group=0,
            )  # fmt: skip
        anak = Anak(peran, dingin=True)
        anak.begin(child.pid)
        self._groups.add(child.pid)

        async def wait() -> None:
            anak.end(await child.wait())

        task = asyncio.create_task(wait())
        self._waits.add(task)
        task.add_done_callback(self._waits.discard)
        return anak

    async def orphans(self) -> int:
        """Count workers that outlived the process that had started them; they get a moment."""
        deadline = time.monotonic() + _ORPHAN_SECONDS
        while (left := self._left()) and time.monotonic() < deadline:  # noqa: ASYNC110  /proc
            await asyncio.sleep(_LOOK_SECONDS)
        return left

    def _left(self) -> int:
        # Below the zygote stand forkserver and tracker, below these the workers; a child that was
        # started cold is the first of a process group of its own.
        return len(below(self._zigot.pid)) + len(in_groups(self._groups))

    async def listen(self) -> None:
        """Read what the zygote tells, until it ends."""
        assert self._zigot.stdout is not None
        async for line in self._zigot.stdout:
            told = json.loads(line)
            anak = self._forked[told["no"]]
            if "pid" in told:
                anak.begin(told["pid"])
            else:
                anak.end(told["kode"])


@contextlib.asynccontextmanager
async def opened_induk(*, config: Path, medan: Path, log: Path) -> AsyncIterator[Induk]:
    """Run the zygote for the length of the block."""
    with log.open("ab") as stderr:
        zigot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "chaos.zigot",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=stderr,
            env=_environment(), process_group=0,
        )  # fmt: skip
    induk = Induk(zigot, config=config, medan=medan, log=log)
    listening = asyncio.create_task(induk.listen())
    try:
        yield induk
    finally:
        assert zigot.stdin is not None
        zigot.stdin.close()
        try:
            async with asyncio.timeout(_END_SECONDS):
                await zigot.wait()
        except TimeoutError:
            zigot.kill()
            await zigot.wait()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


def _environment() -> dict[str, str]:
    """Return ours, with the project found from any folder."""
    return {**os.environ, "PYTHONPATH": str(_ROOT)}
