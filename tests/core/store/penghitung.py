"""A process that counts one row up, reading before it writes. Run with a file, a key, a number."""

import asyncio
import sys

from core.store import Database, opened, unit_of_work
from core.store.models import Outbox


@unit_of_work
async def count_up(kunci: str) -> None:
    row = await Outbox.get(kunci=kunci)
    await Outbox.filter(id=row.id).update(percobaan=row.percobaan + 1)


async def main(file: str, kunci: str, times: int) -> None:
    async with opened(Database(f"sqlite:{file}", ["core.store.models"])):
        for _ in range(times):
            await count_up(kunci)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
