"""How well the upload pre-flight tells unreadable photos from good ones.

Run from the project's root: ./adminduk bench citra. It draws fictional papers, photographs
them well and badly, and counts. The thresholds of core.citra.ambang were tuned on seeds 900 and
901; the seed here is another one.
"""

import argparse
import os
import statistics
import time
from collections.abc import Sequence

from benchmarks.citra.foto import BAIK, SPOILED
from benchmarks.citra.ukur import RIGHT, SHEETS, Dilihat, see_all, share, tasks
from benchmarks.closing import closing_line

SEED = 2026


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table and the closing line."""
    asked = _parser().parse_args(arguments)
    start = time.perf_counter()
    seen = see_all(tasks(asked.seed, asked.good, asked.bad, SHEETS), asked.processes)
    print(f"seed {asked.seed}, {len(seen)} photos, {time.perf_counter() - start:.0f} s")
    print(table(seen))
    print(_closing(seen))
    return 0


def table(seen: Sequence[Dilihat]) -> str:
    """Return a Markdown table: a line per kind of photo."""
    lines = ["| photo | number | asked for again | fault named rightly |", "|---|---|---|---|"]
    for kind in (BAIK, *SPOILED):
        found = [each for each in seen if each.tugas.rusak == kind]
        again = share(bool(each.cacat) for each in found)
        right = (
            f"{share(bool(RIGHT[kind].intersection(each.cacat)) for each in found):.0f} %"
            if kind in RIGHT
            else "-"
        )
        lines.append(f"| {kind} | {len(found)} | {again:.1f} % | {right} |")
    return "\n".join(lines)


def _closing(seen: Sequence[Dilihat]) -> str:
    good = [each for each in seen if each.tugas.rusak == BAIK]
    bad = [each for each in seen if each.tugas.rusak != BAIK]
    known = [
        (each.jejak.rupa ^ each.lagi.rupa).bit_count()
        for each in good
        if each.lagi is not None and each.jejak.rupa is not None and each.lagi.rupa is not None
    ]
    marks = [each.jejak.rupa for each in good if each.jejak.rupa is not None]
    others = [
        (one ^ other).bit_count() for place, one in enumerate(marks) for other in marks[:place]
    ]
    return closing_line(
        "citra",
        caught=share(bool(each.cacat) for each in bad),
        false_alarms=share(bool(each.cacat) for each in good),
        same_bits_median=statistics.median(known),
        same_bits_most=max(known),
        other_bits_least=min(others),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.citra", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--good", type=int, default=10, help="good photos of each paper")
    parser.add_argument("--bad", type=int, default=8, help="photos of each fault, of each paper")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
