"""A process that wants a place for many at once, and says how many got one."""

import asyncio
import sys
from datetime import datetime
from uuid import uuid4

from core.janji import BukuJanji
from core.store import Database, opened
from tests.core.janji.jadwal import JADWAL, MODELS, NOW


async def main(url: str, moment: str, count: int) -> None:
    buku = BukuJanji(JADWAL, now=lambda: NOW)
    mulai = datetime.fromisoformat(moment)
    async with opened(Database(url, MODELS)):
        print("siap", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        tries = [buku.book(uuid4(), mulai, menit=15) for _ in range(count)]
        got = await asyncio.gather(*tries)
    print(sum(one is not None for one in got), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
