"""The one module that knows DBOS. The engine is process-wide, so one Jobs exists per process.

A piece of work is a list of named steps over one row id. Only the id is handed over and stored:
never a name, a number or a secret, not even in the text of an error. A step first looks whether
its result is there, because after a crash the step that was in flight runs again.
"""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

from dbos import (
    DBOS,
    DBOSConfig,
    DBOSPortableJSONSerializer,
    ScheduleInput,
    SetWorkflowID,
    StepOptions,
    WorkflowStatus,
)

from core.jobs.steps import Act, Jadwal, Pekerjaan, Step, Ulangi, guarded
from core.jobs.takeover import Locks, Takeover

Work = Callable[[str], Coroutine[Any, Any, None]]

# What failed once runs in a queue of its own: however much of it there is, what was never tried
# does not wait behind it. The work itself bounds what is heavy.
_QUEUE, _WIDTH = "pekerjaan", 32
_QUEUE_AGAIN, _WIDTH_AGAIN = "ulangan", 8
_POLL_SECONDS = 0.2
_GRACE_SECONDS = 5


class Jobs:
    """Starts, retries, cancels and lists durable work, and runs schedules."""

    def __init__(
        self, url: str, *, executor: str, version: str = "1", ulangi: Ulangi | None = None
    ) -> None:
        """`executor` names this process among all that share the database at `url`."""
        self._url = url
        self._executor = executor
        self._version = version
        self._ulangi = ulangi or Ulangi()
        self._plans: dict[str, Sequence[tuple[str, Step]]] = {}
        self._clocks: list[Jadwal] = []
        self._work: dict[str, Work] = {}
        self._takeover: asyncio.Task[None] | None = None

    def register(self, name: str, steps: Sequence[tuple[str, Step]]) -> None:
        """Name a piece of work. Must happen before launch, in every process that runs it."""
        self._plans[name] = tuple(steps)

    def schedule(self, name: str, cron: str, zone: str, act: Act) -> None:
        """Run `act` on a cron clock in an IANA zone. Must happen before launch."""
        self._clocks.append(Jadwal(name, cron, zone, act))

    async def launch(self, locks: Locks | None = None) -> None:
        """Start the engine on the running loop; what a crash interrupted goes on by itself.

        With `locks`, which end with the process that holds them, it also goes on with what other
        executors leave behind when they die.
        """
        takeover = None
        if locks is not None:
            takeover = Takeover(self._executor, locks, pending=_pending, resume=_resume)
            await takeover.announce()
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
        for name, steps in self._plans.items():
            self._work[name] = _workflow(name, steps, self._ulangi)
        schedules = [_schedule(clock) for clock in self._clocks]
        DBOS.launch()
        for queue, width in ((_QUEUE, _WIDTH), (_QUEUE_AGAIN, _WIDTH_AGAIN)):
            await DBOS.register_queue_async(
                queue, worker_concurrency=width, polling_interval_sec=_POLL_SECONDS
            )
        if schedules:
            await DBOS.apply_schedules_async(schedules)
        if takeover is not None:
            self._takeover = asyncio.create_task(takeover.run())

    async def start(self, name: str, subject: UUID) -> None:
        """Start a piece of work for a row; starting it again does nothing."""
        with SetWorkflowID(_workflow_id(name, subject)):
            await DBOS.enqueue_workflow_async(_QUEUE, self._work[name], str(subject))

    async def retry(self, name: str, subject: UUID) -> None:
        """Run work that was given up again from its first step; steps are repeatable."""
        await DBOS.rewind_workflow_async(
            _workflow_id(name, subject), start_step=1, queue_name=_QUEUE_AGAIN
        )

    async def cancel(self, name: str, subject: UUID) -> None:
        """Stop a piece of work before its next step."""
        await DBOS.cancel_workflow_async(_workflow_id(name, subject))

    async def find(self, name: str, subject: UUID) -> Pekerjaan | None:
        """Return where a piece of work stands, or None if it was never started."""
        status = await DBOS.get_workflow_status_async(_workflow_id(name, subject))
        return _stands(name, status) if status else None

    async def all(self, name: str, *, keadaan: Collection[str]) -> list[Pekerjaan]:
        """Return the work of a name in any of these states, oldest first."""
        found = await DBOS.list_workflows_async(
            name=name, status=list(keadaan), load_input=False, load_output=False
        )
        return [_stands(name, one) for one in found]

    async def stop(self) -> None:
        """Stop the engine; running steps get a few seconds to end.

        The engine made its own thread pool the loop's default and takes it along when it ends, so
        the loop gets a new one: others stop after us and still need `asyncio.to_thread`.
        """
        if self._takeover is not None:
            self._takeover.cancel()
            await asyncio.gather(self._takeover, return_exceptions=True)
        await asyncio.to_thread(
            DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=_GRACE_SECONDS
        )
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())


def _workflow_id(name: str, subject: UUID) -> str:
    return f"{name}-{subject}"


def _workflow(name: str, steps: Sequence[tuple[str, Step]], ulangi: Ulangi) -> Work:
    @DBOS.workflow(name=name)
    async def run(subject: str) -> None:
        for step_name, step in steps:
            options: StepOptions = {
                "name": f"{name}.{step_name}",
                "retries_allowed": True,
                "interval_seconds": ulangi.detik,
                "max_attempts": ulangi.kali,
                "backoff_rate": 2.0,
            }
            act = partial(step, UUID(subject))
            await DBOS.run_step_async(options, guarded, f"{subject}: langkah {step_name}", act)

    return run


def _stands(name: str, status: WorkflowStatus) -> Pekerjaan:
    """Put the engine's status (milliseconds since 1970) into our words."""
    subject = UUID(status.workflow_id.removeprefix(f"{name}-"))
    since = datetime.fromtimestamp((status.updated_at or 0) / 1000, UTC)
    return Pekerjaan(name, subject, status.status, since)


async def _pending() -> list[tuple[str, str]]:
    found = await DBOS.list_workflows_async(status="PENDING", load_input=False, load_output=False)
    return [(one.executor_id or "", one.workflow_id) for one in found]


async def _resume(workflows: Sequence[str]) -> None:
    await DBOS.resume_workflows_async(list(workflows), queue_name=_QUEUE)


async def _awaited(act: Act) -> None:
    await act()


def _schedule(clock: Jadwal) -> ScheduleInput:
    async def act() -> None:
        # A schedule may start work. The engine refuses that inside a step, so it is not told.
        await asyncio.create_task(_awaited(clock.act), context=Context())

    @DBOS.workflow(name=f"jadwal.{clock.nama}")
    async def tick(at: datetime, context: Any) -> None:
        await DBOS.run_step_async({"name": clock.nama}, guarded, f"jadwal {clock.nama}", act)

    return {
        "schedule_name": clock.nama,
        "workflow_fn": tick,
        "schedule": clock.cron,
        "context": None,
        "cron_timezone": clock.zona,
        "automatic_backfill": False,
    }
