"""Says what the work at hand is about, so that every log line below it names case or row."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from typing import TypeVar
from uuid import UUID

from structlog.contextvars import bound_contextvars

from core.store.models import Inbox, Outbox

R = TypeVar("R", Inbox, Outbox)


def of_case(case: UUID | str | None) -> AbstractContextManager[object]:
    """Bind a case (its row id or number) for the length of a block; None binds nothing.

    Tasks begun inside inherit it, work beside it does not (contextvars).
    """
    return bound_contextvars() if case is None else bound_contextvars(case=str(case))


def about_case(step: Callable[[UUID], Awaitable[None]]) -> Callable[[UUID], Awaitable[None]]:
    """Let a step over a case's id run with the case bound."""

    async def run(case_id: UUID) -> None:
        with of_case(case_id):
            await step(case_id)

    return run


def about_row(act: Callable[[R], Awaitable[None]]) -> Callable[[R], Awaitable[None]]:
    """Let the work on a row run with its id bound, and with the subject that it belongs to."""

    async def run(row: R) -> None:
        subject: UUID | None = getattr(row, "subjek", None)
        more = {"subject": str(subject)} if subject else {}
        with bound_contextvars(row=str(row.id), **more):
            await act(row)

    return run
