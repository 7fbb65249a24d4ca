"""A process that works on one piece of work. Run with a folder, an id, whether to get stuck, and
perhaps the URL of a PostgreSQL.

Each step writes its name down. Told to get stuck, the second step says so and never ends.
"""

import asyncio
import os
import sys
from pathlib import Path
from uuid import UUID

from core.jobs import Jobs
from core.store import open_locks

WORK = "terbit"
DEADLINE = 30.0


class Worker:
    """Three steps that write themselves down in a folder."""

    def __init__(self, folder: Path, *, stuck: bool) -> None:
        self.folder, self.stuck = folder, stuck
        self.ended = asyncio.Event()

    async def first(self, subject: UUID) -> None:
        self._note("pertama", subject)

    async def second(self, subject: UUID) -> None:
        self._note("kedua", subject)
        if self.stuck:
            print("macet", flush=True)
            await asyncio.Event().wait()

    async def third(self, subject: UUID) -> None:
        self._note("ketiga", subject)
        self.ended.set()

    def _note(self, step: str, subject: UUID) -> None:
        with (self.folder / "langkah").open("a") as file:
            file.write(f"{step} {subject}\n")


async def main(folder: Path, subject: UUID, url: str, *, stuck: bool) -> None:
    worker = Worker(folder, stuck=stuck)
    if url:
        jobs = Jobs(url.replace("postgres:", "postgresql:", 1), executor=f"kerja-{os.getpid()}")
        locks = await open_locks(url)
    else:
        jobs, locks = Jobs(f"sqlite:///{folder / 'pekerjaan.sqlite3'}", executor="kerja"), None
    jobs.register(WORK, [("satu", worker.first), ("dua", worker.second), ("tiga", worker.third)])
    await jobs.launch(locks)
    if stuck:
        await jobs.start(WORK, subject)
    async with asyncio.timeout(DEADLINE):
        await worker.ended.wait()
    await jobs.stop()


if __name__ == "__main__":
    folder, subject, how, *url = sys.argv[1:]
    asyncio.run(main(Path(folder), UUID(subject), "".join(url), stuck=how == "macet"))
