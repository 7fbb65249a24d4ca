"""Waits until an office has come to rest, and looks at its durable work from outside."""

import asyncio
import sqlite3
import time
from collections import Counter

import asyncpg

from core.settings import Settings
from core.store import KeadaanKeluar
from core.store.models import Inbox, Outbox

_LOOK_SECONDS = 0.5
_SETTLED = (KeadaanKeluar.TERKIRIM.value, KeadaanKeluar.GAGAL.value)
_QUESTION = "SELECT status, COUNT(*) FROM {} WHERE name = 'terbit' GROUP BY status"


async def until_quiet(settings: Settings, *, seconds: float) -> float:
    """Wait until nothing waits any more, or the time is over; return how long it took."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        work = await workflows(settings)
        waiting = await Inbox.filter(keadaan="baru").exists()
        if not (waiting or set(work) - {"SUCCESS"} or await unsent()):
            break
        await asyncio.sleep(_LOOK_SECONDS)
    return time.monotonic() - begun


async def workflows(settings: Settings) -> Counter[str]:
    """Count the workflows of issuing by their state, as the engine's own table has them."""
    url = settings.jobs_url
    if url.startswith("sqlite:"):
        return await asyncio.to_thread(_of_file, url.removeprefix("sqlite:///"))
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch(_QUESTION.format("dbos.workflow_status"))
    finally:
        await connection.close()
    return Counter({row[0]: row[1] for row in rows})


async def unsent() -> int:
    """Count what still has to leave. A letter twice in doubt has no payload: it is for people."""
    return await Outbox.filter(muatan__isnull=False).exclude(keadaan__in=_SETTLED).count()


def _of_file(path: str) -> Counter[str]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)
    try:
        return Counter(dict(connection.execute(_QUESTION.format("workflow_status")).fetchall()))
    finally:
        connection.close()
