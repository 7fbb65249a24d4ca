"""A process that migrates a database. Run with a URL; told to, it gets stuck in the middle."""

import asyncio
import sys

from tortoise.migrations.recorder import MigrationRecorder

from core.app.models import MODELS
from core.store import Database, opened


async def get_stuck(self: MigrationRecorder, app: str, name: str) -> None:
    """The tables of a migration are there, that it was applied is not yet written down."""
    print("macet", flush=True)
    await asyncio.Event().wait()


async def main(url: str) -> None:
    async with opened(Database(url, MODELS)) as database:
        print(" ".join(await database.migrate()), flush=True)


if __name__ == "__main__":
    if "macet" in sys.argv[2:]:
        MigrationRecorder.record_applied = get_stuck  # type: ignore[method-assign]
    asyncio.run(main(sys.argv[1]))
