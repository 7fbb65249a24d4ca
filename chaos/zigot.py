"""`python -m chaos.zigot`: loads everything once and forks a child per command.

A start then costs a third of a second instead of three. The workers that render and open papers
come from one forkserver that lives as long as this process; how they end with their parent is as
in production. Every few starts the harness starts a child without us (`chaos.induk`).

Commands and answers are JSON, one a line: `{"no", "peran", "config", "medan", "log"}` in,
`{"no", "pid"}` and `{"no", "kode"}` out. The end of the input ends us and every child.
"""

import json
import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from chaos.anak import become
from core.baca.pembaca import EYES as READING
from core.citra.pemeriksa import EYES as LOOKING
from delivery.render import WORKER

_LOOK_SECONDS = 0.02
# All that the two programs import; the programs themselves are run anew by every child.
_PRELOADED = ("core.app.kerja", "core.app.situs", "core.app.doctor")


def main() -> None:
    """Fork on command, tell of deaths, until the input ends."""
    for name in _PRELOADED:
        import_module(name)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # a forkserver with threads must not fork
    forkserver.set_forkserver_preload([WORKER, LOOKING, READING])
    forkserver.ensure_running()
    children: dict[int, int] = {}
    for order in _orders():
        if order is not None:
            pid = _fork(order)
            children[pid] = order["no"]
            _tell(no=order["no"], pid=pid)
        for pid in list(children):
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                _tell(no=children.pop(pid), kode=os.waitstatus_to_exitcode(status))
    for pid in children:
        os.kill(pid, signal.SIGKILL)


def _orders() -> Iterator[dict[str, Any] | None]:
    """Give each command, and None now and then while there is none."""
    left = b""
    while True:
        ready, _, _ = select.select([0], [], [], _LOOK_SECONDS)
        if not ready:
            yield None
            continue
        read = os.read(0, 1 << 16)
        if not read:
            return
        *lines, left = (left + read).split(b"\n")
        for line in lines:
            yield json.loads(line)


def _tell(**answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _fork(order: dict[str, Any]) -> int:
    # A child that is killed between its knock and its wish takes the forkserver along (EOFError in
    # its recvfds). An office's own forkserver has no other client, so only here it is made anew.
    forkserver.ensure_running()
    if threading.active_count() != 1:
        raise RuntimeError("a process with threads must not be forked")
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setpgid(0, 0)
        _redirect(Path(order["log"]))
        # The forkserver is our parent's child, not ours: it cannot be waited for, and need not be.
        setattr(forkserver._forkserver, "ensure_running", lambda: None)  # noqa: B010
        become(order["peran"], Path(order["config"]), Path(order["medan"]))
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


def _redirect(log: Path) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    told = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for source, target in ((nothing, 0), (told, 1), (told, 2)):
        os.dup2(source, target)


if __name__ == "__main__":
    main()
