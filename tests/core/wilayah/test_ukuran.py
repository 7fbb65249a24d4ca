"""What it costs: memory and time, put on record; only memory has a bound, a wide one."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from core.wilayah import Daftar
from core.wilayah.baca import DATA

ROOT = Path(__file__).parents[3]
TEKS = (
    "bae",
    "bakalan krapyak",
    "bakalan kaliwungu kudus",
    "sidorejo",
    "sukamaju lampung",
    "wetan",
    "tegal sari kota semarang",
    "Desa Bae, Kec. Bae, Kab. Kudus",
    "menteng jakarta",
    "tidak ada",
)
UKUR = """
import time
from pathlib import Path
def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
import core.wilayah
before, start = megabytes(), time.perf_counter()
daftar = core.wilayah.Daftar().load()
print(round(megabytes() - before, 1), round(time.perf_counter() - start, 3))
"""


def test_memory_and_time_of_the_first_question(put_on_record: Callable[[str], None]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", UKUR],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    megabytes, seconds = map(float, done.stdout.split())
    disk = sum((DATA / name).stat().st_size for name in ("wilayah.txt", "dahulu.tsv")) / 1e6
    put_on_record(
        f"areas: the first question loads 91,599 areas in {seconds:.2f} s and {megabytes:.0f} MB"
        f" from {disk:.1f} MB of files"
    )
    assert megabytes < 80


def test_time_of_a_search(daftar: Daftar, put_on_record: Callable[[str], None]) -> None:
    times = []
    for teks in TEKS:
        for _ in range(5):
            start = time.perf_counter()
            daftar.search(teks, dahulu=("33.19",))
            times.append((time.perf_counter() - start) * 1000)
    put_on_record(
        f"areas: a search takes {statistics.median(times):.1f} ms (median),"
        f" {max(times):.1f} ms at most, over {len(TEKS)} texts"
    )
    assert len(times) == 50
