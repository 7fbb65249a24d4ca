"""Runs Tesseract on one picture: a small process of its own, limited before it sees a dot.

The picture goes in through its standard input, the words come out of its standard output, and
nothing touches the disk. No shell; its complaints are thrown away, for they may quote.
"""

import asyncio
import contextlib
import resource
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

PROGRAM = "tesseract"
BAHASA = "ind"
_CPU_SECONDS = 6
_MEMORY = 1024 * 1024 * 1024
_DESCRIPTORS = 32
_MOST = 2 * 1024 * 1024
_ASKED_SECONDS = 5.0
_BYE_SECONDS = 5.0
# One thread (the office has other work), no locale, nothing of ours.
_ENVIRONMENT: Mapping[str, str] = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C", "PATH": ""}


class Cara(Enum):
    """How a picture is read: `tesseract --help-psm`."""

    HALAMAN = ("--psm", "3")
    """A page of whatever layout."""
    ANGKA = ("--psm", "7", "-c", "tessedit_char_whitelist=0123456789")
    """One line, and only digits on it."""
    BARIS = ("--psm", "7")
    """One line."""


@dataclass(frozen=True)
class Mesin:
    """An installed Tesseract that knows Indonesian."""

    program: str

    async def read(self, pgm: bytes, cara: Cara) -> str:
        """Return Tesseract's table of words; empty if it failed. Ends it when cancelled."""
        words = ("stdin", "stdout", "-l", BAHASA, *cara.value, "tsv")
        found = await _talk(self.program, words, pgm)
        return found.decode("utf-8", "replace")


def installed(path: str | None = None) -> Mesin | None:
    """Find Tesseract where programs are looked for (`path`, else PATH); None if there is none."""
    program = shutil.which(PROGRAM, path=path)
    return Mesin(str(Path(program).resolve())) if program else None


async def languages(mesin: Mesin) -> frozenset[str]:
    """Ask which languages it can read; none if it does not answer within seconds."""
    try:
        async with asyncio.timeout(_ASKED_SECONDS):
            found = await _talk(mesin.program, ("--list-langs",), b"")
    except (TimeoutError, OSError):
        return frozenset()
    return frozenset(line.strip() for line in found.decode("utf-8", "replace").splitlines()[1:])


async def _talk(program: str, words: Sequence[str], given: bytes) -> bytes:
    process = await asyncio.create_subprocess_exec(
        program, *words, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=dict(_ENVIRONMENT), cwd="/"
    )
    try:
        _limit(process.pid)
        # Only now: what it reads may be hostile, and it reads nothing before.
        found, _ = await process.communicate(given)
    finally:
        await _end(process)
    return found if process.returncode == 0 and len(found) <= _MOST else b""


def _limit(pid: int) -> None:
    """Limit its memory, computing, and files: none may grow by a byte. A pipe is no file."""
    if sys.platform != "linux":
        return
    limits = {
        resource.RLIMIT_AS: _MEMORY,
        resource.RLIMIT_CPU: _CPU_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: _DESCRIPTORS,
    }
    for which, most in limits.items():
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(pid, which, (most, most))


async def _end(process: Process) -> None:
    """Kill it if it still runs, and take note of its end: nothing of ours stays behind."""
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    async with asyncio.timeout(_BYE_SECONDS):
        await process.wait()
        await _let_go(process)


async def _let_go(process: Process) -> None:
    """See both pipes closed: a loop that ends before would leave them to the collector."""
    if process.stdin is not None:
        process.stdin.close()
        with contextlib.suppress(OSError):
            await process.stdin.wait_closed()
    if process.stdout is not None:
        while await process.stdout.read(_MOST):
            pass
