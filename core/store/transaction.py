"""The one way to change the database: everything in a unit of work commits together or not at all."""

import functools
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

from tortoise.transactions import in_transaction

from core.store.finish import finish

P = ParamSpec("P")
T = TypeVar("T")

_inside: ContextVar[bool] = ContextVar("inside_unit_of_work", default=False)


def unit_of_work(
    work: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, Coroutine[Any, Any, T]]:
    """Run an async function in one transaction; a unit of work called inside another joins it.

    The transaction runs to its end even if the caller is cancelled. Never wait for a network
    inside: on SQLite every other reader of this process waits with you.
    """

    @functools.wraps(work)
    async def run(*args: P.args, **kwargs: P.kwargs) -> T:
        if _inside.get():
            return await work(*args, **kwargs)
        return await finish(_alone(work, *args, **kwargs))

    return run


async def _alone(
    work: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs
) -> T:
    token = _inside.set(True)
    try:
        async with in_transaction():
            return await work(*args, **kwargs)
    finally:
        _inside.reset(token)
