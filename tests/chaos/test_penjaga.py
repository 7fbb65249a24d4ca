"""Whom the harness may tell to stop: a process that is still starting is ended by SIGTERM."""

import asyncio
import sys

import pytest

from chaos.induk import Anak

_STARTS = "import sys; print('ada', flush=True); sys.stdin.read()"
_LISTENS = f"import signal; signal.signal(signal.SIGTERM, lambda *_: None); {_STARTS}"


@pytest.mark.parametrize(("program", "listens"), [(_STARTS, False), (_LISTENS, True)])
async def test_the_kernel_says_whether_a_process_listens(program: str, listens: bool) -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert child.stdout is not None
    await child.stdout.readline()
    anak = Anak("kerja")
    anak.begin(child.pid)
    assert anak.listens() is listens
    await child.communicate(b"")
    assert not anak.listens()


def test_who_has_gone_does_not_listen() -> None:
    anak = Anak("kerja")
    anak.begin(2**22)  # above the kernel's greatest pid
    assert not anak.listens()
