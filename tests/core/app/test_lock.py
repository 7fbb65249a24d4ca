"""One worker process per data folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.app.lock import FolderLock, FolderTaken

HOLD = """
import sys
from pathlib import Path
from core.app.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path) -> subprocess.Popen[str]:
    """Another process that holds the folder."""
    root = Path(__file__).parents[3]
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_worker_is_refused_with_one_sentence(
    tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    try:
        with pytest.raises(FolderTaken, match=r"^Proses kerja lain .*\.$"):
            FolderLock(tmp_path).take()
    finally:
        other.communicate()


def test_a_killed_worker_leaves_the_folder_free(
    tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    other.kill()
    other.communicate()
    lock = FolderLock(tmp_path)
    lock.take()
    lock.release()
