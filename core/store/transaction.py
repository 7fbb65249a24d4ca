"""The one way to change the database: a unit of work commits as a whole or not at all."""

import asyncio
import functools
import secrets
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

from tortoise.transactions import in_transaction

from core.store.finish import finish

P = ParamSpec("P")
T = TypeVar("T")

# PostgreSQL ends one of two transactions that wait for each other: serialization, deadlock.
_SACRIFICED = frozenset({"40001", "40P01"})
_ATTEMPTS = 6
_PAUSE_MILLIS = 20

_owner: ContextVar[asyncio.Task[Any] | None] = ContextVar("owner_of_unit_of_work", default=None)


class StrayTask(RuntimeError):
    """A task that was begun inside a unit of work wants the transaction, which is not its own."""


def unit_of_work(
    work: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, Coroutine[Any, Any, T]]:
    """Run an async function in one transaction; a unit of work called inside another joins it.

    The transaction runs to its end even if the caller is cancelled. It touches nothing but the
    database, because PostgreSQL may ask for it to be run again. Never wait for a network inside:
    on SQLite every other reader of this process waits with you.
    """

    @functools.wraps(work)
    async def run(*args: P.args, **kwargs: P.kwargs) -> T:
        owner = _owner.get()
        if owner is None:
            return await finish(_repeated(work, *args, **kwargs))
        if owner is not asyncio.current_task():
            raise StrayTask(f"{work.__qualname__} was called in a task begun in a unit of work")
        return await work(*args, **kwargs)

    return run


async def _repeated(
    work: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs
) -> T:
    for attempt in range(1, _ATTEMPTS):
        try:
            return await _alone(work, *args, **kwargs)
        except Exception as cause:
            if not _was_sacrificed(cause):
                raise
        # A throw of dice, so that two who met do not meet again.
        await asyncio.sleep(attempt * secrets.randbelow(_PAUSE_MILLIS) / 1000)
    return await _alone(work, *args, **kwargs)


async def _alone(
    work: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs
) -> T:
    token = _owner.set(asyncio.current_task())
    try:
        async with in_transaction():
            return await work(*args, **kwargs)
    finally:
        _owner.reset(token)


def _was_sacrificed(cause: Exception) -> bool:
    """Look at the driver's own error, which Tortoise hands on as it is or wraps in its own."""
    return any(getattr(one, "sqlstate", None) in _SACRIFICED for one in (cause, *cause.args))
