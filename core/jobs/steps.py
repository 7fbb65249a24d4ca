"""What durable work is made of, and how a failing step is told: by class, never by text."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

Act = Callable[[], Awaitable[None]]
Step = Callable[[UUID], Awaitable[None]]
log = logging.getLogger(__name__)


# The engine's words. What was given up goes on only when somebody says so: it failed, it was
# stopped, or it was taken up again after a hundred crashes.
GAGAL = ("ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
BERJALAN = ("ENQUEUED", "DELAYED", "PENDING")


@dataclass(frozen=True)
class Pekerjaan:
    """Where a piece of work stands, in the engine's words (PENDING, SUCCESS, ERROR, ...)."""

    nama: str
    id: UUID
    keadaan: str
    sejak: datetime

    @property
    def gagal(self) -> bool:
        """Whether it was given up."""
        return self.keadaan in GAGAL


@dataclass(frozen=True)
class Jadwal:
    """What is done on a cron clock in an IANA zone."""

    nama: str
    cron: str
    zona: str
    act: Act


@dataclass(frozen=True)
class Ulangi:
    """How a failing step is tried again: after 1 s and after 2 s more.

    Meanwhile the work keeps its place in the queue, so the pauses are short. Then it is given up
    (ERROR), and whoever started it decides when it goes on.
    """

    detik: float = 1.0
    kali: int = 3


class StepFailed(RuntimeError):
    """A step failed. The engine stores and logs this text, so it names ids and classes only."""


async def guarded(nama: str, act: Act) -> None:
    """Do `act`; a foreign error is told by its class alone, since its text may carry a person."""
    try:
        await act()
    except Exception as cause:
        log.warning("%s gagal (%s)", nama, type(cause).__name__)
        failure = type(cause).__name__
    else:
        return
    # Outside the handler, so that no chain leads from here to the foreign text.
    raise StepFailed(f"{nama}: {failure}")
