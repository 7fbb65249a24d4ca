"""The one module that knows DBOS. The engine is process-wide, so one Jobs exists per process.

A piece of work is a list of named steps over one row id. Only the id is handed over and stored:
never a name, a number or a secret. A step first looks whether its result is there, because after a
crash the step that was in flight runs again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dbos import (
    DBOS,
    DBOSConfig,
    DBOSPortableJSONSerializer,
    ScheduleInput,
    SetWorkflowID,
    StepOptions,
)

Step = Callable[[UUID], Awaitable[None]]
Work = Callable[[str], Coroutine[Any, Any, None]]
log = logging.getLogger(__name__)

_QUEUE = "pekerjaan"
# About a day: 5 s, 10 s, 20 s ... and then hourly (the engine caps the pause at one hour).
_RETRY_SECONDS = 5.0
_RETRY_ATTEMPTS = 40


@dataclass(frozen=True)
class Pekerjaan:
    """Where a piece of work stands, as the engine tells it (PENDING, ENQUEUED, SUCCESS, ERROR, ...)."""

    nama: str
    id: UUID
    keadaan: str


class Jobs:
    """Starts, retries, cancels and lists durable work, and runs schedules."""

    def __init__(self, url: str, *, executor: str, version: str = "1") -> None:
        self._url = url
        self._executor = executor
        self._version = version
        self._work: dict[str, Work] = {}
        self._plans: list[tuple[str, Sequence[tuple[str, Step]]]] = []
        self._clocks: list[tuple[str, str, str, Callable[[], Awaitable[None]]]] = []

    def register(self, name: str, steps: Sequence[tuple[str, Step]]) -> None:
        """Name a piece of work. Must happen before launch, in every process that runs it."""
        self._plans.append((name, tuple(steps)))

    def schedule(
        self, name: str, cron: str, zone: str, act: Callable[[], Awaitable[None]]
    ) -> None:
        """Run `act` on a cron clock in an IANA zone. Must happen before launch."""
        self._clocks.append((name, cron, zone, act))

    async def launch(self) -> None:
        """Start the engine on the running loop; what a crash interrupted goes on by itself."""
        config: DBOSConfig = {
            "name": "adminduk",
            "system_database_url": self._url,
            "executor_id": self._executor,
            "application_version": self._version,
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
            "enable_otlp": False,
        }
        DBOS(config=config)
        for name, steps in self._plans:
            self._work[name] = _workflow(name, steps)
        schedules = [_schedule(*clock) for clock in self._clocks]
        DBOS.launch()
        await DBOS.register_queue_async(_QUEUE, worker_concurrency=4, polling_interval_sec=0.2)
        if schedules:
            await asyncio.to_thread(DBOS.apply_schedules, schedules)

    async def start(self, name: str, subject: UUID) -> None:
        """Start a piece of work for a row; starting it again does nothing."""
        with SetWorkflowID(_workflow_id(name, subject)):
            await DBOS.enqueue_workflow_async(_QUEUE, self._work[name], str(subject))

    async def retry(self, name: str, subject: UUID) -> None:
        """Run a piece of work that ended in ERROR again from its first step; steps are repeatable."""
        await DBOS.rewind_workflow_async(_workflow_id(name, subject), start_step=1)

    async def cancel(self, name: str, subject: UUID) -> None:
        """Stop a piece of work before its next step."""
        await DBOS.cancel_workflow_async(_workflow_id(name, subject))

    async def find(self, name: str, subject: UUID) -> Pekerjaan | None:
        """Return where a piece of work stands, or None if it was never started."""
        status = await DBOS.get_workflow_status_async(_workflow_id(name, subject))
        return Pekerjaan(name, subject, status.status) if status else None

    async def stop(self) -> None:
        """Stop the engine; running steps get a few seconds to end.

        The engine made its own thread pool the loop's default and takes it along when it ends, so
        the loop gets a new one: others stop after us and still need `asyncio.to_thread`.
        """
        await asyncio.to_thread(
            DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=5
        )
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())


def _workflow_id(name: str, subject: UUID) -> str:
    return f"{name}-{subject}"


def _workflow(name: str, steps: Sequence[tuple[str, Step]]) -> Work:
    @DBOS.workflow(name=name)
    async def run(subject: str) -> None:
        for step_name, step in steps:
            options: StepOptions = {
                "name": f"{name}.{step_name}",
                "retries_allowed": True,
                "interval_seconds": _RETRY_SECONDS,
                "max_attempts": _RETRY_ATTEMPTS,
                "backoff_rate": 2.0,
            }
            await DBOS.run_step_async(options, _logged, step_name, step, UUID(subject))

    return run


async def _logged(step_name: str, step: Step, subject: UUID) -> None:
    try:
        await step(subject)
    except Exception as cause:
        log.warning("%s: langkah %s gagal (%s)", subject, step_name, type(cause).__name__)
        raise


def _schedule(
    name: str, cron: str, zone: str, act: Callable[[], Awaitable[None]]
) -> ScheduleInput:
    @DBOS.workflow(name=f"jadwal.{name}")
    async def tick(at: datetime, context: Any) -> None:
        await DBOS.run_step_async({"name": name}, act)

    return {
        "schedule_name": name,
        "workflow_fn": tick,
        "schedule": cron,
        "context": None,
        "cron_timezone": zone,
        "automatic_backfill": False,
    }
