"""How well papers are read, on cards that we draw ourselves.

Run from the project's root: ./adminduk bench baca. It needs Tesseract with Indonesian (Debian:
tesseract-ocr, tesseract-ocr-ind). The thresholds were chosen on seed 700; here it is another.
"""

import argparse
import asyncio
import statistics
from collections.abc import Sequence

from benchmarks.baca.potret import KINDS, SHEETS
from benchmarks.baca.ukur import SOUGHT, Terukur, mistyped, read_all
from benchmarks.closing import closing_line
from core.baca import installed

SEED = 2026
TURNED = "terbalik"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table and the closing line; 1 when there is no Tesseract."""
    asked = _parser().parse_args(arguments)
    mesin = installed()
    if mesin is None:
        print("tesseract is not installed: nothing to measure")
        return 1
    wanted = [
        (asked.seed * 1000 + number, sheet, kind)
        for sheet in SHEETS
        for kind in KINDS
        for number in range(asked.photos)
    ]
    seen, refused = asyncio.run(read_all(mesin, wanted))
    print(f"seed {asked.seed}, {len(wanted)} photos, {refused} refused by the pre-flight")
    print(table(seen))
    if asked.wrong:
        for each in seen:
            if each.salah:
                print(each)
    print(_closing(seen))
    return 0


def table(seen: Sequence[Terukur]) -> str:
    """Return a Markdown table: a line per paper, kind of photo, and field."""
    head = "| paper | photo | field | number | exact | wrong | not read | false differences "
    head += "| mistypes found | seconds (median) |"
    lines = [head, "|---|---|---|---|---|---|---|---|---|---|"]
    for sheet, fields in SOUGHT.items():
        for kind in KINDS:
            for field in fields:
                found = [
                    each
                    for each in seen
                    if (each.lembaran, each.jenis, each.isian) == (sheet, kind, field)
                ]
                if found:
                    cells = " | ".join(_cells(found))
                    lines.append(f"| {sheet} | {kind} | {field} | {len(found)} | {cells} |")
    return "\n".join(lines)


def _cells(found: Sequence[Terukur]) -> list[str]:
    return [
        f"{_share([each.tepat for each in found]):.0f} %",
        f"{_share([each.salah for each in found]):.0f} %",
        f"{_share([each.terbaca is None for each in found]):.0f} %",
        f"{_share([each.differs_from(each.benar) for each in found]):.0f} %",
        f"{_share([each.differs_from(mistyped(each.benar)) for each in found]):.0f} %",
        f"{statistics.median(each.detik for each in found):.2f}",
    ]


def _closing(seen: Sequence[Terukur]) -> str:
    upright = [each for each in seen if each.jenis != TURNED]
    return closing_line(
        "baca",
        exact=_share([each.tepat for each in upright]),
        wrong=_share([each.salah for each in seen]),
        false_differences=_share([each.differs_from(each.benar) for each in seen]),
        mistypes_found=_share([each.differs_from(mistyped(each.benar)) for each in upright]),
        seconds_median=statistics.median(each.detik for each in seen),
        seconds_most=max(each.detik for each in seen),
    )


def _share(seen: Sequence[bool]) -> float:
    return round(100 * sum(seen) / len(seen), 1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.baca", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--photos", type=int, default=20, help="photos of each paper and kind")
    parser.add_argument("--wrong", action="store_true", help="print what was read wrongly")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
