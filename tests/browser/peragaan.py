"""`./adminduk demo` as a person starts it: a process of its own, in a session of its own."""

import asyncio
import contextlib
import os
import re
import signal
import sys
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]
_ADDRESS = re.compile(r"Buka (http://\S+)/")
_PATIENCE = 90.0


class Peragaan:
    """A running rehearsal: its address, what it said, and how it ended."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.url = ""
        self.said = ""

    @classmethod
    async def launch(cls, *options: str, scratch: Path) -> Self:
        """Start it with its temporary files in `scratch`; do not wait for anything."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "core", "demo", *options,
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(scratch)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        return cls(process)

    @classmethod
    async def open(cls, *options: str, scratch: Path) -> Self:
        """Start it, and wait until it names its address."""
        started = await cls.launch(*options, scratch=scratch)
        try:
            await started.until(_ADDRESS)
        except BaseException:
            started.kill()
            raise
        found = _ADDRESS.search(started.said)
        assert found is not None
        started.url = found[1]
        return started

    async def until(self, pattern: re.Pattern[str]) -> None:
        """Wait until it has said this."""
        out = self._process.stdout
        assert out is not None
        async with asyncio.timeout(_PATIENCE):
            while not pattern.search(self.said):
                line = await out.readline()
                assert line, f"it ended early and said: {self.said}"
                self.said += line.decode()

    def press_ctrl_c(self) -> None:
        """Signal as a terminal does: to every process of the group at once."""
        os.killpg(self._process.pid, signal.SIGINT)

    def terminate(self) -> None:
        """Signal as a service manager does: to the one process it knows."""
        self._process.terminate()

    async def ended(self, *, within: float) -> int:
        """Wait for its end and return its exit code."""
        try:
            async with asyncio.timeout(within):
                rest, _ = await self._process.communicate()
                self.said += rest.decode()
        except TimeoutError:
            self.kill()
            raise
        assert self._process.returncode is not None
        return self._process.returncode

    def left(self) -> list[str]:
        """Return the command lines of what still runs in its session."""
        return list(self._session().values())

    def kill(self) -> None:
        """End whatever is left of it, when a test has failed."""
        for pid in self._session():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _session(self) -> dict[int, str]:
        found = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, _, _, session, *_ = stat.read_text().rpartition(")")[2].split()
                command = (stat.parent / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue  # it ended meanwhile
            if state != "Z" and int(session) == self._process.pid:
                found[int(stat.parent.name)] = command
        return found
