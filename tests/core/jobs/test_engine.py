import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
import pytest_asyncio
from dbos import DBOS
from dbos._dbos import _get_dbos_instance

from core.jobs import GAGAL, Jobs, Ulangi
from core.store import new_id
from tests.basis import KINDS, Rak, content_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROOT = Path(__file__).parents[3]
WORK = "terbit"
QUICK = Ulangi(detik=0.01, kali=3)
SECRET = "SITI AMINAH 3319014507900001"


class Room:
    """Steps that count how often they ran, and fail as often as they are told."""

    def __init__(self) -> None:
        self.ticks = asyncio.Event()
        self.tidy()

    def tidy(self) -> None:
        self.runs: list[str] = []
        self.failures = 0
        self.on_tick: Callable[[], Awaitable[None]] | None = None
        self.hold: asyncio.Event | None = None
        self.begun = asyncio.Event()
        self.held: set[UUID] = set()

    async def first(self, subject: UUID) -> None:
        self.runs.append("satu")

    async def second(self, subject: UUID) -> None:
        self.runs.append("dua")
        self.begun.set()
        if self.hold is not None and (not self.held or subject in self.held):
            await self.hold.wait()
        if self.failures:
            self.failures -= 1
            raise LookupError(SECRET)

    async def third(self, subject: UUID) -> None:
        self.runs.append("tiga")

    async def tick(self) -> None:
        if self.on_tick is not None:
            await self.on_tick()
        self.ticks.set()

    def engine(self, url: str) -> Jobs:
        jobs = Jobs(url, executor="kerja", ulangi=QUICK)
        jobs.register(WORK, [("satu", self.first), ("dua", self.second), ("tiga", self.third)])
        jobs.schedule("tiap-detik", "* * * * * *", "Asia/Jakarta", self.tick)
        return jobs


@dataclass(frozen=True)
class House:
    """One engine for the whole module: to stop it takes the engine two seconds."""

    url: str
    room: Room
    jobs: Jobs


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=KINDS)
async def house(request: pytest.FixtureRequest, rak: Rak) -> AsyncIterator[House]:
    with rak.fresh(request.param, migrated=False) as url:
        room = Room()
        # As core.settings derives it from the office's database.
        file = url.removeprefix("sqlite:")
        jobs = room.engine(
            f"sqlite:///{file}" if file != url else url.replace("postgres", "postgresql", 1)
        )
        await jobs.launch()
        yield House(url, room, jobs)
        await jobs.stop()


@pytest.fixture
def jobs(house: House) -> Jobs:
    return house.jobs


@pytest.fixture
def room(house: House) -> Room:
    house.room.tidy()
    return house.room


async def until(jobs: Jobs, subject: UUID, keadaan: str) -> None:
    """Ask the engine until a piece of work stands where we expect it."""
    async with asyncio.timeout(10):
        while (found := await jobs.find(WORK, subject)) is None or found.keadaan != keadaan:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_steps_run_in_their_order(jobs: Jobs, room: Room) -> None:
    await jobs.start(WORK, subject := new_id())
    await until(jobs, subject, "SUCCESS")
    assert room.runs == ["satu", "dua", "tiga"]


async def test_work_that_is_started_twice_runs_once(jobs: Jobs, room: Room) -> None:
    subject = new_id()
    await asyncio.gather(jobs.start(WORK, subject), jobs.start(WORK, subject))
    await until(jobs, subject, "SUCCESS")
    await jobs.start(WORK, subject)
    await jobs.start(WORK, other := new_id())
    await until(jobs, other, "SUCCESS")
    assert room.runs == ["satu", "dua", "tiga"] * 2


async def test_a_schedule_may_start_work(jobs: Jobs, room: Room) -> None:
    subject = new_id()

    async def start() -> None:
        await jobs.start(WORK, subject)

    room.on_tick = start
    await until(jobs, subject, "SUCCESS")


async def test_work_that_was_never_started_is_not_found(jobs: Jobs) -> None:
    assert await jobs.find(WORK, new_id()) is None


async def test_a_step_that_fails_is_tried_again_and_no_other(jobs: Jobs, room: Room) -> None:
    room.failures = 2
    await jobs.start(WORK, subject := new_id())
    await until(jobs, subject, "SUCCESS")
    assert room.runs == ["satu", "dua", "dua", "dua", "tiga"]


async def test_work_that_failed_for_good_is_listed_and_runs_again_when_told(
    jobs: Jobs, room: Room
) -> None:
    room.failures = 3
    await jobs.start(WORK, subject := new_id())
    await until(jobs, subject, "ERROR")
    assert [one.id for one in await jobs.all(WORK, keadaan=["ERROR"])] == [subject]
    await jobs.retry(WORK, subject)
    await until(jobs, subject, "SUCCESS")
    assert room.runs == ["satu", "dua", "dua", "dua", "satu", "dua", "tiga"]


