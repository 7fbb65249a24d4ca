"""Lets an awaitable run to its end although the waiting task is cancelled."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def finish(work: Coroutine[Any, Any, T]) -> T:
    """Await `work` to its end; a cancellation that came meanwhile is raised afterwards."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as signal:
            if task.cancelled():
                raise
            cancelled = signal
        except Exception:
            break
    if cancelled is not None:
        raise cancelled from task.exception()
    return task.result()
