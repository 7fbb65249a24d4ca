"""Wraps named functions of the production code in a child, so that it can die at a named point."""

import asyncio
import functools
import inspect
import os
import signal
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn
from uuid import UUID

from chaos.medan import Medan
from chaos.titik import TITIK, Saat, Titik
from core.store import KeadaanKeluar, outbox
from delivery.pos import Pos
from delivery.render import Renderer

_DATA = KeadaanKeluar.DATA


class NoSuchFunction(LookupError):
    """A point names something that the production code does not have (any more)."""


def owner_of(titik: Titik) -> tuple[Any, str]:
    """Return the object that holds a point's function, and the function's name there."""
    module, _, path = titik.fungsi.partition(":")
    holder: Any = import_module(module)
    *outer, name = path.split(".")
    try:
        for part in outer:
            holder = getattr(holder, part)
        found = inspect.getattr_static(holder, name)
    except AttributeError:
        found = None
    if not inspect.isfunction(found):
        raise NoSuchFunction(f"{titik.kode}: {titik.fungsi} is no function")
    return holder, name


def lay(peran: str, medan: Medan) -> None:
    """Wrap every point of a role, and the ledger of letters in phase data."""
    for titik in TITIK:
        if titik.peran == peran:
            wrap(titik, medan)
    _keep_ledger(medan)


def wrap(titik: Titik, medan: Medan) -> None:
    """Wrap the function of one point."""
    holder, name = owner_of(titik)
    setattr(holder, name, _wrapped(getattr(holder, name), titik, medan))


def _wrapped(work: Callable[..., Any], titik: Titik, medan: Medan) -> Callable[..., Any]:
    @functools.wraps(work)
    async def run(*args: Any, **kwargs: Any) -> Any:
        tanda = str(args[1]) if len(args) > 1 and isinstance(args[1], UUID) else ""
        if titik.saat is Saat.SEBELUM and medan.fires(titik.kode, tanda):
            die()
        if titik.saat is Saat.SELAGI and medan.fires(titik.kode):
            kill = functools.partial(_kill_workers, args[0]) if titik.anak else die
            asyncio.get_running_loop().call_later(titik.detik, kill)
        result = await work(*args, **kwargs)
        if titik.saat is Saat.SESUDAH and medan.fires(titik.kode, tanda):
            die()
        return result

    return run


def die() -> NoReturn:
    """End this process as a power cut would: nothing is flushed, nothing is closed."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("SIGKILL returned")


def _kill_workers(renderer: Renderer) -> None:
    for pid in renderer.pids:
        if pid:
            os.kill(pid, signal.SIGKILL)


def _keep_ledger(medan: Medan) -> None:
    """Note which letters are in phase data: `D` before it is committed, `S` once it is settled.

    So a letter that is open here when the process dies may have reached the server, and no other.
    """
    advance, send = outbox.advance, Pos._send

    @functools.wraps(advance)
    async def advanced(row: Any, keadaan: KeadaanKeluar) -> None:
        if keadaan is _DATA:
            medan.note_data(row.kunci)
        await advance(row, keadaan)

    @functools.wraps(send)
    async def sent(self: Pos, row: Any) -> None:
        await send(self, row)
        medan.note_settled(row.kunci)

    outbox.advance = advanced
    setattr(Pos, "_send", sent)  # noqa: B010  mypy would see a method assigned