async def test_cancelled_work_takes_no_further_step(jobs: Jobs, room: Room) -> None:
    room.hold = asyncio.Event()
    await jobs.start(WORK, subject := new_id())
    async with asyncio.timeout(10):
        await room.begun.wait()
    await jobs.cancel(WORK, subject)
    room.hold.set()
    await until(jobs, subject, "CANCELLED")
    assert room.runs == ["satu", "dua"]


async def test_work_that_was_stopped_is_listed_as_given_up_and_runs_again_when_told(
    jobs: Jobs, room: Room
) -> None:
    room.hold = asyncio.Event()
    await jobs.start(WORK, subject := new_id())
    async with asyncio.timeout(10):
        await room.begun.wait()
    await jobs.cancel(WORK, subject)
    room.hold.set()
    await until(jobs, subject, "CANCELLED")
    assert subject in [one.id for one in await jobs.all(WORK, keadaan=GAGAL) if one.gagal]
    await jobs.retry(WORK, subject)
    await until(jobs, subject, "SUCCESS")


async def test_work_that_crashed_too_often_is_listed_as_given_up_and_runs_again_when_told(
    jobs: Jobs, room: Room
) -> None:
    room.hold = asyncio.Event()
    await jobs.start(WORK, subject := new_id())
    async with asyncio.timeout(10):
        await room.begun.wait()
    # As the engine does it itself after a hundred recoveries.
    await asyncio.to_thread(
        _get_dbos_instance()._sys_db.dead_letter_workflows,
        [f"{WORK}-{subject}"],
        min_recovery_attempts=0,
    )
    room.hold.set()
    await until(jobs, subject, "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
    assert subject in [one.id for one in await jobs.all(WORK, keadaan=GAGAL) if one.gagal]
    await jobs.retry(WORK, subject)
    await until(jobs, subject, "SUCCESS")


async def test_a_dozen_that_do_not_come_to_an_end_hold_up_no_other(jobs: Jobs, room: Room) -> None:
    room.hold, room.held = asyncio.Event(), {new_id() for _ in range(12)}
    for one in room.held:
        await jobs.start(WORK, one)
    await jobs.start(WORK, good := new_id())
    await until(jobs, good, "SUCCESS")
    room.hold.set()
    for one in room.held:
        await until(jobs, one, "SUCCESS")


async def test_what_is_tried_again_waits_in_a_queue_of_its_own(jobs: Jobs, room: Room) -> None:
    room.failures = 3
    await jobs.start(WORK, subject := new_id())
    await until(jobs, subject, "ERROR")
    await jobs.retry(WORK, subject)
    await until(jobs, subject, "SUCCESS")
    found = await DBOS.get_workflow_status_async(f"{WORK}-{subject}")
    assert found is not None
    assert found.queue_name == "ulangan"


async def test_the_engine_stores_the_id_and_nothing_of_what_a_step_saw(
    house: House, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room.failures = 3
    await house.jobs.start(WORK, subject := new_id())
    await until(house.jobs, subject, "ERROR")
    stored = content_of(house.url)
    assert str(subject).encode() in stored
    assert SECRET.encode() not in stored
    assert SECRET not in caplog.text


@pytest.mark.usefixtures("jobs")
async def test_a_schedule_calls(room: Room) -> None:
    async with asyncio.timeout(10):
        await room.ticks.wait()


async def worker(folder: Path, subject: UUID, how: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.core.jobs.pekerja", str(folder), str(subject), how),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )


async def test_work_that_kill_9_interrupted_in_a_step_goes_on_after_a_restart(
    tmp_path: Path,
) -> None:
    subject = new_id()
    killed = await worker(tmp_path, subject, "macet")
    assert killed.stdout is not None
    async with asyncio.timeout(30):
        assert await killed.stdout.readline() == b"macet\n"
    killed.send_signal(signal.SIGKILL)
    await killed.wait()
    restarted = await worker(tmp_path, subject, "lancar")
    async with asyncio.timeout(30):
        assert await restarted.wait() == 0
    steps = [line.split()[0] for line in (tmp_path / "langkah").read_text().splitlines()]
    assert steps == ["pertama", "kedua", "kedua", "ketiga"]


async def test_a_stop_leaves_the_loop_its_threads_and_the_engine_can_be_launched_again(
    house: House, room: Room
) -> None:
    # The last test: the engine is process-wide.
    await house.jobs.stop()
    assert await asyncio.to_thread(lambda: 7) == 7
    await house.jobs.launch()
    await house.jobs.start(WORK, subject := new_id())
    await until(house.jobs, subject, "SUCCESS")
