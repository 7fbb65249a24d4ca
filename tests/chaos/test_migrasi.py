"""Killed while it migrates (FAULTS K19): nothing has happened, and the next one does it all."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.app.models import MODELS
from core.store import Database, DatabaseBehind, opened
from sandbox.postgres import postgres

ROOT = Path(__file__).parents[2]
Fresh = Callable[[], str]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def fresh(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Fresh]:
    """Make empty databases."""
    if request.param == "sqlite":
        yield lambda: f"sqlite:{tmp_path_factory.mktemp('pindah') / 'adminduk.sqlite3'}"
        return
    with postgres() as server:
        yield server.fresh


def migrate(url: str, last: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.chaos.pindah", url, str(last)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def is_current(url: str) -> bool:
    async def look() -> bool:
        async with opened(Database(url, MODELS)) as store:
            try:
                await store.require_current()
            except DatabaseBehind:
                return False
            return True

    return asyncio.run(look())


def test_a_migration_killed_anywhere_is_taken_up_by_the_next(fresh: Fresh) -> None:
    whole = migrate(fresh(), 0)
    statements = int(whole.stdout)
    assert statements >= 12, "a walk over nothing proves nothing"
    url = fresh()
    for last in (1, statements // 3, 2 * statements // 3, statements):
        assert migrate(url, last).returncode == -signal.SIGKILL
        assert not is_current(url)
    assert migrate(url, 0).stdout == whole.stdout
    assert is_current(url)
