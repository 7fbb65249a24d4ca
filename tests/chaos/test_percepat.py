"""Waits are shortened in children only, and only how long is waited changes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PROGRAM = """
import asyncio
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from chaos import percepat
from core.jobs import Jobs
from core.store import outbox

seen = {}
async def kept(row, *, until, sebab):
    seen[row.jenis] = (until - datetime.now(UTC), sebab)
outbox.postpone = kept
percepat.hurry()
until = datetime.now(UTC) + timedelta(minutes=15)
for jenis in ("email", "telegram"):
    asyncio.run(outbox.postpone(SimpleNamespace(jenis=jenis), until=until, sebab="uji"))
jobs = Jobs("sqlite:///x", executor="uji")
jobs.schedule("bersih-bersih", "17 * * * *", "UTC", None)
assert timedelta(seconds=3) < seen["email"][0] < timedelta(seconds=6), seen
assert seen["telegram"][0] > timedelta(minutes=14), seen
assert seen["email"][1] == "uji"
assert jobs._clocks[0].cron == percepat.CRON_OFTEN
"""


def test_a_quarter_of_an_hour_of_doubt_becomes_seconds_for_mail_alone() -> None:
    subprocess.run([sys.executable, "-c", _PROGRAM], cwd=ROOT, check=True, timeout=60)
