import asyncio

from core.store import Leader, NoRivals

DEADLINE = 5.0


class OneLock:
    """A lock that one of several may hold."""

    alone = False

    def __init__(self) -> None:
        self.held = False

    async def take(self, name: str) -> bool:
        taken = not self.held
        self.held = True
        return taken

    async def give_back(self, name: str) -> None:
        self.held = False

    async def watch(self) -> None:
        await asyncio.Event().wait()


class Work:
    """Work that goes on until it is told to end."""

    def __init__(self) -> None:
        self.begun, self.end = asyncio.Event(), asyncio.Event()

    async def __call__(self) -> None:
        self.begun.set()
        await self.end.wait()


async def test_of_two_replicas_one_works_and_the_other_takes_over_when_it_ends() -> None:
    locks, first, second = OneLock(), Work(), Work()
    leading = asyncio.create_task(Leader(locks, "tugas").run(first))
    async with asyncio.timeout(DEADLINE):
        await first.begun.wait()
    waiting = asyncio.create_task(Leader(locks, "tugas").run(second))
    await asyncio.sleep(0)
    assert not second.begun.is_set()
    first.end.set()
    async with asyncio.timeout(DEADLINE):
        await leading
        await second.begun.wait()
    second.end.set()
    await waiting


async def test_a_leader_knows_that_it_leads() -> None:
    leader, work = Leader(NoRivals(), "tugas"), Work()
    leading = asyncio.create_task(leader.run(work))
    async with asyncio.timeout(DEADLINE):
        await work.begun.wait()
    assert leader.leads
    work.end.set()
    await leading
    assert not leader.leads
