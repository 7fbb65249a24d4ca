"""Looks at many photos and counts: what was caught, what was named, which alarms were false."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np

from benchmarks.citra.foto import BAIK, SPOILED, photo, resent
from benchmarks.citra.lembaran import HELD_OUT, TUNED
from core.citra.cacat import Cacat
from core.citra.hasil import Ukuran
from core.citra.jejak import Jejak
from core.citra.mata import look

SHEETS = {**TUNED, **HELD_OUT}
# Which fault should be named; a small picture that was blown up is blurred, too.
RIGHT: Mapping[str, frozenset[Cacat]] = {
    "kabur-fokus": frozenset({Cacat.KABUR}),
    "kabur-gerak": frozenset({Cacat.KABUR}),
    "gelap": frozenset({Cacat.GELAP}),
    "silau": frozenset({Cacat.SILAU}),
    "terpotong": frozenset({Cacat.TERPOTONG}),
    "kecil": frozenset({Cacat.KECIL, Cacat.KABUR, Cacat.TITIK}),
    "bintik": frozenset({Cacat.BERBINTIK}),
}


@dataclass(frozen=True)
class Tugas:
    """One photo to take."""

    benih: int
    lembaran: str
    rusak: str


@dataclass(frozen=True)
class Dilihat:
    """One photo, and what the pre-flight said of it."""

    tugas: Tugas
    cacat: tuple[Cacat, ...]
    ukuran: Ukuran
    jejak: Jejak
    lagi: Jejak | None
    meja: str
    huruf: float


def tasks(seed: int, good: int, bad: int, sheets: Iterable[str]) -> tuple[Tugas, ...]:
    """Return so many good photos, and so many of each fault, of each sheet."""
    kinds = {BAIK: good, **dict.fromkeys(SPOILED, bad)}
    return tuple(
        Tugas(seed * 1000 + number, sheet, kind)
        for kind, count in kinds.items()
        for sheet in sheets
        for number in range(count)
    )


def see(task: Tugas) -> Dilihat:
    """Take one photo and judge it; a good one is also sent again."""
    taken = photo(task.benih, task.lembaran, SHEETS[task.lembaran], task.rusak)
    found = look(taken.isi, "image/jpeg")
    again = None
    if task.rusak == BAIK:
        again = look(resent(np.random.default_rng(task.benih), taken), "image/jpeg").jejak
    return Dilihat(task, found.cacat, found.ukuran, found.jejak, again, taken.meja, taken.huruf)


def see_all(wanted: Sequence[Tugas], processes: int) -> list[Dilihat]:
    """Judge all of them, in processes of their own if more than one is allowed."""
    if processes <= 1:
        return [see(task) for task in wanted]
    with ProcessPoolExecutor(processes, get_context("forkserver")) as pool:
        return list(pool.map(see, wanted, chunksize=4))


def share(seen: Iterable[bool]) -> float:
    """Return the share of what is true, as a percentage."""
    found = list(seen)
    if not found:
        raise ValueError("nothing was measured")
    return 100 * sum(found) / len(found)
