"""`python -m sandbox` as a process of its own."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from sandbox import Klien

ROOT = Path(__file__).parents[2]


async def start(*arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", *arguments,
        cwd=ROOT, env=os.environ, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_where_it_listens_and_ends_cleanly(signum: signal.Signals) -> None:
    process = await start("--port", "0")
    assert process.stdout is not None
    said = dict([(await process.stdout.readline()).decode().split() for _ in range(5)])
    async with Klien(said["page"]) as klien:
        keadaan = await klien.keadaan()
    assert said["smtp"].endswith(f":{keadaan.smtp_port}")
    assert said["base_url"].endswith("/bot")
    process.send_signal(signum)
    assert await process.wait() == 0


async def test_it_refuses_the_open_network_in_one_sentence() -> None:
    process = await start("--host", "0.0.0.0")
    _, complaint = await process.communicate()
    assert process.returncode == 2
    assert complaint.decode() == "the sandbox listens on loopback only, not on '0.0.0.0'\n"
