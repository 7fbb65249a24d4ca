"""The dialog benchmark walks its whole way on both databases. How fast is not asked here."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_citizen_comes_as_far_as_the_photo_on_both_databases() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.dialog", "--rounds", "1", "--chats", "3"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    last = done.stdout.splitlines()[-1]
    assert re.fullmatch(
        r"bench dialog sqlite=[\d.]+ postgres=[\d.]+ ratio_postgres=[\d.]+", last
    ), last
