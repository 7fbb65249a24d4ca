"""The folder by which harness and children speak: what is armed, what was hit, what was in data.

Files, because a file outlives SIGKILL. An armed point is one file; whoever renames it first has
it, so a point fires once however many replicas pass it.
"""

import os
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Kena:
    """A hit: when (nanoseconds since 1970), and on which case."""

    saat_ns: int
    tanda: str


class Medan:
    """The field of one run."""

    def __init__(self, folder: Path) -> None:
        self._armed = folder / "senjata"
        self._hits = folder / "kena"
        self._letters = folder / "fase"
        for one in (self._armed, self._hits, self._letters):
            one.mkdir(parents=True, exist_ok=True)

    # ---- the harness

    def arm(self, kode: str) -> None:
        """Let the next child that comes to a point fire it."""
        (self._armed / kode).touch()

    def disarm(self, kode: str) -> bool:
        """Take it back; False if it has fired meanwhile."""
        try:
            (self._armed / kode).unlink()
        except FileNotFoundError:
            return False
        return True

    def hits(self) -> Counter[str]:
        """Return how often each point fired."""
        return Counter(path.name.split(".")[0] for path in self._hits.iterdir())

    def hit_by(self, pid: int) -> str:
        """Return the last point that a process fired, or nothing."""
        found = sorted(self._hits.glob(f"*.{pid}.*"), key=lambda path: int(path.suffix[1:]))
        return found[-1].name.split(".")[0] if found else ""

    def fired_lately(self, kode: str, seconds: float) -> bool:
        """Tell whether a point fired within the last seconds."""
        since = time.time_ns() - int(seconds * 1e9)
        return any(int(path.suffix[1:]) > since for path in self._hits.glob(f"{kode}.*"))

    def marked(self) -> list[Kena]:
        """Return the hits that say on which case they were."""
        found = [
            Kena(int(path.suffix[1:]), path.read_text("ascii")) for path in self._hits.iterdir()
        ]
        return [one for one in found if one.tanda]

    def in_data(self, pid: int) -> list[str]:
        """Return the letters that a process had in phase data and not settled."""
        path = self._letters / str(pid)
        found = set[str]()
        for line in path.read_text("ascii").splitlines() if path.exists() else ():
            act, _, letter = line.partition(" ")
            (found.add if act == "D" else found.discard)(letter)
        return sorted(found)

    # ---- the children

    def fires(self, kode: str, tanda: str = "") -> bool:
        """Take the point if it is armed; `tanda` says on which case it was hit."""
        hit = self._hits / f"{kode}.{os.getpid()}.{time.time_ns()}"
        try:
            (self._armed / kode).rename(hit)
        except FileNotFoundError:
            return False
        hit.write_text(tanda, "ascii")
        return True

    def note_data(self, letter: str) -> None:
        """Write down that a letter enters phase data."""
        self._note(f"D {letter}\n")

    def note_settled(self, letter: str) -> None:
        """Write down that what became of a letter is committed."""
        self._note(f"S {letter}\n")

    def _note(self, line: str) -> None:
        with (self._letters / str(os.getpid())).open("a", encoding="ascii") as file:
            file.write(line)
