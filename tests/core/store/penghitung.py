"""A process that counts rows up, reading before it writes. Run with a URL, a key, a number.

How somebody who reads first has to write: past the turnstile, which on SQLite is the write lock
that every unit of work holds from its first statement.
"""

import asyncio
import sys
from datetime import UTC, datetime

from core.store import Database, new_id, one_at_a_time, opened, riwayat, unit_of_work
from core.store.models import Outbox


@unit_of_work
async def count_up(kunci: str) -> None:
    await one_at_a_time("hitung")
    row = await Outbox.get(kunci=kunci)
    await Outbox.filter(id=row.id).update(percobaan=row.percobaan + 1)
    # What every unit of work of the office ends with.
    await riwayat.write("dihitung", new_id(), pelaku="warga", now=datetime.now(UTC))


async def main(url: str, kunci: str, times: int) -> None:
    async with opened(Database(url, ["core.store.models"])):
        for _ in range(times):
            await count_up(kunci)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
